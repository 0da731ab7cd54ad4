using Loket.Cases.Handling;
using Loket.Cases.Telling;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Messages;
using Loket.Organisation.Rights;

namespace Loket.Cases.Norms;

/// <summary>The clock of a case is stopped, with a reason (row B4).</summary>
public sealed class SuspendCase(CaseChanges changes, DeadlineKeeper deadlines, AnswerAddressees addressees)
{
    /// <summary>Stops the clock until it is started again.</summary>
    public Task<Result<ChangedCase>> Handle(CaseChange change, string reason, CancellationToken cancel) =>
        changes.Run(change, new { reason }, Right.WorkOnCases, async (work, found) =>
        {
            if (found.IsClosed) return CaseFailures.Closed;
            if (string.IsNullOrWhiteSpace(reason)) return CaseFailures.ReasonMissing;
            if (found.SuspendedAt is not null) return CaseFailures.AlreadySuspended;
            if (await addressees.Check(work, found, reason, null, MessageKind.TermChanged, "Reason", cancel) is { } named) return named;
            var pause = new Pause { Id = Ids.NewValue(), CaseId = found.Id, From = work.Now, Reason = reason.Trim() };
            found.Pauses.Add(pause);
            work.Db.Add(pause);
            found.Suspend(work.Now);
            work.Journal.Write(new CaseSuspended(found.Id, reason.Trim()), change.By);
            await deadlines.Set(work, found, startsAnew: false, change.By, cancel);
            return null;
        }, cancel);
}

/// <summary>The clock of a case runs again; what it stood still is added.</summary>
public sealed class ResumeCase(CaseChanges changes, DeadlineKeeper deadlines)
{
    /// <summary>Starts the clock.</summary>
    public Task<Result<ChangedCase>> Handle(CaseChange change, CancellationToken cancel) =>
        changes.Run(change, "resume", Right.WorkOnCases, async (work, found) =>
        {
            if (found.Pauses.FirstOrDefault(pause => pause.Until is null) is not { } pause) return CaseFailures.NotSuspended;
            pause.Until = work.Now;
            found.Resume();
            work.Journal.Write(new CaseResumed(found.Id), change.By);
            await deadlines.Set(work, found, startsAnew: false, change.By, cancel);
            return null;
        }, cancel);
}

/// <summary>A case gets more time, with a reason; more than once if need be.</summary>
public sealed class ExtendCase(CaseChanges changes, DeadlineKeeper deadlines, AnswerAddressees addressees)
{
    /// <summary>Adds to the norm.</summary>
    public Task<Result<ChangedCase>> Handle(CaseChange change, NormKind kind, int amount, string reason, CancellationToken cancel) =>
        changes.Run(change, new { kind, amount, reason }, Right.WorkOnCases, async (work, found) =>
        {
            if (found.IsClosed) return CaseFailures.Closed;
            if (amount is < 1 or > 365) return CaseFailures.AmountOutOfRange;
            if (string.IsNullOrWhiteSpace(reason)) return CaseFailures.ReasonMissing;
            if (await addressees.Check(work, found, reason, null, MessageKind.TermChanged, "Reason", cancel) is { } named) return named;
            var more = new MoreTime { Id = Ids.NewValue(), CaseId = found.Id, At = work.Now, NormKind = kind, Amount = amount, Reason = reason.Trim() };
            found.MoreTimes.Add(more);
            work.Db.Add(more);
            // What was announced for the old deadline is announced again for the new one.
            await deadlines.Set(work, found, startsAnew: true, change.By, cancel);
            work.Journal.Write(new CaseExtended(found.Id, found.DeadlineAt, reason.Trim()), change.By);
            return null;
        }, cancel);
}
