using Loket.Intake;
using Loket.Intake.Residents;
using Loket.Kernel.Text;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Public.Report;

/// <summary>What is it about?</summary>
[Open]
public sealed class WhatModel(FindDraft find, KeepAnswers keep, ProposeCategory propose) : DraftPage(find, keep)
{
    /// <summary>What is filled in.</summary>
    [BindProperty]
    public WhatForm Form { get; set; } = new();

    /// <inheritdoc />
    protected override ResidentStep Step => ResidentStep.What;

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await Begin(cancel) is { } elsewhere) return elsewhere;
        Form.Text = Answers.Text;
        return Page();
    }

    /// <summary>Keeps the answer; words of danger lead to a page that says whom to call.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var text = CleanText.Lines(Form.Text, ResidentAnswers.LongestText);
        if (!text.Succeeded) return await Refuse(text.Failure.At("Text"));
        if (text.Value.Length == 0) return await Refuse(IntakeFailures.DescriptionMissing);
        var next = await KeepAndGoOn(answers => answers with { Text = text.Value, DangerSeen = answers.DangerSeen && answers.Text == text.Value }, cancel);
        return !Answers.DangerSeen && await propose.TellsOfDanger(text.Value, cancel) ? LocalRedirect("~/melden/gevaar" + (Changing ? "?wijzig=true" : "")) : next;
    }
}

/// <summary>What it is about.</summary>
public sealed class WhatForm
{
    /// <summary>In their own words.</summary>
    public string? Text { get; set; }
}
