using Loket.Cases;
using Loket.Cases.Bulk;
using Loket.Cases.Views;
using Loket.Kernel;
using Loket.Organisation;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Staff.Work;

/// <summary>What is done with several cases at once, and the views that are kept.</summary>
public sealed partial class ListsModel
{
    private const int MostNamed = 10;

    /// <summary>What is done with the chosen cases.</summary>
    [BindProperty(Name = nameof(Bulk))]
    public BulkForm Bulk { get; set; } = new();

    /// <summary>Under which name the view is kept.</summary>
    [BindProperty(Name = nameof(Keep))]
    public KeepForm Keep { get; set; } = new();

    /// <summary>What was done to several cases just now, and can be undone.</summary>
    [TempData]
    public Guid? Undoable { get; set; }

    /// <summary>Whether some of the cases were left as they are.</summary>
    [TempData]
    public bool? LeftSome { get; set; }

    /// <summary>Whether the form for keeping the view came back, or was given back.</summary>
    public bool IsKeeping => IsGivenBack(nameof(Keep)) || IsWrong(nameof(Keep));

    /// <summary>Whether the fields about sleeping came back with something to mend, or were given back.</summary>
    public bool IsSnoozing => IsGivenBack(nameof(Bulk)) || IsWrong("Bulk.Until") || IsWrong("Bulk.Reason");

    /// <summary>Whether the reader may remove a view.</summary>
    public bool MayRemove(SavedViewCard view) => view.Team is not { } team || ViewRules.MayKeepFor(Actor, team);

    private BulkChange Change => new(RequestKey, Bulk.Seen(), Actor);

    /// <summary>Takes the chosen cases.</summary>
    public Task<IActionResult> OnPostMineAsync([FromServices] TakeCases takeAll, CancellationToken cancel) => Tell(takeAll.Handle(Change, cancel), BulkKind.Take);

    /// <summary>Gives them to a team or a colleague.</summary>
    public Task<IActionResult> OnPostAssignAsync([FromServices] AssignCases assign, CancellationToken cancel) =>
        Tell(assign.Handle(Change, new AssignCases.Receiver(IdOf(OfTeam) is { } team ? new TeamId(team) : null, IdOf(OfPerson) is { } person ? new StaffId(person) : null), cancel), BulkKind.Assign);

    /// <summary>Spreads them over a team.</summary>
    public Task<IActionResult> OnPostSpreadAsync([FromServices] SpreadCases spread, CancellationToken cancel) =>
        Tell(spread.Handle(Change, new TeamId(Guid.TryParse(Bulk.Team, out var team) ? team : Guid.Empty), cancel), BulkKind.Spread);

    /// <summary>Gives them back to the team.</summary>
    public Task<IActionResult> OnPostBackAsync([FromServices] HandBackCases handBack, CancellationToken cancel) => Tell(handBack.Handle(Change, cancel), BulkKind.HandBack);

    /// <summary>Puts them to sleep until a day.</summary>
    public Task<IActionResult> OnPostSnoozeAsync([FromServices] SnoozeCases snooze, CancellationToken cancel) =>
        Tell(snooze.Handle(Change, new SnoozeCases.Sleep(Bulk.Until.Date, Bulk.Reason), cancel), BulkKind.Snooze);

    /// <summary>Wakes them.</summary>
    public Task<IActionResult> OnPostWakeAsync([FromServices] WakeCases wake, CancellationToken cancel) => Tell(wake.Handle(Change, cancel), BulkKind.Wake);

    /// <summary>Undoes what was done to several cases.</summary>
    public async Task<IActionResult> OnPostUndoAsync([FromServices] UndoBulkAct undo, Guid act, CancellationToken cancel)
    {
        var undone = await undo.Handle(new UndoBulkAct.Request(RequestKey, new BulkActId(act), Actor), cancel);
        return undone.Succeeded ? Told("Undone", undone.Value) : await Refuse(undone.Failure, nameof(Bulk));
    }

    /// <summary>Keeps the list as it is shown, under a name.</summary>
    public async Task<IActionResult> OnPostKeepAsync([FromServices] SaveView save, CancellationToken cancel)
    {
        await LoadQuery(cancel);
        TeamId? team = string.IsNullOrEmpty(Keep.Team) ? null : new TeamId(Guid.TryParse(Keep.Team, out var id) ? id : Guid.Empty);
        return await Answer(save.Handle(new SaveView.Request(RequestKey, Keep.Name, team, query, Actor), cancel), view => Changed("Kept", view), nameof(Keep));
    }

    /// <summary>Removes the view that is open.</summary>
    public Task<IActionResult> OnPostRemoveAsync([FromServices] RemoveView remove, Guid view, CancellationToken cancel) =>
        Answer(remove.Handle(new RemoveView.Request(RequestKey, new SavedViewId(view), Actor), cancel), _ => Changed("Removed", null), nameof(Keep));

    private LocalRedirectResult Changed(string notice, SavedViewId? view)
    {
        (ViewId, After, Before) = (view?.Value.ToString(), null, null);
        return Done(Words[notice]);
    }

    private async Task<IActionResult> Tell(Task<Result<BulkOutcome>> asked, BulkKind kind)
    {
        var result = await asked;
        if (!result.Succeeded) return await Refuse(result.Failure, nameof(Bulk));
        Undoable = result.Value.Act?.Value;
        return Told(kind.ToString(), result.Value);
    }

    // "18 zaken toegewezen. 2 niet: HLM-… (intussen gewijzigd)."
    private LocalRedirectResult Told(string what, BulkOutcome outcome)
    {
        var say = Words;
        var told = say.Count("Done." + what, outcome.Done);
        if (outcome.LeftOut.Count == 0) return Done(told);
        LeftSome = true;
        var reasons = outcome.LeftOut.GroupBy(one => one.Why).Select(same => say["LeftOut", InWords([.. same.Select(one => one.Reference ?? say["LeftOut.Unknown"])]), say["Why." + same.Key]]);
        return Done(told + " " + say["Left", outcome.LeftOut.Count, string.Join("; ", reasons)]);
    }

    private string InWords(IReadOnlyList<string> references) =>
        string.Join(", ", references.Take(MostNamed)) + (references.Count > MostNamed ? " + " + (references.Count - MostNamed).ToString(Words.Culture) : "");

    private bool IsWrong(string field) => ModelState.Any(entry => entry.Key.StartsWith(field, StringComparison.Ordinal) && entry.Value?.Errors.Count > 0);

    private Guid? IdOf(string kind) => Bulk.To is { } to && to.StartsWith(kind, StringComparison.Ordinal) && Guid.TryParse(to[kind.Length..], out var id) ? id : null;
}
