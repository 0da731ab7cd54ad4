using System.Globalization;
using Loket.Cases;
using Loket.Cases.Colleagues;
using Loket.Cases.Handovers;
using Loket.Cases.Reading;
using Loket.Cases.Telling;
using Loket.Documents;
using Loket.Intake.Follow;
using Loket.Messages;
using Loket.Organisation.Desks;
using Loket.Storage.Tenancy;
using Loket.Web.Components;
using Loket.Web.Pages.Wishes;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Loket.Web.Pages.Public.Follow;

/// <summary>How a case stands, for one who asked (row B7): status, promised date, what happened; writing to the handler, choosing a channel.</summary>
[Open]
public sealed class CaseModel(
    OpenFollowed open, WriteFromFollow write, PreferFromFollow prefer, KeepUnsent keep, ForgetUnsent forget, KeptFiles files, DeskDirectory desks, TenantContext tenant) : PublicPage, IWishPage
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    /// <summary>A message to the handler.</summary>
    [BindProperty]
    public MessageForm Form { get; set; } = new();

    /// <summary>How they hear from now on.</summary>
    [BindProperty]
    public WishForm Wish { get; set; } = new();

    /// <summary>What is shown.</summary>
    public FollowedPage Followed { get; private set; } = null!;

    /// <summary>What was done just now, as a key of the texts.</summary>
    [TempData]
    public string? Told { get; set; }

    /// <summary>The reference of what was registered apart just now.</summary>
    [TempData]
    public string? Apart { get; set; }

    /// <summary>Why the reader is back at the beginning, as a key of the texts there.</summary>
    [TempData]
    public string? Away { get; set; }

    /// <summary>Whether a message of the reader stands filled in again.</summary>
    public bool IsGivenBack { get; private set; }

    /// <summary>The files that were taken in.</summary>
    public IReadOnlyList<ReceivedFile> Files => files.Read(Form.Kept);

    /// <summary>How it stands, in one sentence.</summary>
    public string Status => LineOf(Followed.Case, tenant.Tenant.Clock.Now(), Language);

    /// <summary>Where it is.</summary>
    public string? Place => PlaceWords.Of(Followed.Case.Place);

    /// <summary>The day on which the partner does it, where one was promised.</summary>
    public string? Planned => FollowedCases.PlannedOn(Followed.Case, Followed.Events) is { } day ? DayOf(day) : null;

    /// <inheritdoc />
    public IReadOnlyList<Choice> Ways { get; private set; } = [];

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private string? Ticket => FollowCookies.Ticket(Request);

    /// <summary>A day in words.</summary>
    public string Day(Instant at) => MessageWords.Day(at, tenant.Tenant.Clock.Now(), Language);

    /// <summary>What this page says of how a case stands, in sentences for who tells it aloud.</summary>
    /// <param name="followed">The case, as the participant may see it.</param>
    /// <param name="planned">The day on which the partner does it.</param>
    /// <param name="now">By the municipality's clock.</param>
    /// <param name="language">Of the participant: nl or en.</param>
    public static IReadOnlyList<string> Aloud(FollowedCase followed, LocalDate? planned, Instant now, string language)
    {
        var words = TextCatalogue.Default.For("Pages/Public/Follow/Case", CultureInfo.GetCultureInfo(language));
        List<string> lines = [LineOf(followed, now, language)];
        if (planned is { } day) lines.Add($"{words["Planned", followed.Partner, MessageWords.Day(day, now.InZone(Zone).Date, language)]}.");
        if (followed.Status != CaseStatus.Closed)
            lines.Add($"{(followed.DeadlineAt is { } deadline ? words["Deadline.By", MessageWords.Day(deadline, now, language)] : words["Deadline.None"])}.");
        return lines;
    }

    /// <summary>A moment as clocks show it here.</summary>
    public static LocalDateTime Moment(Instant at) => at.InZone(Zone).LocalDateTime;

    /// <summary>An event in words: what happened, and what was said with it; null for what says nothing to a resident.</summary>
    public (string Title, string? Text, string Icon)? InWords(FollowedEvent line) => line.Happened switch
    {
        CaseOpened => (Words["Opened"], null, "inbox"),
        CaseTakenUp => (Words["TakenUp"], null, "person"),
        CaseStatusSet set => ((Language == "en" ? set.ResidentsEn : set.ResidentsNl).TrimEnd('.'), null, "info"),
        CaseDateMoved moved => (Words["DateMoved", Day(moved.DeadlineAt)], null, "clock"),
        CaseAnswered answered => (Words["Answered"], Join(answered.Text, answered.OwnParts?.GetValueOrDefault(Followed.Case.Participant.Value)), "chat"),
        CaseAcknowledged => (Words["Acknowledged"], null, "inbox"),
        CaseAsked asked => (Words["Asked"], asked.Text, "info"),
        CaseSuspended suspended => (Words["Suspended"], suspended.Reason, "pause"),
        CaseResumed => (Words["Resumed"], null, "clock"),
        CaseExtended extended => (extended.DeadlineAt is { } at ? Words["Extended", Day(at)] : Words["Extended.NoDate"], extended.Reason, "clock"),
        CaseClosed closed => (Words[closed.Solved ? "Closed.Solved" : "Closed.Unsolved"], closed.Explanation, closed.Solved ? "check-circle" : "cross-circle"),
        CaseReopened reopened => (Words["Reopened"], reopened.Reason, "undo"),
        HandoverOffered => (Words["HandedOver", line.Partner], null, "handover"),
        HandoverAccepted { PlannedOn: { } day } => (Words["Planned", line.Partner, DayOf(day)], null, "calendar"),
        HandoverAccepted => (Words["Accepted", line.Partner], null, "handover"),
        HandoverProgressed { PlannedOn: { } day } progress => (Words["Planned", line.Partner, DayOf(day)], progress.Text, "calendar"),
        HandoverProgressed progress => (Words["Progressed", line.Partner], progress.Text, "info"),
        HandoverCameBack => (Words["CameBack", line.Partner], null, "undo"),
        ParticipantWrote wrote => (Words["Wrote"], Join(wrote.Text, wrote.Files > 0 ? Words.Count("Wrote.Files", wrote.Files) : null), "letter"),
        _ => null,
    };

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await Load(cancel);
        return Followed is null ? await ToBeginning() : Page();
    }

    /// <summary>Writes to the handler.</summary>
    public async Task<IActionResult> OnPostWriteAsync(CancellationToken cancel)
    {
        await files.Take(Form.Kept, Form.Files, ModelState, Words, cancel);
        if (!ModelState.IsValid) return await Done(Again());
        return await Done(Answer(write.Handle(new WriteFromFollow.Request(RequestKey, Ticket, Form.Text, Files, Language), cancel), written =>
        {
            Apart = written.Apart;
            return Tell(written.Apart is null ? "Told.Written" : written.Proposed is null ? "Told.Apart" : "Told.Proposed");
        }));
    }

    /// <summary>Changes the ways.</summary>
    public Task<IActionResult> OnPostPreferAsync(CancellationToken cancel) => Done(Prefer(cancel));

    /// <summary>Ends it, for a shared computer.</summary>
    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken cancel)
    {
        await forget.Handle(Ticket, cancel);
        FollowCookies.Forget(HttpContext);
        return LocalRedirect("~/volgen");
    }

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        Followed = (await open.Handle(Ticket, cancel))!;
        if (Followed is null) return;
        FollowCookies.KeepTicket(HttpContext, Followed.Ticket);
        if (!Request.HasFormContentType && Followed.Unsent is { } unsent) (Form.Text, Form.Kept, IsGivenBack) = (unsent.Text, files.Tokens(unsent.Files), true);
        if (Followed.Wishes is not { } wishes) return;
        Ways = WishForm.Choices(wishes, await desks.All(cancel));
        if (!Request.HasFormContentType) Wish = WishForm.Of(wishes);
    }

    /// <inheritdoc />
    protected internal override async Task<IActionResult> Stale()
    {
        await files.Take(Form.Kept, Form.Files, ModelState, Words, HttpContext.RequestAborted);
        return await Done(base.Stale());
    }

    private async Task<IActionResult> Prefer(CancellationToken cancel)
    {
        var chosen = Wish.Read();
        if (!chosen.Succeeded) return await Refuse(chosen.Failure, nameof(Wish));
        var changed = await prefer.Handle(new PreferFromFollow.Request(RequestKey, Ticket, chosen.Value), cancel);
        return changed.Succeeded ? Tell("Told.Preferred") : await Refuse(WishForm.AtField(changed.Failure), nameof(Wish));
    }

    private static string Join(string? text, string? own) => string.Join("\n\n", new[] { text, own }.Where(part => !string.IsNullOrEmpty(part)));

    private static string LineOf(FollowedCase followed, Instant now, string language) => StatusWords.Line(
        followed.Status, followed.Solved, followed.Team, followed.Partner, followed.PartnerSince is { } since ? MessageWords.Day(since, now, language) : null, language, followed.Own);

    private string DayOf(LocalDate day) => MessageWords.Day(day, tenant.Tenant.Clock.Now().InZone(Zone).Date, Language);

    private LocalRedirectResult Tell(string told)
    {
        Told = told;
        return LocalRedirect("~/volgen/zaak");
    }

    // A ticket that ended meanwhile leads back to the beginning, whatever was asked; what was written waits until its writer has shown again who they are.
    private async Task<IActionResult> Done(Task<IActionResult> answered)
    {
        var result = await answered;
        return Followed is null && result is PageResult ? await ToBeginning() : result;
    }

    // Who carries nothing has been nowhere, and needs no word of it.
    private async Task<LocalRedirectResult> ToBeginning()
    {
        Away = !open.HasEnded(Ticket) ? "Gone"
            : await keep.Handle(Form.Mark, Form.Text, Files, HttpContext.RequestAborted) ? "Kept"
            : Ticket is not null || Request.HasFormContentType ? "Ended"
            : null;
        return LocalRedirect("~/volgen");
    }
}

/// <summary>A message to the handler.</summary>
public sealed class MessageForm
{
    /// <summary>What they write.</summary>
    public string? Text { get; set; }

    /// <summary>For whom the form was made, sealed.</summary>
    public string? Mark { get; set; }

    /// <summary>What they send along, as the browser sends it.</summary>
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>Files that were taken in before the form came back, signed.</summary>
    public List<string> Kept { get; set; } = [];
}
