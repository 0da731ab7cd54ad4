namespace Loket.Demo.Town;

/// <summary>Keys of the teams that facts refer to.</summary>
public static class TeamKeys
{
    public const string ContactCentre = "contact-centre";
    public const string Triage = "triage";
    public const string DeskHoofddorp = "desk-hoofddorp";
    public const string DeskNieuwVennep = "desk-nieuw-vennep";
    public const string DeskZwanenburg = "desk-zwanenburg";
    public const string DeskBadhoevedorp = "desk-badhoevedorp";
    public const string AreaNorth = "area-north";
    public const string AreaMiddle = "area-middle";
    public const string AreaSouth = "area-south";
    public const string PublicSpace = "public-space";
    public const string Lighting = "lighting";
    public const string Green = "green";
    public const string Waste = "waste";
    public const string Traffic = "traffic";
    public const string Enforcement = "enforcement";
    public const string CivilAffairs = "civil-affairs";
    public const string SocialDomain = "social-domain";
    public const string Youth = "youth";
    public const string IncomeAndDebt = "income-and-debt";
    public const string LegalAffairs = "legal-affairs";
    public const string InformationAndPrivacy = "information-and-privacy";
    public const string Integrity = "integrity";
    public const string Permits = "permits";
    public const string Welfare = "welfare";
    public const string Council = "council";
    public const string Communication = "communication";
    public const string Management = "management";
    public const string FunctionalManagement = "functional-management";
}
