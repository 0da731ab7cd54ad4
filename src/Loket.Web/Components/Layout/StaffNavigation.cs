using System.Security.Claims;

namespace Loket.Web.Components;

/// <summary>One entry of the staff's side bar.</summary>
/// <param name="Key">Its name; the text is <c>Entry.{Key}</c> beside the layout, and a page names it in <see cref="Frame.Entry"/>.</param>
/// <param name="Href">Where it leads; <c>~/</c> is the root of the site.</param>
/// <param name="Icon">Name of its icon.</param>
/// <param name="Order">Its place: Intake 10, Work 20, Callbacks 30, Messages 35, Map 40, Agenda 50, Knowledge 60.</param>
public sealed record StaffEntry(string Key, string Href, string Icon, int Order);

/// <summary>Gives entries of the side bar. Each group of pages registers its own; only pages that exist and that the reader may open.</summary>
public interface IStaffNavigation
{
    /// <summary>The entries for this reader.</summary>
    IEnumerable<StaffEntry> Entries(ClaimsPrincipal reader);

    /// <summary>Where the find box at the top posts <c>q</c>, for who may look for people; null for others.</summary>
    string? Find(ClaimsPrincipal reader) => null;
}

/// <summary>The places that the staff's layout itself needs.</summary>
/// <param name="Home">The first page after signing in.</param>
/// <param name="SignOut">Where signing out is posted.</param>
public sealed record StaffPlaces(string Home, string SignOut);
