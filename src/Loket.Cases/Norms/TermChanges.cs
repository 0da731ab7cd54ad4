using Loket.Cases.Handling;
using Loket.Cases.Telling;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using NodaTime;

namespace Loket.Cases.Norms;

/// <summary>The clock of a case is stopped, with a reason and until a day (row B4).</summary>
public sealed class SuspendCase(CaseChanges changes, DeadlineKeeper deadlines, AnswerAddressees addressees)
{
    private const int MostDays = 366;

    /// <summary>Stops the clock until it is started again; on the day set it starts by itself.</summary>
    /// <param name="change">The case.</param>
    /// <param name="until">The day on which the clock runs again at the latest; after today, within a year.</param>
    /// <param name="reason">Why; the residents read it.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<Result<ChangedCase>> Handle(CaseChange change, LocalDate until, string reason, CancellationToken cancel) =>
        changes.Run(change, new { until, reason }, Right.WorkOnCases, async (work, found) =>
        {
            if (found.IsClosed) return CaseFailures.Closed;
            var zone = (await Calendars.Current(work.Db, cancel)).Zone;
            var today = work.Now.InZone(zone).Date;
            if (until <= today || until > today.PlusDays(MostDays)) return CaseFailures.UntilOutOfRange;
            var said = StaffText.Required(reason, CaseFailures.ReasonMissing);
            if (!said.Succeeded) return said.Failure;
            if (found.SuspendedAt is not null) return CaseFailures.AlreadySuspended;
            if (await addressees.Check(work, found, said.Value, null, MessageKind.TermChanged, "Reason", cancel) is { } named) return named;
            var pause = found.Suspend(work.Now, zone.AtStartOfDay(until).ToInstant(), said.Value);
            work.Db.Add(pause);
            work.Journal.Write(new CaseSuspended(found.Id, until, said.Value), change.By);
            await work.Jobs.Cancel(EndPause.Once(found.Id), cancel);
            work.Jobs.Add(new EndPause(found.Id), pause.Ends, EndPause.Once(found.Id));
            await deadlines.Move(work, found, change.By, cancel);
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
            if (!found.Resume(work.Now)) return CaseFailures.NotSuspended;
            work.Journal.Write(new CaseResumed(found.Id, ByItself: false), change.By);
            await work.Jobs.Cancel(EndPause.Once(found.Id), cancel);
            await deadlines.Move(work, found, change.By, cancel);
            return null;
        }, cancel);
}

/// <summary>A case gets more time, with a reason; more than once if need be.</summary>
public sealed class ExtendCase(CaseChanges changes, DeadlineKeeper deadlines, AnswerAddressees addressees)
{
    /// <summary>Adds to the norm, in the calendar in which that is counted.</summary>
    public Task<Result<ChangedCase>> Handle(CaseChange change, NormKind kind, int amount, string reason, CancellationToken cancel) =>
        changes.Run(change, new { kind, amount, reason }, Right.WorkOnCases, async (work, found) =>
        {
            if (found.IsClosed) return CaseFailures.Closed;
            if (amount is < 1 or > 365) return CaseFailures.AmountOutOfRange;
            if (new Norm(kind, amount).Calendar != found.Norm.Calendar) return CaseFailures.OtherCalendar;
            var said = StaffText.Required(reason, CaseFailures.ReasonMissing);
            if (!said.Succeeded) return said.Failure;
            if (await addressees.Check(work, found, said.Value, null, MessageKind.TermChanged, "Reason", cancel) is { } named) return named;
            var was = found.DeadlineAt;
            var more = new MoreTime { Id = Ids.NewValue(), CaseId = found.Id, At = work.Now, NormKind = kind, Amount = amount, Reason = said.Value };
            found.MoreTimes.Add(more);
            work.Db.Add(more);
            await deadlines.Move(work, found, change.By, cancel);
            work.Journal.Write(new CaseExtended(found.Id, found.DeadlineAt, said.Value, was), change.By);
            return null;
        }, cancel);
}
