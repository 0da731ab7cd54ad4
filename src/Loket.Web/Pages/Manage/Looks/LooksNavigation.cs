using System.Security.Claims;
using Loket.Organisation.Rights;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Http;

namespace Loket.Web.Pages.Manage.Looks;

/// <summary>The review of looks in the side bar, beside the journal, for who reviews them.</summary>
internal sealed class LooksNavigation(IHttpContextAccessor accessor) : IStaffNavigation
{
    /// <summary>Where it stands.</summary>
    public const string Home = "~/beheer/inzage";

    /// <summary>The key of the entry.</summary>
    public const string Entry = "Looks";

    /// <inheritdoc />
    public IEnumerable<StaffEntry> Entries(ClaimsPrincipal reader)
    {
        if (accessor.HttpContext!.Actor().May(Right.ReviewLooks)) yield return new StaffEntry(Entry, Home, "search", 85);
    }
}
