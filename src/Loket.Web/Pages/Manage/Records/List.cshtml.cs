using System.Globalization;
using Loket.Cases;
using Loket.Cases.Keeping;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Web.Components;
using Loket.Web.Pages.Staff;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;

namespace Loket.Web.Pages.Manage.Records;

/// <summary>How many cases of one kind ended in one way, and on what ground they are destroyed.</summary>
/// <param name="Type">Name of the kind.</param>
/// <param name="Result">How they ended.</param>
/// <param name="Ground">The number in the selection list; null for none.</param>
/// <param name="Cases">How many.</param>
public sealed record DestructionGround(string? Type, string Result, string? Ground, int Cases);

/// <summary>A list of cases to be destroyed: two people look at it. Carried out, it is the declaration of destruction.</summary>
[Right(Right.KeepRecords)]
public sealed class ListModel(
    DestructionLists lists, ProposeDestruction propose, ApproveDestruction approve, WithdrawDestruction withdraw, TakeOutOfDestruction takeOut, NameBooks books, Calendars calendars) : StaffPage
{
    private DateTimeZone zone = DateTimeZone.Utc;

    /// <summary>Which list.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid List { get; set; }

    /// <summary>A case that is taken out.</summary>
    [BindProperty]
    public TakeOutForm Form { get; set; } = new();

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The list.</summary>
    public DestructionCard? Card { get; private set; }

    /// <summary>What stands on it.</summary>
    public IReadOnlyList<DestructionLine> Lines { get; private set; } = [];

    /// <summary>Names for what they refer to.</summary>
    public NameBook Names { get; private set; } = null!;

    /// <summary>How many were destroyed.</summary>
    public int Destroyed => Lines.Count(line => line.Fate == DestructionFate.Destroyed);

    /// <summary>Whether the reader put it forward: then somebody else approves it.</summary>
    public bool IsOwn => Card is { ProposedBy: { } proposer } && proposer == Actor.Staff;

    /// <summary>What is, or was, destroyed on what ground, the most first.</summary>
    public IReadOnlyList<DestructionGround> Grounds =>
    [
        .. Lines.Where(line => line.Fate is DestructionFate.Listed or DestructionFate.Destroyed).GroupBy(line => (line.Type, Ended: ResultOf(line), line.Ground))
            .Select(each => new DestructionGround(Names.Type(each.Key.Type), each.Key.Ended, each.Key.Ground, each.Count())).OrderByDescending(ground => ground.Cases),
    ];

    /// <inheritdoc />
    protected override bool IsThere => Card is not null;

    /// <summary>A moment on the clock of the municipality.</summary>
    public LocalDateTime At(Instant at) => at.InZone(zone).LocalDateTime;

    /// <summary>Name of a colleague.</summary>
    public string? Name(StaffId id) => Names.Person(id);

    /// <summary>A day in words; empty for none.</summary>
    public string Day(Instant? at) => at is { } known ? DateWords.Medium(At(known).Date, CultureInfo.CurrentUICulture) : "";

    /// <inheritdoc cref="Day(Instant?)" />
    public string Day(LocalDate? day) => day is { } known ? DateWords.Medium(known, CultureInfo.CurrentUICulture) : "";

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await Load(cancel);
        return IsThere ? Page() : NotFound();
    }

    /// <summary>The same as a file for a spreadsheet.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        await Load(cancel);
        if (!IsThere) return NotFound();
        string[] columns = ["Reference", "Type", "Category", "Opened", "Closed", "Result", "Ground", "Kept", "Fate"];
        return new CsvResult($"vernietiging-{LocalDatePattern.Iso.Format(At(Card!.DrawnAt).Date)}.csv", [.. columns.Select(column => Words[column])], Lines.Select(Row).ToAsyncEnumerable());
    }

    /// <summary>Puts it forward.</summary>
    public Task<IActionResult> OnPostProposeAsync(CancellationToken cancel) => Answer(propose.Handle(RequestKey, new DestructionListId(List), Actor, cancel), _ => Saved("Proposed"), "");

    /// <summary>Approves it.</summary>
    public Task<IActionResult> OnPostApproveAsync(int? seen, CancellationToken cancel) =>
        Answer(approve.Handle(RequestKey, new DestructionListId(List), seen, Actor, cancel), _ => Saved("Approved"), "");

    /// <summary>Throws it away.</summary>
    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel) => Answer(withdraw.Handle(RequestKey, new DestructionListId(List), Actor, cancel), _ => Saved("Withdrawn"), "");

    /// <summary>Takes a case out of it.</summary>
    public async Task<IActionResult> OnPostTakeOutAsync(CancellationToken cancel)
    {
        var typed = Form.Reference?.Trim() ?? "";
        var id = new DestructionListId(List);
        var line = (await lists.Lines(id, Actor, cancel)).FirstOrDefault(one => string.Equals(one.Reference, typed, StringComparison.OrdinalIgnoreCase));
        return await Answer(takeOut.Handle(new TakeOutOfDestruction.Request(RequestKey, id, line?.Case, Form.Reason, Actor), cancel), _ => Saved("TakenOut"));
    }

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        var id = new DestructionListId(List);
        Card = await lists.Find(id, Actor, cancel);
        if (Card is null) return;
        zone = (await calendars.Current(cancel)).Zone;
        Lines = await lists.Lines(id, Actor, cancel);
        Names = await books.Open([Card.ProposedBy, Card.ApprovedBy], cancel);
    }

    private string ResultOf(DestructionLine line) => line.Result is { } result ? NameBook.Of(result) : Words["Undone"];

    private IReadOnlyList<string?> Row(DestructionLine line) =>
    [
        line.Reference, Names.Type(line.Type), Names.Category(line.Category), Iso(line.OpenedAt), line.ClosedAt is { } closed ? Iso(closed) : null, ResultOf(line), line.Ground,
        line.KeptUntil is { } kept ? LocalDatePattern.Iso.Format(kept) : null, Words["Fate." + line.Fate],
    ];

    private string Iso(Instant at) => LocalDatePattern.Iso.Format(At(at).Date);

    private LocalRedirectResult Saved(string what)
    {
        Notice = what;
        return LocalRedirect(DestructionWords.Href(new DestructionListId(List)));
    }
}

/// <summary>A case that is taken out of a list, as it is filled in.</summary>
public sealed class TakeOutForm
{
    /// <summary>Its number.</summary>
    public string? Reference { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }
}
