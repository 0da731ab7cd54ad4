using Loket.Cases;
using Loket.Cases.Handling;
using Loket.Cases.Handovers;
using Loket.Cases.Norms;
using Loket.Cases.Reading;
using Loket.Documents;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Messages;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage.Journal;
using Loket.Storage.Tenancy;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Staff.Cases;

/// <summary>A case: what, who asked, what happened, and what can be done now.</summary>
[Right(Right.SeeCases)]
public sealed class CaseModel(
    OpenCase open, JournalReader journal, ReadMessages readMessages, ReadDocuments readDocuments, NameBooks books, StaffDirectory staff, Calendars calendars,
    TenantContext tenant, TakeCase take, HandBackCase handBack, AssignCase assign, WriteNote note, AskParticipants ask, ClassifyCase classify,
    HandOverCase handOver, TakeBack takeBack, SuspendCase suspend, ResumeCase resume, ExtendCase extend, CloseCase close, ReopenCase reopen,
    MoveContact move, AttachToCase attach, ReceiveFile receive) : StaffPage
{
    private const int MostLines = 200;
    private const int MostMessages = 50;

    /// <summary>The case's number or a participant's reference.</summary>
    [BindProperty(SupportsGet = true)]
    public string Reference { get; set; } = "";

    /// <summary>The case that the form is about.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    /// <summary>The version that the reader had before them.</summary>
    [BindProperty]
    public int Seen { get; set; }

    // With a name of its own each part takes only what was posted for it, never what stands in the address.

    /// <summary>A note.</summary>
    [BindProperty(Name = nameof(Note))]
    public CaseForm Note { get; set; } = new();

    /// <summary>A question.</summary>
    [BindProperty(Name = nameof(Ask))]
    public CaseForm Ask { get; set; } = new();

    /// <summary>Giving it to somebody.</summary>
    [BindProperty(Name = nameof(Assign))]
    public CaseForm Assign { get; set; } = new();

    /// <summary>Choosing the subject.</summary>
    [BindProperty(Name = nameof(Classify))]
    public CaseForm Classify { get; set; } = new();

    /// <summary>Handing over.</summary>
    [BindProperty(Name = nameof(HandOver))]
    public CaseForm HandOver { get; set; } = new();

    /// <summary>Taking back.</summary>
    [BindProperty(Name = nameof(Back))]
    public CaseForm Back { get; set; } = new();

    /// <summary>Stopping the clock.</summary>
    [BindProperty(Name = nameof(Pause))]
    public CaseForm Pause { get; set; } = new();

    /// <summary>More time.</summary>
    [BindProperty(Name = nameof(Extend))]
    public CaseForm Extend { get; set; } = new();

    /// <summary>Closing.</summary>
    [BindProperty(Name = nameof(Close))]
    public CaseForm Close { get; set; } = new();

    /// <summary>Opening again.</summary>
    [BindProperty(Name = nameof(Reopen))]
    public CaseForm Reopen { get; set; } = new();

    /// <summary>Moving a contact.</summary>
    [BindProperty(Name = nameof(Move))]
    public CaseForm Move { get; set; } = new();

    /// <summary>Adding a file.</summary>
    [BindProperty(Name = nameof(Attach))]
    public CaseForm Attach { get; set; } = new();

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The case.</summary>
    public CaseView View { get; private set; } = null!;

    /// <summary>Names for what it refers to.</summary>
    public NameBook Names { get; private set; } = null!;

    /// <summary>What happened, newest first.</summary>
    public IReadOnlyList<TimelineItem> Timeline { get; private set; } = [];

    /// <summary>Messages about it, newest first.</summary>
    public IReadOnlyList<MessageView> Messages { get; private set; } = [];

    /// <summary>Files with it.</summary>
    public IReadOnlyList<DocumentView> Documents { get; private set; } = [];

    /// <summary>How long it has.</summary>
    public DaysLeft? Left { get; private set; }

    /// <summary>When it was made, on the clock of the municipality.</summary>
    public NodaTime.LocalDate OpenedOn { get; private set; }

    /// <summary>Colleagues to give it to.</summary>
    public IReadOnlyList<Choice> Colleagues { get; private set; } = [];

    /// <summary>How it can end.</summary>
    public IReadOnlyList<Choice> Results => [.. (Names.Types.FirstOrDefault(type => type.Key == View.Type)?.Results ?? [])
        .Select(result => new Choice(result.Key, Names.Result(View.Type, result.Key)!))];

    /// <summary>Whether the reader works on cases.</summary>
    public bool MayWork => Actor.May(Right.WorkOnCases);

    /// <summary>Whether the reader may place it.</summary>
    public bool MayPlace => MayWork || (Actor.May(Right.Triage) && View.TriageReason is not null);

    /// <summary>Whether the reader hands over.</summary>
    public bool MayHandOver => Actor.May(Right.HandOver);

    /// <summary>Whether it is the reader's own.</summary>
    public bool IsMine => View.Handler is { } handler && handler == Actor.Staff;

    /// <summary>Whether the reader sees who asked.</summary>
    public bool SeesPeople => Actor.May(Right.SeePersonalData);

    /// <summary>The handover that is under way.</summary>
    public HandoverView? Live => View.Handovers.FirstOrDefault(one => one.State is HandoverState.Offered or HandoverState.Accepted);

    private CaseChange Change => new(RequestKey, new CaseId(Id), Actor, Seen);

    /// <summary>Shows the case.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Read(cancel) ? Page() : NotFound();

    /// <summary>Takes it.</summary>
    public Task<IActionResult> OnPostTakeAsync(CancellationToken cancel) => Do(take.Handle(Change, cancel), "Taken", "");

    /// <summary>Gives it back to the team.</summary>
    public Task<IActionResult> OnPostHandBackAsync(CancellationToken cancel) => Do(handBack.Handle(Change, cancel), "HandedBack", "");

    /// <summary>Gives it to a team, and somebody of it.</summary>
    public async Task<IActionResult> OnPostAssignAsync(CancellationToken cancel)
    {
        if (Assign.Team is not { } team) return await Refuse(CaseFailures.UnknownTeam, nameof(Assign));
        return await Do(assign.Handle(Change, new TeamId(team), Assign.Handler is { } handler ? new StaffId(handler) : null, cancel), "Assigned", nameof(Assign));
    }

    /// <summary>Writes a note.</summary>
    public Task<IActionResult> OnPostNoteAsync(CancellationToken cancel) => Do(note.Handle(Change, Note.Text ?? "", cancel), "Noted", nameof(Note));

    /// <summary>Asks the residents.</summary>
    public Task<IActionResult> OnPostAskAsync(CancellationToken cancel) => Do(ask.Handle(Change, Ask.Text ?? "", cancel), "Asked", nameof(Ask));

    /// <summary>Chooses the subject; the rules then place it.</summary>
    public Task<IActionResult> OnPostClassifyAsync(CancellationToken cancel) =>
        Do(classify.Handle(Change, Classify.Category ?? "", cancel), "Classified", nameof(Classify));

    /// <summary>Hands it over.</summary>
    public async Task<IActionResult> OnPostHandOverAsync(CancellationToken cancel)
    {
        if (HandOver.Partner is not { } partner) return await Refuse(OrganisationFailures.Required.At("Partner"), nameof(HandOver));
        return await Do(handOver.Handle(Change, new PartnerId(partner), HandOver.Question ?? "", cancel), "HandedOver", nameof(HandOver));
    }

    /// <summary>Takes it back from the partner.</summary>
    public Task<IActionResult> OnPostBackAsync(CancellationToken cancel) => Do(takeBack.Handle(Change, Back.Reason ?? "", cancel), "TakenBack", nameof(Back));

    /// <summary>Stops the clock.</summary>
    public Task<IActionResult> OnPostPauseAsync(CancellationToken cancel) => Do(suspend.Handle(Change, Pause.Reason ?? "", cancel), "Paused", nameof(Pause));

    /// <summary>Starts the clock.</summary>
    public Task<IActionResult> OnPostResumeAsync(CancellationToken cancel) => Do(resume.Handle(Change, cancel), "Resumed", "");

    /// <summary>Gives more time.</summary>
    public Task<IActionResult> OnPostExtendAsync(CancellationToken cancel) => Do(
        extend.Handle(Change, Working ? NormKind.WorkingDays : NormKind.CalendarDays, int.TryParse(Extend.Amount, out var days) ? days : 0, Extend.Reason ?? "", cancel),
        "Extended", nameof(Extend));

    /// <summary>Ends it.</summary>
    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancel)
    {
        if (Close.Solved is not ("yes" or "no")) return await Refuse(OrganisationFailures.Required.At("Solved"), nameof(Close));
        return await Do(close.Handle(Change, Close.Result ?? "", Close.Solved == "yes", Close.Explanation, cancel), "Closed", nameof(Close));
    }

    /// <summary>Opens it again.</summary>
    public Task<IActionResult> OnPostReopenAsync(CancellationToken cancel) => Do(reopen.Handle(Change, Reopen.Reason ?? "", cancel), "Reopened", nameof(Reopen));

    /// <summary>Puts a contact with another case, or with a case of its own.</summary>
    public async Task<IActionResult> OnPostMoveAsync(CancellationToken cancel)
    {
        if (Move.Contact is not { } contact) return await Refuse(CaseFailures.NotJoined.At("Contact"), nameof(Move));
        var request = new MoveContact.Request(RequestKey, new CaseId(Id), Seen, new Loket.Contacts.ContactId(contact), Move.Reference, Actor);
        return await Answer(move.Handle(request, cancel), moved => Done("Moved", moved.Reference), nameof(Move));
    }

    /// <summary>Adds a file.</summary>
    public async Task<IActionResult> OnPostAttachAsync(CancellationToken cancel)
    {
        if (Attach.File is not { Length: > 0 } file) return await Refuse(OrganisationFailures.Required.At("File"), nameof(Attach));
        await using var content = file.OpenReadStream();
        var received = await receive.Handle(content, file.FileName, cancel);
        if (!received.Succeeded) return await Refuse(received.Failure.At("File"), nameof(Attach));
        return await Do(attach.Handle(Change with { Seen = null }, received.Value, cancel), "Attached", nameof(Attach));
    }

    /// <summary>Opens one of its files.</summary>
    public async Task<IActionResult> OnGetFileAsync(int number, CancellationToken cancel)
    {
        if (!await Read(cancel) || number < 1 || number > Documents.Count) return NotFound();
        var document = Documents[number - 1];
        var opened = await readDocuments.Open(document.Subject, document.Number, thumbnail: false, Actor, cancel);
        return opened.Succeeded ? File(opened.Value.Content, opened.Value.ContentType, document.Name) : NotFound();
    }

    /// <summary>Whether an action came back with something to mend, so that it stands open.</summary>
    public bool HasErrors(string form) => ModelState.Any(entry => entry.Key.StartsWith(form + ".", StringComparison.Ordinal) && entry.Value!.Errors.Count > 0);

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel) => await Read(cancel);

    private bool Working { get; set; } = true;

    private async Task<bool> Read(CancellationToken cancel)
    {
        var opened = await open.Handle(Reference.Trim().ToUpperInvariant(), Actor, "case-page", cancel);
        if (!opened.Succeeded) return false;
        View = opened.Value;
        var lines = await journal.Timeline(View.Id.Value, Audience.Staff, MostLines, null, cancel);
        Names = await books.Open([View.Handler, .. TimelineWords.People(lines)], cancel);
        var calendar = await calendars.Current(cancel);
        Timeline = new TimelineWords(Names, calendar.Zone, SeesPeople).Of(lines);
        Messages = await readMessages.OfCase(View.Id.Value, Actor, MostMessages, null, cancel);
        Documents = await readDocuments.Of([View.Id.Value, .. View.Participants.Where(one => one.LeftAt is null).Select(one => one.Contact.Value)], Actor, cancel);
        OpenedOn = View.OpenedAt.InZone(calendar.Zone).Date;
        Working = Names.Types.FirstOrDefault(type => type.Key == View.Type)?.NormKind is null or NormKind.WorkingDays or NormKind.WorkingHours;
        Left = View.DeadlineAt is not { } deadline ? null
            : DaysLeft.Until(deadline, tenant.Tenant.Clock.Now(), calendar, Working ? DeadlineCalendar.WorkingTime : DeadlineCalendar.Statutory);
        if (MayPlace) Colleagues = [.. (await staff.All(null, cancel)).Where(one => one.Teams.Count > 0).Select(one => new Choice(one.Id.Value.ToString(), one.Name))];
        return true;
    }

    private Task<IActionResult> Do(Task<Result<ChangedCase>> asked, string notice, string form) => Answer(asked, changed => Done(notice, changed.Reference), form);

    private LocalRedirectResult Done(string notice, string reference)
    {
        Notice = notice;
        return LocalRedirect(Links.Case(reference));
    }
}
