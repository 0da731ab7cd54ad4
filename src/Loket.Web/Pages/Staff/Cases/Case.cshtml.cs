using System.Globalization;
using Loket.Cases.Emergency;
using Loket.Cases.Handovers;
using Loket.Cases.Reading;
using Loket.Cases.Tasks;
using Loket.Cases.Together;
using Loket.Cases.Types;
using Loket.Contacts;
using Loket.Documents;
using Loket.Intake.Repeats;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Messages;
using Loket.Organisation.Drafts;
using Loket.Organisation.People;
using Loket.Organisation.Portfolios;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;
using Loket.Storage.Journal;
using Loket.Storage.Tenancy;
using Loket.Web.Components;
using Loket.Web.Drafts;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Loket.Web.Pages.Staff.Cases;

/// <summary>A case: what, who asked, what happened, and what can be done now.</summary>
[Right(Right.SeeCases)]
public sealed partial class CaseModel(
    OpenCase open, EmergencyReader emergency, JournalReader journal, ReadMessages readMessages, ReadDocuments readDocuments, NameBooks books, StaffDirectory staff, Calendars calendars,
    FindSimilar similar, CaseNumbers caseNumbers, PortfolioDirectory portfolios, TenantContext tenant) : DraftingPage
{
    private const int MostLines = 300;
    private const int MostMessages = 200;
    private const int MostAlike = 3;

    /// <summary>In the address when all that it may be a repeat of is shown.</summary>
    public const string AllAlike = "gelijke";

    /// <summary>How many lines of the timeline, and messages, are in sight at once.</summary>
    public const int InSight = 12;

    /// <summary>The case's number or a participant's reference.</summary>
    [BindProperty(SupportsGet = true)]
    public string Reference { get; set; } = "";

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The case.</summary>
    public CaseView View { get; private set; } = null!;

    /// <summary>Who else has it before them, in words; empty for nobody.</summary>
    public string Here { get; private set; } = "";

    /// <summary>Names for what it refers to.</summary>
    public NameBook Names { get; private set; } = null!;

    /// <summary>The portfolio to which its subject belongs; null for none.</summary>
    public PortfolioCard? Portfolio { get; private set; }

    /// <summary>What happened, newest first.</summary>
    public IReadOnlyList<TimelineItem> Timeline { get; private set; } = [];

    /// <summary>Messages about it, newest first.</summary>
    public IReadOnlyList<MessageView> Messages { get; private set; } = [];

    /// <summary>Files with it.</summary>
    public IReadOnlyList<CaseFile> Files { get; private set; } = [];

    /// <summary>Of those, what can go along to the partner that has it, or gets it; of what is sensitive none. None is chosen beforehand: a colleague looks first.</summary>
    public IReadOnlyList<Choice> CanGoAlong => View.Confidentiality == Confidentiality.Sensitive ? [] :
    [
        .. Files.Where(file => !View.FilesAlong.Any(one => one.Document == file.Document.Id && one.Handover == Live?.Id)).Select(file => new Choice(
            file.Document.Id.Value.ToString(), file.Document.Name, string.Join(" · ", new[] { StaffWords.Size(file.Document.Size), file.From?.Name, file.FromPartner }.OfType<string>()))),
    ];

    /// <summary>For what waits in triage: the cases that it may be a repeat of, best first.</summary>
    public IReadOnlyList<Match> Alike { get; private set; } = [];

    /// <summary>How many more it may be a repeat of.</summary>
    public int MoreAlike { get; private set; }

    /// <summary>What the partner asked and nobody has answered yet.</summary>
    public string? Asked { get; private set; }

    /// <summary>Whether the partner waits for an answer, also where the reader may not read the question.</summary>
    public bool PartnerWaits { get; private set; }

    /// <summary>How long it has.</summary>
    public DaysLeft? Left { get; private set; }

    /// <summary>How it stands, in words.</summary>
    public string State { get; private set; } = "";

    /// <summary>The municipality's clock.</summary>
    public DateTimeZone Zone { get; private set; } = null!;

    /// <summary>Which version is shown, for the forms.</summary>
    public string Stamp => new CaseStamp(View.Version, shownAt).ToString();

    /// <summary>Colleagues to give it to.</summary>
    public IReadOnlyList<Choice> Colleagues { get; private set; } = [];

    /// <summary>How it can end.</summary>
    public IReadOnlyList<Choice> Results => [.. View.Results.Select(result => new Choice(result.Key, NameBook.Of(result)))];

    /// <summary>What another case can be to this one.</summary>
    public IReadOnlyList<Choice> LinkChoices => [.. ((LinkedAs[])[LinkedAs.Whole, LinkedAs.Part, LinkedAs.Before, LinkedAs.Related]).Select(one => new Choice(one.ToString(), StaffWords.Here.Of(one)))];

    /// <summary>Who can go along to a case that is split off.</summary>
    public IReadOnlyList<Choice> PeopleChoices => [.. People.Select(one => new Choice(one.Reference, $"{one.Name ?? one.Subject} ({one.Reference})"))];

    /// <summary>The statuses of its type that it can get now, and whether residents are told.</summary>
    public IReadOnlyList<Choice> NextStatuses => [.. View.NextStatuses.Select(one => new Choice(one.Key, NameBook.Of(one), one.ForResidents(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName)
        + (one.Tells ? " " + Words["Status.Tells"] : "")))];

    /// <summary>Its tasks that are open.</summary>
    public IReadOnlyList<Choice> OpenTasks => [.. View.Tasks.Where(task => task.State == TaskState.Open).Select(task => new Choice(task.Id.Value.ToString(), NameBook.Of(task)))];

    /// <summary>Name of the result with which alone the closing waits for a task.</summary>
    public string? ForResult(CaseTaskView task) => View.Results.FirstOrDefault(one => one.Key == task.ForResult) is { } result ? NameBook.Of(result) : null;

    /// <summary>Who does a task.</summary>
    public string OwnerOf(CaseTaskView task) => Names.Person(task.Staff) ?? Names.Partner(task.Partner) ?? Names.Team(task.Team) ?? Names.Person(View.Handler) ?? Words["Task.Handler"];

    /// <summary>Formal papers.</summary>
    public static IReadOnlyList<Choice> Papers => [.. Enum.GetValues<FormalPaper>().Select(paper => new Choice(paper.ToString(), StaffWords.Here.Of(paper)))];

    /// <summary>Until when the reader, who may not know of it, is let in by an emergency: to read, and to do nothing; null for everybody else.</summary>
    public Instant? ReadsUntil { get; private set; }

    /// <summary>Whether the reader works on cases.</summary>
    public bool MayWork => May(Right.WorkOnCases);

    /// <summary>Whether the reader may place it.</summary>
    public bool MayPlace => MayWork || (May(Right.Triage) && View.TriageReason is not null);

    /// <summary>Whether the reader hands over.</summary>
    public bool MayHandOver => May(Right.HandOver);

    /// <summary>Whether somebody is being called about danger, and the reader may say that they are on it.</summary>
    public bool MayAcknowledge => View.DangerCall is { AcknowledgedBy: null } && View.ClosedAt is null && May(Right.BeOnCall);

    /// <summary>Whether it is the reader's own.</summary>
    public bool IsMine => View.Handler is { } handler && handler == Actor.Staff;

    /// <summary>Whether the reader may say that a letter or an e-mail came back.</summary>
    public bool MayReturn => ReadsUntil is null && RecordReturn.IsFor(Actor);

    /// <summary>Whether the reader may have somebody called back.</summary>
    public bool MayRegister => May(Right.RegisterContacts);

    /// <summary>Whether the reader sees who asked.</summary>
    public bool SeesPeople => Actor.May(Right.SeePersonalData);

    /// <summary>Who stands on it.</summary>
    public IReadOnlyList<ParticipantView> People => [.. View.Participants.Where(one => one.LeftAt is null)];

    /// <summary>The handover that is under way.</summary>
    public HandoverView? Live => View.Handovers.FirstOrDefault(one => one.State is HandoverState.Offered or HandoverState.Accepted);

    /// <summary>The action that came back, with what was filled in; null when none did.</summary>
    public string? Stuck { get; private set; }

    /// <summary>Both versions, where it came back because somebody else was first.</summary>
    public Crossing? Crossed { get; private set; }

    /// <summary>Whether the norm is in working days; else in days of the law.</summary>
    public bool InWorkingDays { get; private set; } = true;

    private Instant shownAt;
    private bool isCrossed;
    private IReadOnlyDictionary<Guid, string> numbers = new Dictionary<Guid, string>();

    /// <summary>Shows the case.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Read(cancel) ? Page() : NotFound();

    /// <summary>Whether an action stands open: it came back with something to mend, crossed another, or was given back.</summary>
    public bool IsOpen(string form) => Stuck == form || IsGivenBack(form);

    /// <summary>Until when somebody holds it; null where nobody does any more.</summary>
    public LocalDate? Held => View.HeldUntil is { } until && until >= Day(shownAt) ? until : null;

    /// <summary>Whether this is a request to see what is kept, and the reader may give it.</summary>
    public bool AnswersAccess => View is { Paper: FormalPaper.PrivacyRequest, ClosedAt: null } && May(Right.AnswerPrivacyRequests);

    /// <summary>The day of an instant.</summary>
    public LocalDate Day(Instant at) => at.InZone(Zone).Date;

    /// <inheritdoc />
    protected override (DraftPlace Place, Guid Thing)? Drafts => View is null || ReadsUntil is not null ? null : (DraftPlace.Case, View.Id.Value);

    /// <inheritdoc />
    protected override IReadOnlyList<Guid> DraftsOfParts => [.. View.Parts.Select(one => one.Id.Value)];

    /// <inheritdoc />
    protected override string DraftPath => View is null ? base.DraftPath : Url.Content(Links.Case(View.Reference));

    /// <inheritdoc />
    protected override bool IsThere => View is not null;

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel) => await Read(cancel);

    private async Task<bool> Read(CancellationToken cancel)
    {
        var reader = Actor;
        var opened = await open.Handle(Reference.Trim().ToUpperInvariant(), reader, "case-page", CaseDoing.Reading, cancel);
        if (!opened.Succeeded && await emergency.Of(Reference, Actor, cancel) is { } reading)
        {
            // Only what is read here is read so; whatever is done is done by the reader as they are, and refused.
            (reader, ReadsUntil) = (reading.Reader, reading.Until);
            opened = await open.Handle(reading.Reference, reader, EmergencyReader.Purpose, CaseDoing.Reading, cancel);
        }

        if (!opened.Succeeded) return false;
        View = opened.Value.View;
        shownAt = tenant.Tenant.Clock.Now();
        Here = await HereWords.Of(opened.Value.Others, staff, cancel);
        var lines = await Lines(cancel);
        Names = await books.Open([View.Handler, View.DangerCall?.AcknowledgedBy, .. View.Participants.Select(one => one.TakenBy), .. TimelineWords.People(lines)], cancel);
        if (Names.Categories.FirstOrDefault(one => one.Key == View.Category)?.Portfolio is { } portfolio) Portfolio = await portfolios.Find(portfolio, cancel);
        var calendar = await calendars.Current(cancel);
        Zone = calendar.Zone;
        numbers = await caseNumbers.Beside(View, TimelineWords.Cases(lines), reader, cancel);
        Timeline = new TimelineWords(Names, Zone, SeesPeople, numbers).Of(lines);
        Messages = await Told(reader, cancel);
        Files = CaseFile.Of(View, await readDocuments.Of([View.Id.Value, .. View.Parts.Select(one => one.Id.Value), .. People.Select(one => one.Matter.Value)], reader, cancel), Names);
        ReadQuestion(lines);
        InWorkingDays = View.Norm.Calendar == DeadlineCalendar.WorkingTime;
        Left = View.DeadlineAt is not { } deadline ? null
            : DaysLeft.For(deadline, shownAt, calendar, InWorkingDays ? DeadlineCalendar.WorkingTime : DeadlineCalendar.Statutory);
        State = CaseState.Of(View, Names, Left, Zone);
        if (View is { ProposedPaper: null, ClosedAt: null } && (View.TriageReason is not null || View.Place.Asset is not null) && MayPlace && People.Count == 1) await FindAlike(cancel);
        Mark.Paper ??= View.ProposedPaper?.ToString();
        if (MayPlace) Colleagues = [.. (await staff.All(null, cancel)).Where(one => one.Teams.Count > 0).Select(one => new Choice(one.Id.Value.ToString(), one.Name))];
        if (isCrossed) Crossed = Cross(lines);
        return true;
    }

    // What happened to those that go on as part of it happened to it too; of the case that it was split off, what is of who came along.
    private async Task<IReadOnlyList<TimelineLine>> Lines(CancellationToken cancel)
    {
        Guid[] own = [View.Id.Value, .. View.Parts.Select(one => one.Id.Value)];
        var lines = await journal.Timeline([.. own, .. View.Before.Select(one => one.Case.Value)], Audience.Staff, MostLines, cancel);
        return View.Before.Count == 0 ? lines : [.. lines.Where(line => line.Happened?.About().Intersect(own).Any() != false || View.Before.Any(before => before.Shows(line)))];
    }

    // Who came from a case that lies outside the reader's bounds is hidden, and so is what they were told.
    private async Task<IReadOnlyList<MessageView>> Told(Actor reader, CancellationToken cancel)
    {
        var messages = await readMessages.OfCases([View.Id.Value, .. View.Parts.Select(one => one.Id.Value)], reader, MostMessages, cancel);
        if (reader.Bounds.IsNone || !SeesPeople) return messages;
        var seen = View.Participants.Select(one => one.Id.Value).ToHashSet();
        return [.. messages.Where(message => message.About.Participant is not { } told || seen.Contains(told))];
    }

    private bool May(Right right) => ReadsUntil is null && Actor.May(right);

    private async Task FindAlike(CancellationToken cancel)
    {
        var most = Request.Query.ContainsKey(AllAlike) ? FindSimilar.Many : MostAlike;
        var found = await similar.Handle(new FindSimilar.Request(Actor, View.Subject, View.Category, View.Place, Danger: View.Danger, Except: View.Id, Most: most), cancel);
        (Alike, MoreAlike) = (found.Matches, found.More);
    }

    // The newest of asked and answered tells whose turn it is.
    private void ReadQuestion(IReadOnlyList<TimelineLine> lines)
    {
        if (Live is not { } live) return;
        var last = lines.Select(line => line.Happened).FirstOrDefault(happened =>
            happened is HandoverAskedBack asked && asked.Handover == live.Id || happened is HandoverAnswered answered && answered.Handover == live.Id);
        PartnerWaits = last is HandoverAskedBack;
        Asked = SeesPeople && last is HandoverAskedBack { Question: var question } ? question : null;
    }

    private async Task<IActionResult> Answer(Task<Result<Loket.Cases.Handling.ChangedCase>> asked, string notice, string form)
    {
        var result = await asked;
        return result.Succeeded ? Done(notice, result.Value.Reference) : await Return(result.Failure, form);
    }

    private Task<IActionResult> Return(Failure failure, string form)
    {
        (Stuck, isCrossed) = (form, failure == StorageFailures.ChangedMeanwhile);
        return Refuse(failure, form);
    }

    private LocalRedirectResult Done(string notice, string reference)
    {
        Notice = notice;
        return LocalRedirect(Links.Case(reference));
    }
}
