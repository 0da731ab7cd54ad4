using Loket.Kernel.Calendars;

namespace Loket.Demo.Town;

/// <summary>The formal papers of the demo town.</summary>
public static class FormalPapers
{
    private static readonly Words FromReceipt = new("de dag na ontvangst", "the day after receipt");

    /// <summary>With their statutory terms. Awb: General Administrative Law Act; Woo: Open Government Act; AVG: GDPR.</summary>
    public static IReadOnlyList<FormalPaper> All { get; } =
    [
        new("objection",
            new("Bezwaar", "Objection"),
            new("Iemand is het niet eens met een besluit en vraagt de gemeente opnieuw te kijken.", "Somebody disagrees with a decision and asks the municipality to look again."),
            Norm.CalendarWeeks(6), Norm.CalendarWeeks(6), "Awb 7:10",
            new("de dag na het einde van de bezwaartermijn", "the day after the objection period ends"),
            TeamKeys.LegalAffairs, Portfolio.Finance, Confidentiality.Normal,
            ["bezwaar", "bezwaarschrift", "niet eens met het besluit", "niet eens met uw besluit", "objection"]),
        new("complaint",
            new("Klacht over gedrag", "Complaint about conduct"),
            new("Iemand vindt dat een medewerker of bestuurder zich niet goed heeft gedragen.", "Somebody finds that an employee or administrator did not behave properly."),
            Norm.CalendarWeeks(6), Norm.CalendarWeeks(4), "Awb 9:11", FromReceipt,
            TeamKeys.Integrity, Portfolio.Services, Confidentiality.Sensitive,
            ["klacht over", "dien ik een klacht in", "onbeleefd", "onheus", "complaint about"]),
        new("information-request",
            new("Woo-verzoek", "Information request"),
            new("Iemand vraagt om documenten van de gemeente op grond van de Wet open overheid.", "Somebody asks for documents of the municipality under the Open Government Act."),
            Norm.CalendarWeeks(4), Norm.CalendarWeeks(2), "Woo 4.4", FromReceipt,
            TeamKeys.InformationAndPrivacy, Portfolio.Services, Confidentiality.Normal,
            ["woo", "wet open overheid", "wob-verzoek", "openbaar maken", "open government act"]),
        new("privacy-request",
            new("Privacyverzoek", "Privacy request"),
            new("Iemand wil zijn eigen gegevens inzien, verbeteren of laten verwijderen.", "Somebody wants to see, correct or erase the data about himself."),
            Norm.CalendarMonths(1), Norm.CalendarMonths(2), "AVG 12", FromReceipt,
            TeamKeys.InformationAndPrivacy, Portfolio.Services, Confidentiality.Normal,
            ["avg", "mijn gegevens inzien", "gegevens verwijderen", "recht op inzage", "gdpr"]),
        new("notice-of-default",
            new("Ingebrekestelling", "Notice of default"),
            new("De gemeente besluit te laat; na twee weken gaat een dwangsom lopen.", "The municipality decides too late; after two weeks a penalty starts to run."),
            Norm.CalendarWeeks(2), null, "Awb 4:17", FromReceipt,
            TeamKeys.LegalAffairs, Portfolio.Finance, Confidentiality.Normal,
            ["ingebrekestelling", "in gebreke", "dwangsom", "niet op tijd beslist", "notice of default"]),
        new("damage-claim",
            new("Schadeclaim", "Damage claim"),
            new("Iemand heeft schade en vindt dat de gemeente moet betalen.", "Somebody has damage and finds that the municipality must pay."),
            Norm.CalendarWeeks(8), Norm.CalendarWeeks(8), "Awb 4:13 (beleid)", FromReceipt,
            TeamKeys.LegalAffairs, Portfolio.Finance, Confidentiality.Normal,
            ["schadeclaim", "schadevergoeding", "stel u aansprakelijk", "aansprakelijk", "hold you liable"]),
        new("enforcement-request",
            new("Handhavingsverzoek", "Enforcement request"),
            new("Iemand vraagt de gemeente op te treden tegen een overtreding.", "Somebody asks the municipality to act against an offence."),
            Norm.CalendarWeeks(8), Norm.CalendarWeeks(8), "Awb 4:13", FromReceipt,
            TeamKeys.Enforcement, Portfolio.Safety, Confidentiality.Normal,
            ["handhavingsverzoek", "verzoek om handhaving", "verzoek ik u handhavend op te treden", "request for enforcement"]),
        new("view",
            new("Zienswijze", "Statement of views"),
            new("Iemand geeft zijn mening over een ontwerpbesluit dat ter inzage ligt.", "Somebody gives an opinion on a draft decision open for inspection."),
            Norm.CalendarWeeks(12), null, "Awb 3:18 (besluit binnen 12 weken na terinzagelegging)",
            new("het einde van de terinzagelegging", "the end of the inspection period"),
            TeamKeys.Permits, Portfolio.Housing, Confidentiality.Normal,
            ["zienswijze", "ontwerpbesluit", "ter inzage"]),
    ];

    /// <summary>The paper with this key.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static FormalPaper Of(string key) => All.First(paper => paper.Key == key);
}
