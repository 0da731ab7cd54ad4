using Loket.Contacts;
using Loket.Intake;
using Loket.Intake.Residents;
using Loket.Kernel.Text;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Public.Report;

/// <summary>With what does the resident come?</summary>
[Open]
public sealed class KindModel(FindDraft find, KeepAnswers keep) : DraftPage(find, keep)
{
    /// <summary>What is filled in.</summary>
    [BindProperty]
    public KindForm Form { get; set; } = new();

    /// <summary>The answers to choose from.</summary>
    public IEnumerable<Choice> Kinds => Enum.GetValues<ResidentKind>().Select(kind => new Choice(kind.ToString(), Words.Of(kind), Words[kind + ".Hint"]));

    /// <inheritdoc />
    protected override ResidentStep Step => ResidentStep.Kind;

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await Begin(cancel) is { } elsewhere) return elsewhere;
        Form = new KindForm { Kind = Answers.Kind?.ToString(), IsHelped = Answers.IsHelped, HelpedBy = Answers.HelpedBy };
        return Page();
    }

    /// <summary>Keeps the answer.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Enum.TryParse<ResidentKind>(Form.Kind, out var kind) || !Enum.IsDefined(kind)) return await Refuse(IntakeFailures.KindMissing);
        var helper = CleanText.Line(Form.HelpedBy, Assisted.LongestBy);
        if (!helper.Succeeded) return await Refuse(helper.Failure.At("HelpedBy"));
        // Who says who helps, is helped.
        var by = helper.Value.Length == 0 ? null : helper.Value;
        return await KeepAndGoOn(answers => answers with { Kind = kind, IsHelped = Form.IsHelped || by is not null, HelpedBy = by }, cancel);
    }
}

/// <summary>With what they come.</summary>
public sealed class KindForm
{
    /// <summary>Name of a <see cref="ResidentKind"/>.</summary>
    public string? Kind { get; set; }

    /// <summary>Whether somebody fills it in for or with the resident.</summary>
    public bool IsHelped { get; set; }

    /// <summary>Who that somebody is.</summary>
    public string? HelpedBy { get; set; }
}
