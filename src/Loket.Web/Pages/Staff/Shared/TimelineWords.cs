using System.Globalization;
using Loket.Cases;
using Loket.Cases.Bulk;
using Loket.Cases.Callbacks;
using Loket.Cases.Colleagues;
using Loket.Cases.Danger;
using Loket.Cases.Handovers;
using Loket.Cases.Keeping;
using Loket.Cases.Snoozing;
using Loket.Cases.Tasks;
using Loket.Cases.Together;
using Loket.Contacts;
using Loket.Documents;
using Loket.Intake;
using Loket.Intake.Follow;
using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation;
using Loket.Organisation.Emergency;
using Loket.Storage.Journal;
using Loket.Web.Components;
using NodaTime;

namespace Loket.Web.Pages.Staff;

/// <summary>One line of a timeline as people read it.</summary>
/// <param name="At">When, on the clock of the municipality.</param>
/// <param name="Title">What happened.</param>
/// <param name="By">Who.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Tone">Its look.</param>
/// <param name="Text">What was written; null when nothing was, or when the reader may not see it.</param>
public sealed record TimelineItem(LocalDateTime At, string Title, string By, string Icon, Tone Tone, string? Text);

/// <summary>Puts the journal of a case into words: a text for each kind of event, with names for its references (row B8).</summary>
public sealed class TimelineWords(NameBook names, DateTimeZone zone, bool seesPersonal, IReadOnlyDictionary<Guid, string> numbers)
{
    /// <summary>The texts, by kind of event.</summary>
    public static Words Here => TextCatalogue.Default.For("Components/Texts/Timeline", CultureInfo.CurrentUICulture);

    private static bool Dutch => Here.Culture.TwoLetterISOLanguageName == Language.Dutch;

    /// <summary>The lines that say something; what another line says already is left out, and what was sent at one go is one line.</summary>
    public IReadOnlyList<TimelineItem> Of(IEnumerable<TimelineLine> lines) => [.. TimelineRuns.Of(lines.Where(IsNews)).Select(Item)];

    /// <summary>The colleagues who are named in these lines.</summary>
    public static IEnumerable<StaffId?> People(IEnumerable<TimelineLine> lines) => lines.SelectMany(line => new[]
    {
        line.By is { Kind: WhoKind.Staff, Id: { } id } ? new StaffId(id) : null,
        line.Happened switch
        {
            CaseTaken taken => taken.Handler,
            CaseHandedBack back => back.Handler,
            CaseRouted routed => routed.Staff,
            CaseEscalated escalated => escalated.Told,
            RepeatsEscalated escalated => escalated.Told,
            HandoverSilenceEscalated escalated => escalated.Told,
            HandoverAnswerOwed owed => owed.Told,
            DangerCalled called => called.Called,
            DangerAcknowledged acknowledged => acknowledged.By,
            CaseActUndone undone => undone.Handler,
            CaseTaskMade made => made.Staff,
            CaseTaskEscalated escalated => escalated.Told,
            CaseReminded reminded => reminded.Told,
            CallbackMade made => made.Owner,
            CallbackHandedOn handedOn => handedOn.Owner,
            CallbackWatched watched => watched.Told,
            _ => null,
        },
    });

    // "Became a case" and "joined" stand there as what happened to the case itself; who took it and its date with the change; a warning as who was warned.
    // What a partner put with the case stands there as what it sent.
    private static bool IsNews(TimelineLine line) => line is not { Happened: DocumentStored, By.Kind: WhoKind.Partner or WhoKind.Client } && line.Happened is not (
        CaseTakenUp or CaseDateMoved or
        MatterEnded { Outcome: Outcome.NewCase or Outcome.Joined or Outcome.Callback }
        or CallbackAttempted { Result: AttemptResult.Reached } or MessageSent { Kind: MessageKind.StaffCallback or MessageKind.StaffDigest or MessageKind.StaffEscalation or MessageKind.DangerPage });

    private TimelineItem Item(IReadOnlyList<TimelineLine> run) =>
        run[0].Happened is MessageSent sent && (run.Count > 1 || sent.Subjects.Partner is not null) ? Sent(run, sent) : Line(run[0]);

    private TimelineItem Sent(IReadOnlyList<TimelineLine> run, MessageSent first)
    {
        var channels = run.Select(line => ((MessageSent)line.Happened!).Channel).CountBy(channel => channel).ToList();
        var ways = string.Join(", ", channels.Select(way => channels.Count == 1 ? StaffWords.Here.Of(way.Key) : way.Value.ToString(Here.Culture) + " " + StaffWords.Here.Of(way.Key)));
        var title = names.Partner(first.Subjects.Partner) is { } partner && Here.Has($"message.sent.{first.Kind}.One")
            ? Here[$"message.sent.{first.Kind}.{(run.Count == 1 ? "One" : "Other")}", run.Count, partner]
            : run.Count == 1 ? Here["message.sent", ways, StaffWords.Here.Of(first.Kind)] : Here["message.sent.Other", run.Count, StaffWords.Here.Of(first.Kind), ways];
        return Line(run[0]) with { Title = title };
    }

    /// <summary>One line, whatever it is.</summary>
    public TimelineItem Line(TimelineLine line)
    {
        var (icon, tone) = LookOf(line);
        var title = Here.Has(line.Kind) ? Here[KeyOf(line), ArgumentsOf(line.Happened)] : Here["unknown"];
        if (AssistanceIn(line.Happened) is { } assistance) title = Here["assisted." + assistance, title];
        return new TimelineItem(line.At.InZone(zone).LocalDateTime, title, ByOf(line.By), icon, tone, !seesPersonal ? null : line.Erased ? Here["erased"] : TextOf(line.Happened));
    }

    /// <summary>The cases whose number these lines say, where the reader may know of them.</summary>
    public static IEnumerable<Guid> Cases(IEnumerable<TimelineLine> lines) =>
        lines.Select(line => line.Happened).Where(happened => happened is CaseMerged or CaseSplit or CaseParted).SelectMany(happened => happened!.About()).Distinct();

    // The number that was written down is of what the reader may not know of any more, or never might.
    private string Number(CaseId id) => numbers.TryGetValue(id.Value, out var number) ? Here["number", number] : Here["other-case"];

    private static string First(string words) => char.ToUpper(words[0], Here.Culture) + words[1..];

    private static Assistance? AssistanceIn(IJournalEvent? happened) => happened switch
    {
        CaseOpened opened => opened.Assistance,
        ContactJoined joined => joined.Assistance,
        ContactRegistered registered => registered.Assistance,
        _ => null,
    };

    private static string KeyOf(TimelineLine line)
    {
        var variant = line.Happened switch
        {
            CaseRouted { Partner: not null } => ".partner",
            CaseRouted { Team: null, Staff: null } => ".triage",
            CaseClosed { Solved: false } => ".unsolved",
            ContactJoined { ByItself: true } => ".by-itself",
            DeadlineSet { At: null } => ".none",
            HandoverAccepted { PlannedOn: not null } or HandoverProgressed { PlannedOn: not null } => ".planned",
            HandoverDone { Solved: false } => ".unsolved",
            ParticipantWrote { Files: > 0 } => ".files",
            CallbackAttempted { NextFrom: not null } => ".next",
            CallbackWatched watched => "." + watched.Step,
            CaseWoken woken => "." + woken.Cause,
            ColleagueSwitched { On: true } => ".on",
            CaseTaskDone { Answer: { } answer } => answer ? ".yes" : ".no",
            _ => "",
        };
        return line.Kind + variant;
    }

    private object?[] ArgumentsOf(IJournalEvent? happened) => happened switch
    {
        ContactJoined joined => [joined.Participants],
        CaseMerged merged => [First(Number(merged.Part)), Number(merged.Case)],
        CaseSplit split => [First(Number(split.Case)), Number(split.From)],
        CaseParted parted => [First(Number(parted.Case)), Number(parted.From)],
        CaseClassified classified => [names.Category(classified.To) ?? classified.To],
        CasePaperMarked marked => [StaffWords.Here.Of(marked.Paper), Day(marked.ReceivedOn)],
        CasePaperUnmarked unmarked => [StaffWords.Here.Of(unmarked.Paper)],
        MatterPaperSet set => [set.Paper is { } paper ? StaffWords.Here.Of(paper) : Here["none"]],
        CaseRouted { Partner: { } partner } => [names.Partner(partner)],
        CaseRouted routed => [names.Person(routed.Staff) ?? names.Team(routed.Team)],
        CaseTaken taken => [names.Person(taken.Handler)],
        CaseSnoozed snoozed => [Day(snoozed.Until)],
        CaseHeld held => [Day(held.Until)],
        DestructionDrawn drawn => [drawn.Cases],
        DestructionApproved approved => [approved.Cases],
        ContactsForgotten forgotten => [forgotten.Contacts],
        DestructionCarriedOut carried => [carried.Destroyed],
        CaseTaskMade made => [Dutch ? made.Nl : made.En, names.Person(made.Staff) ?? names.Partner(made.Partner) ?? names.Team(made.Team) ?? Here["task.handler"], Day(made.DueAt)],
        CaseTaskHandedBack back => [Dutch ? back.Nl : back.En, names.Team(back.Team) ?? Here["task.handler"]],
        CaseTaskDone done => [Dutch ? done.Nl : done.En],
        CaseTaskSkipped skipped => [Dutch ? skipped.Nl : skipped.En],
        CaseTaskEscalated escalated => [Dutch ? escalated.Nl : escalated.En, names.Person(escalated.Told) ?? names.Team(escalated.Team) ?? Here["nobody"]],
        CaseReminded reminded => [names.Person(reminded.Told) ?? names.Team(reminded.Team) ?? Here["nobody"]],
        CasePosted posted => [names.Team(posted.Team)],
        ColleagueFailed failed => [TextCatalogue.Default.For(Words.Shared, Here.Culture).Of(failed.Act), ReasonOf(failed.Why)],
        ColleagueTried tried => [tried.LookedAt, tried.Fits],
        CaseStatusSet set => [Dutch ? set.Nl : set.En],
        CaseActUndone undone => [names.Person(undone.Handler) ?? names.Team(undone.Team) ?? Here["nobody"]],
        DeadlineSet { At: { } at } => [Day(at)],
        DangerCalled called => [names.Person(called.Called) ?? Here["nobody"]],
        DangerAcknowledged acknowledged => [names.Person(acknowledged.By)],
        ParticipantWrote wrote => [wrote.Files],
        CaseExtended { DeadlineAt: { } at } => [Day(at)],
        CaseExtended => ["-"],
        CaseEscalated escalated => [names.Person(escalated.Told) ?? names.Team(escalated.Team) ?? Here["nobody"]],
        RepeatsEscalated repeats => [repeats.Contacts, names.Person(repeats.Told) ?? names.Team(repeats.Team) ?? Here["nobody"]],
        HandoverOffered offered => [names.Partner(offered.Partner)],
        HandoverAccepted accepted => [names.Partner(accepted.Partner), Day(accepted.PlannedOn)],
        HandoverRefused refused => [names.Partner(refused.Partner)],
        HandoverProgressed progressed => [names.Partner(progressed.Partner), Day(progressed.PlannedOn)],
        HandoverAskedBack asked => [names.Partner(asked.Partner)],
        HandoverAnswered answered => [names.Partner(answered.Partner)],
        HandoverFilesGiven given => [names.Partner(given.Partner), given.Documents.Count],
        HandoverFilesReceived received => [names.Partner(received.Partner), received.Documents.Count],
        HandoverDone done => [names.Partner(done.Partner)],
        HandoverTakenBack back => [names.Partner(back.Partner)],
        HandoverCameBack back => [names.Partner(back.Partner)],
        HandoverAnswerOwed owed => [names.Partner(owed.Partner), names.Person(owed.Told) ?? names.Team(owed.Team) ?? Here["nobody"]],
        HandoverChased chased => [names.Partner(chased.Partner), chased.Times],
        HandoverSilenceEscalated silence => [names.Partner(silence.Partner)],
        MatterEnded ended => [StaffWords.Here.Of(ended.Outcome)],
        MessageSent sent => [StaffWords.Here.Of(sent.Channel), StaffWords.Here.Of(sent.Kind)],
        MessageFailed failed => [StaffWords.Here.Of(failed.Channel), StaffWords.Here.Of(failed.Kind)],
        MessageQueuedAgain again => [StaffWords.Here.Of(again.Channel)],
        CallUnanswered call => [call.Calls],
        CustomerLookedAt looked => [looked.Customers.Count],
        CasesLookedAt looked => [looked.Cases.Count],
        ContactsLookedAt looked => [looked.Contacts.Count],
        StatusTold told => [told.Questions.Select(question => StaffWords.Here.Of(question)).Aggregate((some, next) => Here["question.and", some, next])],
        ContactRegistered registered => [StaffWords.Here.Of(registered.Channel)],
        CallbackMade made => [Between(made.From, made.Until), names.Person(made.Owner) ?? names.Team(made.Team)],
        CallbackAttempted attempted => [StaffWords.Here.Of(attempted.Result), Between(attempted.NextFrom, attempted.NextUntil)],
        CallbackMoved moved => [Between(moved.From, moved.Until)],
        CallbackHandedOn handedOn => [names.Person(handedOn.Owner) ?? names.Team(handedOn.Team)],
        CallbackWatched watched => [names.Person(watched.Told) ?? names.Team(watched.Team)],
        CallbackEnded ended => [StaffWords.Here.Of(ended.Outcome)],
        CallbacksLookedAt looked => [looked.Callbacks.Count],
        EmergencyOpened emergency => [DateWords.Time(emergency.Until.InZone(zone).TimeOfDay)],
        EmergencyReviewed reviewed => [Here["verdict." + reviewed.Verdict]],
        _ => [],
    };

    private static string? TextOf(IJournalEvent? happened) => happened switch
    {
        CaseNoted noted => noted.Text,
        ParticipantWrote wrote => wrote.Text,
        CaseAnswered answered => answered.Text,
        CaseAsked asked => asked.Text,
        CaseSuspended suspended => suspended.Reason,
        CaseSnoozed snoozed => snoozed.Reason,
        CaseHeld held => held.Reason,
        CaseTakenOut taken => taken.Reason,
        CaseTaskSkipped skipped => skipped.Reason,
        CaseExtended extended => extended.Reason,
        DangerFound found => found.Reason,
        DangerLifted lifted => lifted.Reason,
        CaseClosed closed => closed.Explanation,
        CaseReopened reopened => reopened.Reason,
        HandoverOffered offered => offered.Question,
        HandoverRefused refused => refused.Reason,
        HandoverProgressed progressed => progressed.Text,
        HandoverAskedBack asked => asked.Question,
        HandoverAnswered answered => answered.Text,
        HandoverDone done => done.Report,
        HandoverTakenBack back => back.Reason,
        MatterEnded ended => ended.Text,
        CallbackAttempted attempted => attempted.Note,
        CallbackHandedOn handedOn => handedOn.Note,
        CallbackEnded ended => ended.Report,
        _ => null,
    };

    private static (string Icon, Tone Tone) LookOf(TimelineLine line) => line.Happened switch
    {
        CaseOpened { Danger: true } => ("warning", Tone.Danger),
        CaseOpened => ("flag", Tone.Info),
        ContactJoined or ContactRegistered => ("users", Tone.Info),
        CaseMerged or CaseSplit or CaseLinked or CaseUnlinked => ("handover", Tone.Neutral),
        ContactLeft or CaseParted or CaseHandedBack or HandoverTakenBack or HandoverCameBack or MatterReopened or CaseReopened or CaseActUndone or CaseTaskHandedBack => ("undo", Tone.Neutral),
        CaseTaken or CaseRouted => ("person", Tone.Neutral),
        CaseStatusSet => ("flag", Tone.Info),
        CaseTaskDone => ("check", Tone.Good),
        CaseNoted or CasePaperMarked or CasePaperUnmarked or MatterPaperSet => ("document", Tone.Neutral),
        ParticipantWrote or CaseAsked or HandoverAskedBack or HandoverAnswered => ("chat", Tone.Info),
        CaseAnswered => ("letter", Tone.Good),
        CaseAcknowledged => ("letter", Tone.Neutral),
        CaseReminded or CasePosted => ("chat", Tone.Neutral),
        ColleagueFailed => ("warning", Tone.Warning),
        CaseSuspended => ("pause", Tone.Warning),
        CaseSnoozed => ("pause", Tone.Neutral),
        DangerCalled => ("phone", Tone.Danger),
        DangerFound => ("warning", Tone.Danger),
        EmergencyOpened => ("lock", Tone.Warning),
        CaseHeld => ("lock", Tone.Neutral),
        DangerAcknowledged or DangerLifted => ("check", Tone.Good),
        CaseEscalated or CaseTaskEscalated or RepeatsEscalated or HandoverSilenceEscalated or HandoverAnswerOwed or HandoverRefused => ("warning", Tone.Warning),
        MessageFailed => ("cross-circle", Tone.Danger),
        MessageSent or MessageQueuedAgain => ("letter", Tone.Neutral),
        CallUnanswered => ("phone", Tone.Warning),
        DocumentStored => ("document", Tone.Neutral),
        CaseClosed { Solved: true } or HandoverDone { Solved: true } => ("check-circle", Tone.Good),
        CaseClosed => ("check-circle", Tone.Neutral),
        CallbackEnded { Outcome: CallbackOutcome.Spoken } => ("check-circle", Tone.Good),
        CallbackRaised or CallbackWatched { Step: not (CallbackStep.Ahead or CallbackStep.Reminder) } => ("phone", Tone.Warning),
        ICallbackEvent => ("phone", Tone.Neutral),
        DeadlineSet or CaseExtended or CaseResumed or CaseWoken => ("clock", Tone.Neutral),
        _ when line.Kind.StartsWith("handover.", StringComparison.Ordinal) => ("handover", Tone.Partner),
        _ => ("circle", Tone.Neutral),
    };

    private string ByOf(Who by) => by.Kind switch
    {
        WhoKind.Staff => (by.Id is { } id ? names.Person(new StaffId(id)) : null) ?? Here["by.staff"],
        WhoKind.Resident => Here["by.resident"],
        WhoKind.Partner => Here["by.partner"],
        WhoKind.Client => Here["by.client"],
        WhoKind.VirtualColleague => names.Colleague(by.Id) is { } name ? Here["by.colleague.named", name] : Here["by.colleague"],
        _ => Here["by.program"],
    };

    // What a failure says with values was not written down: it may say who somebody is.
    private static string ReasonOf(string code) =>
        TextCatalogue.Default.For(FailureWords.PlaceOf(code), Here.Culture) is var words && words.Has(code) && !words[code].Contains('{') ? " " + words[code] : "";

    private string? Between(Instant? from, Instant? until) => from is { } begin && until is { } end
        ? DateWords.ShortDay(begin.InZone(zone).Date, Here.Culture) + " " + DateWords.Time(begin.InZone(zone).TimeOfDay) + "–" + DateWords.Time(end.InZone(zone).TimeOfDay) : null;

    private string Day(Instant at) => DateWords.Medium(at.InZone(zone).Date, Here.Culture);

    private static string? Day(LocalDate? day) => day is { } date ? DateWords.Medium(date, Here.Culture) : null;
}
