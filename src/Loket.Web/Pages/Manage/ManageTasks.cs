using System.Security.Claims;
using Loket.Organisation.Rights;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Http;

namespace Loket.Web.Pages.Manage;

/// <summary>One thing to manage.</summary>
/// <param name="Key">Its name; the texts are <c>{Key}</c> and <c>{Key}.What</c> beside the page of all.</param>
/// <param name="Href">Where it is done.</param>
/// <param name="Icon">Name of its icon.</param>
/// <param name="AnyOf">Who may do it: one of these is enough.</param>
public sealed record ManageTask(string Key, string Href, string Icon, params Right[] AnyOf);

/// <summary>Everything that is managed on pages, and its entry in the side bar.</summary>
internal sealed class ManageTasks(IHttpContextAccessor accessor) : IStaffNavigation
{
    /// <summary>The page of all.</summary>
    public const string Home = "~/beheer";

    /// <summary>The key of the entry in the side bar.</summary>
    public const string Entry = "Manage";

    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<ManageTask> All { get; } =
    [
        new("Accounts", "~/manage/accounts", "person", Right.ManageAccounts),
        new("Teams", "~/beheer/teams", "users", Right.Configure, Right.LeadTeam),
        new("Bounds", "~/beheer/grenzen", "lock", Right.Configure),
        new("OnCall", "~/beheer/piket", "phone", Right.Configure, Right.LeadTeam),
        new("CaseTypes", "~/beheer/zaaktypen", "document", Right.Configure),
        new("Selection", "~/beheer/selectielijst", "clock", Right.Configure),
        new("Destruction", "~/beheer/vernietigen", "document", Right.KeepRecords),
        new("Holds", "~/beheer/vasthouden", "lock", Right.KeepRecords),
        new("Portfolios", "~/beheer/portefeuilles", "person", Right.Configure),
        new("Routing", "~/beheer/routering", "handover", Right.Configure),
        new("Colleagues", "~/beheer/virtuele-collegas", "users", Right.Configure),
        new("Partners", "~/beheer/ketenpartners", "chat", Right.Configure),
        new("Desks", "~/beheer/loketten", "home", Right.Configure),
        new("WorkingTime", "~/beheer/werktijden", "clock", Right.Configure),
        new("Municipality", "~/beheer/gemeente", "flag", Right.Configure),
        new("Texts", "~/beheer/teksten", "letter", Right.Configure),
        new("Modules", "~/tekstblokken", "document", Right.Configure, Right.LeadTeam),
        new("Clients", "~/beheer/programmas", "lock", Right.ManageAccounts),
    ];

    /// <summary>What this reader may manage.</summary>
    public static IReadOnlyList<ManageTask> For(Actor reader) => [.. All.Where(task => task.AnyOf.Any(reader.May))];

    /// <inheritdoc />
    public IEnumerable<StaffEntry> Entries(ClaimsPrincipal reader) =>
        For(accessor.HttpContext!.Actor()).Count > 0 ? [new StaffEntry(Entry, Home, "settings", 90)] : [];
}
