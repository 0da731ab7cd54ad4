using System.Security.Claims;
using Loket.Organisation.Rights;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Http;

namespace Loket.Web.Pages.Manage.Journal;

/// <summary>The journal in the side bar, for who may review it.</summary>
internal sealed class JournalNavigation(IHttpContextAccessor accessor) : IStaffNavigation
{
    /// <summary>Where it stands.</summary>
    public const string Home = "~/gebeurtenissen";

    /// <summary>The key of the entry.</summary>
    public const string Entry = "Journal";

    /// <inheritdoc />
    public IEnumerable<StaffEntry> Entries(ClaimsPrincipal reader)
    {
        var actor = accessor.HttpContext!.Actor();
        if (actor.May(Right.SeeJournal) || actor.May(Right.ReviewLooks)) yield return new StaffEntry(Entry, Home, "clock", 80);
    }
}
