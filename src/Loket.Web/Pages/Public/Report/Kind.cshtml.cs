using Loket.Contacts;
using Loket.Intake;
using Loket.Intake.Residents;
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
        Form.Kind = Answers.Kind?.ToString();
        return Page();
    }

    /// <summary>Keeps the answer.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Enum.TryParse<ResidentKind>(Form.Kind, out var kind) && Enum.IsDefined(kind)
            ? await KeepAndGoOn(answers => answers with { Kind = kind }, cancel)
            : await Refuse(IntakeFailures.KindMissing);
}

/// <summary>With what they come.</summary>
public sealed class KindForm
{
    /// <summary>Name of a <see cref="ResidentKind"/>.</summary>
    public string? Kind { get; set; }
}
