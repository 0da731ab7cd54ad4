using System.Globalization;
using System.Text.Json;
using Loket.Cases;
using Loket.Cases.OnFile;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;

namespace Loket.Web.Pages.Staff.Access;

/// <summary>Everything that is kept of one person, to read, to print and as a file, for who answers their request to see it (AVG, article 15); and what of it is to be erased, which two people decide (article 17).</summary>
[Right(Right.AnswerPrivacyRequests)]
public sealed class IndexModel(
    MakeAccessReport make, ProposeErasure propose, EraseAtRequest erase, WithdrawErasure withdraw, ErasuresWaiting waiting, StaffDirectory staff, NameBooks books, Calendars calendars) : StaffPage
{
    private DateTimeZone zone = DateTimeZone.Utc;

    /// <summary>Whose data.</summary>
    [BindProperty(SupportsGet = true)]
    public AccessForm Form { get; set; } = new();

    /// <summary>What is kept; null where nobody was asked about.</summary>
    public AccessReport? Report { get; private set; }

    /// <summary>What waits for a second person.</summary>
    public IReadOnlyList<ErasureCard> Waiting { get; private set; } = [];

    /// <summary>Who put that forward.</summary>
    public IReadOnlyDictionary<StaffId, StaffCard> People { get; private set; } = new Dictionary<StaffId, StaffCard>();

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>Names for what it refers to.</summary>
    public NameBook Names { get; private set; } = null!;

    /// <summary>Address of the same as a file.</summary>
    public string Json => Url.Content(Links.Access) + QueryString.Create("Form.Reference", Form.Reference ?? "").Add("handler", "Json");

    /// <summary>A moment on the clock of the municipality.</summary>
    public LocalDateTime At(Instant at) => at.InZone(zone).LocalDateTime;

    /// <summary>Whether the reader put it forward, so that somebody else decides.</summary>
    public bool IsOwn(ErasureCard one) => one.ProposedBy == Actor.Staff;

    /// <summary>For what somebody looked, in words.</summary>
    public string Purpose(LookOnFile look) =>
        look.Purpose is { } purpose && TimelineWords.Here.Has("purpose." + purpose) ? TimelineWords.Here["purpose." + purpose] : look.Purpose ?? TimelineWords.Here[look.Kind, 1];

    /// <summary>Shows the form, and what is kept of whom it asks about.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!string.IsNullOrWhiteSpace(Form.Reference))
        {
            var made = await make.Handle(Form.Reference, Actor, cancel);
            if (!made.Succeeded) return await Refuse(made.Failure);
            (Report, Names) = (made.Value, await books.Open([], cancel));
        }

        await Load(cancel);
        return Page();
    }

    /// <summary>Puts forward that what may go is erased.</summary>
    public Task<IActionResult> OnPostProposeAsync(CancellationToken cancel) => Answer(propose.Handle(RequestKey, Form.Reference, Actor, cancel), _ => Saved(Words["Proposed"]), "");

    /// <summary>Agrees with what a colleague put forward: erases what may go, and says until when the rest stays.</summary>
    public Task<IActionResult> OnPostEraseAsync(Guid id, CancellationToken cancel) =>
        Answer(erase.Handle(RequestKey, new ErasureProposalId(id), Actor, cancel), stays => Saved(Words["Erased"] + Why(stays)), "");

    /// <summary>Throws away what somebody put forward.</summary>
    public Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancel) =>
        Answer(withdraw.Handle(RequestKey, new ErasureProposalId(id), Actor, cancel), _ => Saved(Words["Withdrawn"]), "");

    /// <summary>The same as a file that a program can read.</summary>
    public async Task<IActionResult> OnGetJsonAsync(CancellationToken cancel)
    {
        var made = await make.Handle(Form.Reference, Actor, cancel);
        if (!made.Succeeded) return await Refuse(made.Failure);
        Response.Headers.CacheControl = "private, no-store";
        var day = made.Value.At.InZone((await calendars.Current(cancel)).Zone).Date;
        return File(JsonSerializer.SerializeToUtf8Bytes(made.Value, Storage.Json.Options), "application/json", $"inzage-{LocalDatePattern.Iso.Format(day)}.json");
    }

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        zone = (await calendars.Current(cancel)).Zone;
        Waiting = await waiting.All(Actor, cancel);
        People = await staff.Several([.. Waiting.Select(one => one.ProposedBy).Distinct()], cancel);
    }

    private LocalRedirectResult Saved(string notice)
    {
        Notice = notice;
        return LocalRedirect(Links.Access);
    }

    private string Why(StaysOnFile stays) =>
        stays.IsOpen ? " " + Words["Erased.Open"] : stays.IsKeptForEver ? " " + Words["Erased.ForEver"] : stays.IsDue ? " " + Words["Erased.Due"]
        : stays.KeptUntil is { } until ? " " + Words["Erased.Until", DateWords.Medium(until, CultureInfo.CurrentUICulture)] : "";
}

/// <summary>Whose data somebody asks to see.</summary>
public sealed class AccessForm
{
    /// <summary>A reference of a contact or case of theirs.</summary>
    public string? Reference { get; set; }
}
