using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.SignIn;

/// <summary>The first page after signing in: the work lists; for who may not see cases the first that is theirs, and else the own account.</summary>
[AnyStaff]
public sealed class HomeModel(IEnumerable<IStaffNavigation> navigation) : StaffPage
{
    private const string Work = "Work";

    /// <summary>Goes there.</summary>
    public LocalRedirectResult OnGet()
    {
        var entries = navigation.SelectMany(provider => provider.Entries(User)).OrderByDescending(entry => entry.Key == Work).ThenBy(entry => entry.Order);
        return LocalRedirect(entries.FirstOrDefault()?.Href ?? "~/me");
    }
}
