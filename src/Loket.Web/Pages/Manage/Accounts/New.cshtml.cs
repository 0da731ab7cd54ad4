using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.Teams;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Manage.Accounts;

/// <summary>Somebody comes to work here.</summary>
[Right(Right.ManageAccounts)]
public sealed class NewModel(TeamDirectory teams, MakeStaff make) : AccountPage(teams)
{
    /// <summary>Shows an empty form.</summary>
    public Task OnGetAsync(CancellationToken cancel) => Load(cancel);

    /// <summary>Makes the account.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Load(cancel);
        return await Answer(
            make.Handle(new MakeStaff.Request(RequestKey, Form.Details(Teams), Actor), cancel),
            _ => LocalRedirect("~/manage/accounts/" + Uri.EscapeDataString(Form.SignInName!.Trim().ToLowerInvariant())));
    }
}
