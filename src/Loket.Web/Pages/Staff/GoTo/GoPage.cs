using Loket.Organisation.Rights;

namespace Loket.Web.Pages.Staff.GoTo;

/// <summary>A page to go to, or something to begin, beside what stands in the side bar and in the list of what is managed.</summary>
/// <param name="Key">Its name; the texts are <c>Page.{Key}</c> and, for other words for it, <c>Page.{Key}.Words</c> beside the box.</param>
/// <param name="Href">Where it is.</param>
/// <param name="AllOf">Who may open it: all of these are needed.</param>
internal sealed record GoPage(string Key, string Href, params Right[] AllOf)
{
    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<GoPage> All { get; } =
    [
        new("NewContact", Links.Intake, Right.RegisterContacts),
        new("MyWork", Links.Work, Right.SeeCases),
        new("TeamWork", Links.Work + "/team", Right.SeeCases),
        new("Triage", Links.Work + "/verdelen", Right.SeeCases),
        new("WithPartner", Links.Work + "/ketenpartner", Right.SeeCases),
        new("DueToday", Links.Work + "/vandaag", Right.SeeCases),
        new("Late", Links.Work + "/te-laat", Right.SeeCases),
        new("Asleep", Links.Work + "/sluimert", Right.SeeCases),
        new("AllWork", Links.Work + "/alles", Right.SeeCases),
        new("Callbacks", Links.Callbacks, Right.RegisterContacts, Right.SeePersonalData),
        new("CallbackFigures", Links.Callbacks + "/cijfers", Right.SeeFigures),
        new("OpenMatters", Links.OpenMatters, Right.RegisterContacts),
        new("Find", Links.Find, Right.RegisterContacts, Right.SeePersonalData),
        new("Emergency", Links.Emergency, Right.OpenInEmergency),
        new("Drafts", Links.Drafts),
        new("Modules", Links.Modules),
        new("Shortcuts", Links.Shortcuts),
        new("Me", "~/me"),
        new("SignOut", "~/sign-out"),
    ];

    /// <summary>Whether somebody may open it.</summary>
    public bool IsFor(Actor reader) => Array.TrueForAll(AllOf, reader.May);
}
