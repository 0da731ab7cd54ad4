using Loket.Intake;
using Loket.Intake.Residents;
using Loket.Kernel.Text;
using Loket.Places;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Public.Report;

/// <summary>Where is it?</summary>
[Open]
public sealed class WhereModel(FindDraft find, KeepAnswers keep, ReadPlace places) : DraftPage(find, keep)
{
    /// <summary>What is filled in.</summary>
    [BindProperty]
    public WhereForm Form { get; set; } = new();

    /// <summary>The villages to choose from.</summary>
    public IReadOnlyList<Choice> Villages { get; private set; } = [];

    /// <inheritdoc />
    protected override ResidentStep Step => ResidentStep.Where;

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await Begin(cancel) is { } elsewhere) return elsewhere;
        await Load(cancel);
        (Form.Place, Form.Village) = (Answers.Place, Answers.Village);
        return Page();
    }

    /// <summary>Keeps the answer.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var place = CleanText.Line(Form.Place, ResidentAnswers.LongestPlace);
        if (!place.Succeeded) return await Refuse(place.Failure.At("Place"));
        var village = string.IsNullOrEmpty(Form.Village) ? null : Form.Village;
        if (village is not null && (await places.Villages(cancel)).All(one => one.Key != village)) return await Refuse(IntakeFailures.UnknownVillage);
        return await KeepAndGoOn(
            answers => answers with { PlaceAnswered = true, Place = place.Value.Length == 0 ? null : place.Value, Village = village }, cancel);
    }

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        await base.Load(cancel);
        Villages = [.. (await places.Villages(cancel)).Select(village => new Choice(village.Key, village.Name))];
    }
}

/// <summary>Where it is.</summary>
public sealed class WhereForm
{
    /// <summary>In their own words.</summary>
    public string? Place { get; set; }

    /// <summary>Key of a village.</summary>
    public string? Village { get; set; }
}
