using Loket.Cases.Danger;
using Loket.Cases.Keeping;
using Loket.Cases.Norms;
using Loket.Cases.Routing;
using Loket.Cases.Tasks;
using Loket.Cases.Telling;
using Loket.Cases.Together;
using Loket.Cases.Types;
using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;
using Loket.Storage.Jobs;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Handling;

/// <summary>A case ends with a result, and with whether it is solved: two things.</summary>
public sealed class CloseCase(CaseChanges changes, AnswerAddressees addressees)
{
    /// <summary>Ends the case and tells everybody. A case that a partner still holds is taken back or reported first.</summary>
    /// <param name="change">The case.</param>
    /// <param name="result">Key of the result.</param>
    /// <param name="solved">Whether the problem is gone.</param>
    /// <param name="explanation">What the residents are told.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="withOpenParts">Whether it may end although parts of it are open, as far as whoever ends it may know of them.</param>
    public Task<Result<ChangedCase>> Handle(CaseChange change, string result, bool solved, string? explanation, CancellationToken cancel, bool withOpenParts = false) =>
        changes.Run(change, new { result, solved, explanation, withOpenParts }, Right.WorkOnCases, async (work, found) =>
        {
            if (found.IsClosed) return CaseFailures.Closed;
            if (found.ProposedPaper is not null) return CaseFailures.PaperUndecided;
            if (await Handovers.TakeBack.Live(work.Db, found.Id, cancel) is not null) return Handovers.HandoverFailures.AlreadyWithPartner;
            if (!withOpenParts && (await LinkedCase.Of(work.Db, found.Id, change.By, cancel)).Count(one => one.IsOpenPart) is > 0 and var open) return LinkFailures.OpenParts.With(open);
            var type = await work.Db.TypeOf(found, cancel);
            if (type.Results.All(one => one.Key != result)) return CaseFailures.UnknownResult;
            if (await CaseTasks.OpenBeforeClosing(work.Db, found, type, result, cancel) is > 0 and var tasks) return TaskFailures.StillOpen.With(tasks);
            var said = solved ? StaffText.Optional(explanation, "Explanation") : StaffText.Required(explanation, CaseFailures.ReasonMissing.At("Explanation"));
            if (!said.Succeeded) return said.Failure;
            if (await addressees.Check(work, found, said.Value, null, MessageKind.Closed, "Explanation", cancel) is { } named) return named;
            found.Close(result, solved, Retention.Of(type, result, await Retention.Today(work, cancel)), work.Now);
            work.Journal.Write(new CaseClosed(found.Id, result, solved, said.Value.Length > 0 ? said.Value : null), change.By);
            await work.Jobs.Cancel(WatchDeadline.Once(found.Id), cancel);
            await work.Jobs.Cancel(EndPause.Once(found.Id), cancel);
            return null;
        }, cancel);
}

/// <summary>A case is opened again: it was not solved after all.</summary>
public sealed class ReopenCase(CaseChanges changes, DeadlineKeeper deadlines, Placing placing, AnswerAddressees addressees)
{
    /// <summary>Goes on with the same people, with a reason; where only a partner was on it, it is placed anew.</summary>
    public Task<Result<ChangedCase>> Handle(CaseChange change, string reason, CancellationToken cancel) =>
        changes.Run(change, new { reason }, Right.WorkOnCases, async (work, found) =>
        {
            if (!found.IsClosed) return CaseFailures.NotClosed;
            var said = StaffText.Required(reason, CaseFailures.ReasonMissing);
            if (!said.Succeeded) return said.Failure;
            if (await addressees.Check(work, found, said.Value, null, MessageKind.Reopened, "Reason", cancel) is { } named) return named;
            found.Reopen();
            work.Journal.Write(new CaseReopened(found.Id, said.Value), change.By);
            await deadlines.Start(work, found, change.By, cancel);
            if (found.Danger) work.Journal.Write(new DangerFound(found.Id), change.By);
            if (found.Team is null && found.Handler is null) await placing.Route(work, found, change.By, cancel);
            return null;
        }, cancel);
}

/// <summary>The subject of a case is set, by whoever places what no rule placed; it is routed anew.</summary>
public sealed class ClassifyCase(CaseChanges changes, DeadlineKeeper deadlines, Placing placing, Contacts.Matters matters)
{
    /// <summary>Sets the subject, with its type, confidentiality and norm.</summary>
    public Task<Result<ChangedCase>> Handle(CaseChange change, string category, CancellationToken cancel) =>
        changes.Run(change, new { category }, change.By.May(Right.WorkOnCases) ? Right.WorkOnCases : Right.Triage, async (work, found) =>
        {
            // It is routed anew and leaves its handler: who may only do triage, does that with what nobody was found for.
            if (!change.By.May(Right.WorkOnCases) && found.TriageReason is null) return OrganisationFailures.Forbidden;
            if (found.IsClosed) return CaseFailures.Closed;
            if (found.ProposedPaper is not null) return CaseFailures.PaperUndecided;
            if (await work.Db.Categories.FindAsync([category], cancel) is not { Active: true } chosen) return CaseFailures.UnknownCategory;
            var current = await work.Db.CaseTypes.SingleAsync(one => one.Key == found.Type, cancel);
            if (current.FormalPaper is not null) return CaseFailures.FormalPaperIsNeverJoined;
            var type = await work.Db.CaseTypes.SingleAsync(one => one.Key == chosen.CaseType, cancel);
            var (from, promised) = (found.Category, found.DeadlineAt);
            found.Classify(type, category);
            // What was moved away is about something else, and may be a secret of those who have it now.
            foreach (var participant in found.Participants.Where(one => one.LeftAt is null)) await matters.Classify(work, participant.Matter, category, found.SensitiveGroup, found.Type, found.Place.Area, cancel);
            work.Journal.Write(new CaseClassified(found.Id, from, category), change.By);
            if (chosen.Danger && found.SetDanger(true)) work.Journal.Write(new DangerFound(found.Id), change.By);
            await deadlines.Promise(work, found, change.By, cancel);
            if (await IsOtherDay(work, found, promised, cancel)) work.Journal.Write(new CaseDateMoved(found.Id, found.DeadlineAt!.Value), change.By);
            if (await Handovers.TakeBack.Live(work.Db, found.Id, cancel) is null) await placing.Route(work, found, change.By, cancel);
            return null;
        }, cancel);

    // A moment that has passed promises nothing; one of a clock that stands still is told when it runs again.
    private static async Task<bool> IsOtherDay(Work work, Case found, Instant? promised, CancellationToken cancel)
    {
        if (found.SuspendedAt is not null || found.DeadlineAt is not { } at || at <= work.Now) return false;
        var zone = (await Calendars.Current(work.Db, cancel)).Zone;
        return promised?.InZone(zone).Date != at.InZone(zone).Date;
    }
}
