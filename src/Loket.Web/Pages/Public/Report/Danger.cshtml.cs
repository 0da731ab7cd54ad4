using Loket.Intake.Residents;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Public.Report;

/// <summary>This sounds dangerous: call now, a form is too slow.</summary>
[Open]
public sealed class DangerModel(FindDraft find, KeepAnswers keep) : DraftPage(find, keep)
{
    /// <inheritdoc />
    protected override ResidentStep Step => ResidentStep.What;

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Begin(cancel) ?? Page();

    /// <summary>The resident goes on with the form.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => KeepAndGoOn(answers => answers with { DangerSeen = true }, cancel);
}
