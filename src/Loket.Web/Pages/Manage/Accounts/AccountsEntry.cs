using System.Security.Claims;
using Loket.Organisation.Rights;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Http;

namespace Loket.Web.Pages.Manage.Accounts;

/// <summary>The accounts in the side bar, for who manages them.</summary>
internal sealed class AccountsEntry(IHttpContextAccessor accessor) : IStaffNavigation
{
    public IEnumerable<StaffEntry> Entries(ClaimsPrincipal reader) =>
        accessor.HttpContext!.Actor().May(Right.ManageAccounts) ? [new StaffEntry("Accounts", "~/manage/accounts", "users", 90)] : [];
}
