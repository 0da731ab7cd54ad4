namespace Loket.Demo.Town;

/// <summary>One person per role who is there whatever the seed: these are the sign-ins that the demo prints.</summary>
public static class KnownFaces
{
    internal static readonly (string WorksFor, StaffRole Role, PersonName Name)[] All =
    [
        (TeamKeys.ContactCentre, StaffRole.TeamLead, new("Sanne", "de", "Boer", true)),
        (TeamKeys.ContactCentre, StaffRole.Agent, new("Fatima", "", "El Amrani", true)),
        (TeamKeys.DeskBadhoevedorp, StaffRole.DeskHost, new("Joke", "van der", "Veen", true)),
        (TeamKeys.DeskBadhoevedorp, StaffRole.CoHost, new("Henk", "", "Roodenburg", false)),
        (TeamKeys.Lighting, StaffRole.Handler, new("Murat", "", "Kaya", false)),
        (TeamKeys.AreaNorth, StaffRole.AreaManager, new("Anita", "", "Ramdin", true)),
        (PartnerKeys.GridOperator, StaffRole.Partner, new("Tomasz", "", "Nowak", false)),
        (PartnerKeys.StreetLightContractor, StaffRole.Partner, new("Rick", "", "Spierenburg", false)),
        (TeamKeys.Council, StaffRole.Councillor, new("Wim", "", "Langerak", false)),
        (TeamKeys.Management, StaffRole.Manager, new("Hanneke", "", "Visser", true)),
        (TeamKeys.Management, StaffRole.Auditor, new("Margriet", "", "Post", true)),
        (TeamKeys.Communication, StaffRole.Editor, new("Femke", "", "Groeneveld", true)),
        (TeamKeys.InformationAndPrivacy, StaffRole.RecordsManager, new("Kees", "", "Biesheuvel", false)),
        (TeamKeys.InformationAndPrivacy, StaffRole.PrivacyOfficer, new("Priya", "", "Sharma", true)),
        (TeamKeys.FunctionalManagement, StaffRole.FunctionalAdministrator, new("Bas", "", "Timmermans", false)),
        (TeamKeys.FunctionalManagement, StaffRole.SystemAdministrator, new("Yvonne", "de", "Ruiter", true)),
    ];

    /// <summary>"fatima.el.amrani" for the agent, and so on; aldermen sign in under the name of the portfolio's holder.</summary>
    public static string SignInOf(StaffRole role) =>
        PlainText.Dotted(role is StaffRole.Alderman ? Portfolio.All.First(portfolio => !portfolio.IsMayor).Holder : All.First(face => face.Role == role).Name.Full);
}
