using System.Globalization;
using Loket.Cases;
using Loket.Cases.Danger;
using Loket.Cases.Handling;
using Loket.Cases.Handovers;
using Loket.Cases.Norms;
using Loket.Cases.Reading;
using Loket.Cases.Tasks;
using Loket.Cases.Together;
using Loket.Contacts;
using Loket.Documents;
using Loket.Intake;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Messages;
using Loket.Organisation;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Loket.Web.Pages.Staff.Cases;

/// <summary>What can be done with a case; each action has a form of its own, in which nothing else is taken than what was posted for it.</summary>
public sealed partial class CaseModel
{
    /// <summary>The case that the form is about.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    /// <summary>The version that the reader had before them and when, as <see cref="Stamp"/> gave it.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>Saying that there is danger.</summary>
    [BindProperty(Name = nameof(Warn))]
    public CaseForm Warn { get; set; } = new();

    /// <summary>Saying that there is no danger.</summary>
    [BindProperty(Name = nameof(Lift))]
    public CaseForm Lift { get; set; } = new();

    /// <summary>A note.</summary>
    [BindProperty(Name = nameof(Note))]
    public CaseForm Note { get; set; } = new();

    /// <summary>A question to the residents.</summary>
    [BindProperty(Name = nameof(Ask))]
    public CaseForm Ask { get; set; } = new();

    /// <summary>An answer to the partner.</summary>
    [BindProperty(Name = nameof(Tell))]
    public CaseForm Tell { get; set; } = new();

    /// <summary>Giving it to somebody.</summary>
    [BindProperty(Name = nameof(Assign))]
    public CaseForm Assign { get; set; } = new();

    /// <summary>Choosing the subject.</summary>
    [BindProperty(Name = nameof(Classify))]
    public CaseForm Classify { get; set; } = new();

    /// <summary>Saying how far it is.</summary>
    [BindProperty(Name = nameof(Progress))]
    public CaseForm Progress { get; set; } = new();

    /// <summary>Saying that a task is done.</summary>
    [BindProperty(Name = nameof(Finish))]
    public CaseForm Finish { get; set; } = new();

    /// <summary>Skipping a task.</summary>
    [BindProperty(Name = nameof(Skip))]
    public CaseForm Skip { get; set; } = new();

    /// <summary>Saying which formal paper it is.</summary>
    [BindProperty(Name = nameof(Mark))]
    public CaseForm Mark { get; set; } = new();

    /// <summary>Handing over.</summary>
    [BindProperty(Name = nameof(HandOver))]
    public CaseForm HandOver { get; set; } = new();

    /// <summary>Sending files along with the handover that is under way.</summary>
    [BindProperty(Name = nameof(Give))]
    public CaseForm Give { get; set; } = new();

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

    /// <summary>Going on as part of another case.</summary>
    [BindProperty(Name = nameof(Merge))]
    public CaseForm Merge { get; set; } = new();

    /// <summary>Linking it to another case.</summary>
    [BindProperty(Name = nameof(Link))]
    public CaseForm Link { get; set; } = new();

    /// <summary>Splitting it.</summary>
    [BindProperty(Name = nameof(Split))]
    public CaseForm Split { get; set; } = new();

    /// <summary>Adding a file.</summary>
    [BindProperty(Name = nameof(Attach))]
    public CaseForm Attach { get; set; } = new();

    private CaseStamp Before => CaseStamp.Read(Seen);

    // What is no document's identity belongs to no case.
    private static List<DocumentId> Chosen(CaseForm form) => form.Files.ConvertAll(typed => Guid.TryParse(typed, out var id) ? new DocumentId(id) : default);

    private CaseChange Change => new(RequestKey, new CaseId(Id), Actor, Before.Version);

    /// <summary>Says: I am on it.</summary>
    public Task<IActionResult> OnPostAcknowledgeAsync([FromServices] AcknowledgeDanger acknowledge, CancellationToken cancel) =>
        Answer(acknowledge.Handle(Change with { Seen = null }, cancel), "Acknowledged", "Acknowledge");

    /// <summary>Says: there is danger.</summary>
    public Task<IActionResult> OnPostWarnAsync([FromServices] FindDanger find, CancellationToken cancel) =>
        Answer(find.Handle(Change, Warn.Reason ?? "", cancel), "Warned", nameof(Warn));

    /// <summary>Says: it was a false alarm.</summary>
    public Task<IActionResult> OnPostLiftAsync([FromServices] LiftDanger lift, CancellationToken cancel) =>
        Answer(lift.Handle(Change, Lift.Reason ?? "", cancel), "Lifted", nameof(Lift));

    /// <summary>Takes it.</summary>
    public Task<IActionResult> OnPostTakeAsync([FromServices] TakeCase take, CancellationToken cancel) => Answer(take.Handle(Change, cancel), "Taken", "Take");

    /// <summary>Gives it back to the team.</summary>
    public Task<IActionResult> OnPostHandBackAsync([FromServices] HandBackCase handBack, CancellationToken cancel) =>
        Answer(handBack.Handle(Change, cancel), "HandedBack", "HandBack");

    /// <summary>Gives it to a team, and somebody of it.</summary>
    public async Task<IActionResult> OnPostAssignAsync([FromServices] AssignCase assign, CancellationToken cancel)
    {
        if (Assign.Team is not { } team) return await Return(CaseFailures.UnknownTeam, nameof(Assign));
        return await Answer(assign.Handle(Change, new TeamId(team), Assign.Handler is { } handler ? new StaffId(handler) : null, cancel), "Assigned", nameof(Assign));
    }

    /// <summary>Writes a note; it crosses nobody's work.</summary>
    public Task<IActionResult> OnPostNoteAsync([FromServices] WriteNote note, CancellationToken cancel) =>
        Answer(note.Handle(Change with { Seen = null }, Note.Text ?? "", cancel), "Noted", nameof(Note));

    /// <summary>Asks the residents.</summary>
    public Task<IActionResult> OnPostAskAsync([FromServices] AskParticipants ask, CancellationToken cancel) =>
        Answer(ask.Handle(Change, Ask.Text ?? "", cancel), "Asked", nameof(Ask));

    /// <summary>Answers what the partner asked.</summary>
    public Task<IActionResult> OnPostTellAsync([FromServices] AnswerPartner answer, CancellationToken cancel) =>
        Answer(answer.Handle(Change, Tell.Text ?? "", cancel), "Told", nameof(Tell));

    /// <summary>Chooses the subject; the rules then place it.</summary>
    public Task<IActionResult> OnPostClassifyAsync([FromServices] ClassifyCase classify, CancellationToken cancel) =>
        Answer(classify.Handle(Change, Classify.Category ?? "", cancel), "Classified", nameof(Classify));

    /// <summary>Sets a status of its type.</summary>
    public Task<IActionResult> OnPostProgressAsync([FromServices] SetCaseStatus set, CancellationToken cancel) =>
        Answer(set.Handle(Change, Progress.Status ?? "", cancel), "Progressed", nameof(Progress));

    /// <summary>Says that a task is done; it crosses nobody's work.</summary>
    public Task<IActionResult> OnPostFinishAsync([FromServices] FinishTask finish, CancellationToken cancel) => Answer(
        finish.Handle(Change with { Seen = null }, new CaseTaskId(Finish.Task ?? default), Finish.Answer is "yes" or "no" ? Finish.Answer == "yes" : null, cancel), "Finished", nameof(Finish));

    /// <summary>Skips a task, with a reason; it crosses nobody's work.</summary>
    public Task<IActionResult> OnPostSkipAsync([FromServices] SkipTask skip, CancellationToken cancel) =>
        Answer(skip.Handle(Change with { Seen = null }, new CaseTaskId(Skip.Task ?? default), Skip.Reason, cancel), "Skipped", nameof(Skip));

    /// <summary>Decides that it is a formal paper.</summary>
    public async Task<IActionResult> OnPostMarkAsync([FromServices] MarkPaper mark, [FromServices] FindCase cases, CancellationToken cancel) =>
        Enum.TryParse<FormalPaper>(Mark.Paper, out var paper) && Enum.IsDefined(paper)
            ? await Decided(mark.Handle(Change, paper, cancel), "Marked", cases, cancel)
            : await Return(CaseFailures.PaperMissing, nameof(Mark));

    /// <summary>Decides that it is none.</summary>
    public Task<IActionResult> OnPostUnmarkAsync([FromServices] UnmarkPaper unmark, [FromServices] FindCase cases, CancellationToken cancel) =>
        Decided(unmark.Handle(Change, cancel), "Unmarked", cases, cancel);

    // Who marks a complaint about staff may not be among those who see such complaints; nor does who splits off what lies outside their bounds.
    private async Task<IActionResult> Decided(Task<Result<ChangedCase>> asked, string notice, FindCase cases, CancellationToken cancel, string form = nameof(Mark))
    {
        var result = await asked;
        if (!result.Succeeded) return await Return(result.Failure, form);
        return await cases.Handle(result.Value.Reference, Actor, cancel) is null ? LocalRedirect(Links.Work) : Done(notice, result.Value.Reference);
    }

    /// <summary>Hands it over.</summary>
    public async Task<IActionResult> OnPostHandOverAsync([FromServices] HandOverCase handOver, CancellationToken cancel)
    {
        if (HandOver.Partner is not { } partner) return await Return(OrganisationFailures.Required.At("Partner"), nameof(HandOver));
        return await Answer(handOver.Handle(Change, new PartnerId(partner), HandOver.Question ?? "", Chosen(HandOver), cancel), "HandedOver", nameof(HandOver));
    }

    /// <summary>Sends files along with the handover that is under way.</summary>
    public Task<IActionResult> OnPostGiveAsync([FromServices] GiveFiles give, CancellationToken cancel) =>
        Answer(give.Handle(Change, Chosen(Give), cancel), "Given", nameof(Give));

    /// <summary>Takes it back from the partner.</summary>
    public Task<IActionResult> OnPostBackAsync([FromServices] TakeBack takeBack, CancellationToken cancel) =>
        Answer(takeBack.Handle(Change, Back.Reason ?? "", cancel), "TakenBack", nameof(Back));

    /// <summary>Stops the clock.</summary>
    public async Task<IActionResult> OnPostPauseAsync([FromServices] SuspendCase suspend, CancellationToken cancel)
    {
        if (Pause.Until.Date is not { } until) return await Return(OrganisationFailures.NoDate.At("Until"), nameof(Pause));
        return await Answer(suspend.Handle(Change, until, Pause.Reason ?? "", cancel), "Paused", nameof(Pause));
    }

    /// <summary>Starts the clock.</summary>
    public Task<IActionResult> OnPostResumeAsync([FromServices] ResumeCase resume, CancellationToken cancel) => Answer(resume.Handle(Change, cancel), "Resumed", "Resume");

    /// <summary>Gives more time, in days of the calendar in which the norm runs.</summary>
    public async Task<IActionResult> OnPostExtendAsync([FromServices] ExtendCase extend, CancellationToken cancel)
    {
        if (!await Read(cancel)) return NotFound();
        var days = int.TryParse(Extend.Amount, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 0;
        return await Answer(
            extend.Handle(Change, InWorkingDays ? NormKind.WorkingDays : NormKind.CalendarDays, days, Extend.Reason ?? "", cancel), "Extended", nameof(Extend));
    }

    /// <summary>Ends it.</summary>
    public async Task<IActionResult> OnPostCloseAsync([FromServices] CloseCase close, CancellationToken cancel)
    {
        if (Close.Solved is not ("yes" or "no")) return await Return(OrganisationFailures.Required.At("Solved"), nameof(Close));
        return await Answer(close.Handle(Change, Close.Result ?? "", Close.Solved == "yes", Close.Explanation, cancel, Close.WithParts), "Closed", nameof(Close));
    }

    /// <summary>Opens it again.</summary>
    public Task<IActionResult> OnPostReopenAsync([FromServices] ReopenCase reopen, CancellationToken cancel) =>
        Answer(reopen.Handle(Change, Reopen.Reason ?? "", cancel), "Reopened", nameof(Reopen));

    /// <summary>Puts a contact with another case, or with a case of its own.</summary>
    public async Task<IActionResult> OnPostMoveAsync([FromServices] MoveContact move, CancellationToken cancel)
    {
        if (Move.Matter is not { } matter) return await Return(CaseFailures.NotJoined.At("Matter"), nameof(Move));
        var moved = await move.Handle(new MoveContact.Request(RequestKey, new CaseId(Id), Before.Version, new Loket.Contacts.MatterId(matter), Move.Reference, Actor), cancel);
        return moved.Succeeded ? Done("Moved", moved.Value.Reference) : await Return(moved.Failure, nameof(Move));
    }

    /// <summary>Puts the one contact of a case in triage with the case that it is a repeat of.</summary>
    public async Task<IActionResult> OnPostJoinAsync([FromServices] JoinContact join, [FromServices] FindCase cases, CancellationToken cancel)
    {
        if (!Loket.Kernel.References.Reference.TryParse(Move.Joining, out var contact)) return await Return(CaseFailures.NotJoined, nameof(Move));
        if (await cases.Handle(Move.Reference, Actor, cancel) is not { } target) return await Return(IntakeFailures.NoSuchCase, nameof(Move));
        var joined = await join.Handle(new JoinContact.Request(RequestKey, contact, target, Actor, new CaseId(Id), Before.Version), cancel);
        return joined.Succeeded ? Done("Moved", joined.Value.CaseReference!) : await Return(joined.Failure, nameof(Move));
    }

    /// <summary>Lets it go on as part of another case.</summary>
    public Task<IActionResult> OnPostMergeAsync([FromServices] MergeCase merge, CancellationToken cancel) =>
        Answer(merge.Handle(Change, Merge.Reference, cancel), "Merged", nameof(Merge));

    /// <summary>Lets a case that went on as part of this one go on by itself again.</summary>
    public async Task<IActionResult> OnPostPartAsync([FromServices] PartCase part, CancellationToken cancel) => Merge.Part is { } id
        ? await Answer(part.Handle(Change, new CaseId(id), cancel), "Parted", "Part")
        : await Return(MergeFailures.NotMerged, "Part");

    /// <summary>Links it to another case; it crosses nobody's work.</summary>
    public async Task<IActionResult> OnPostLinkAsync([FromServices] LinkCases link, CancellationToken cancel) => Enum.TryParse<LinkedAs>(Link.As, out var linked) && Enum.IsDefined(linked)
        ? await Answer(link.Handle(Change with { Seen = null }, Link.Reference, linked, cancel), "Linked", nameof(Link))
        : await Return(LinkFailures.KindMissing, nameof(Link));

    /// <summary>Takes a link away; it crosses nobody's work.</summary>
    public async Task<IActionResult> OnPostUnlinkAsync([FromServices] UnlinkCases unlink, CancellationToken cancel) => Link.Other is { } other
        ? await Answer(unlink.Handle(Change with { Seen = null }, new CaseId(other), cancel), "Unlinked", "Unlink")
        : await Return(LinkFailures.NotLinked, "Unlink");

    /// <summary>Makes a case of its own of what some of those who asked are about.</summary>
    public Task<IActionResult> OnPostSplitAsync([FromServices] SplitCase split, [FromServices] FindCase cases, CancellationToken cancel) =>
        Decided(split.Handle(Change, new SplitCase.NewCase(Split.People, Split.Subject, Split.Category), cancel), "Split", cases, cancel, nameof(Split));

    /// <summary>Adds a file; it crosses nobody's work.</summary>
    public async Task<IActionResult> OnPostAttachAsync([FromServices] AttachToCase attach, [FromServices] ReceiveFile receive, CancellationToken cancel)
    {
        if (Attach.File is not { Length: > 0 } file) return await Return(OrganisationFailures.Required.At("File"), nameof(Attach));
        await using var content = file.OpenReadStream();
        var received = await receive.Handle(content, file.FileName, cancel);
        if (!received.Succeeded) return await Return(received.Failure.At("File"), nameof(Attach));
        return await Answer(attach.Handle(Change with { Seen = null }, received.Value, cancel), "Attached", nameof(Attach));
    }

    /// <summary>A letter or an e-mail about it came back; it crosses nobody's work.</summary>
    public async Task<IActionResult> OnPostReturnedAsync([FromServices] RecordReturn record, Guid message, string? said, CancellationToken cancel)
    {
        var returned = await record.Handle(new RecordReturn.Request(RequestKey, new MessageId(message), said, Actor), cancel);
        return returned.Succeeded ? Done("Returned", Reference) : await Return(returned.Failure, "Returned");
    }
}
