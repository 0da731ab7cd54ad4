using Loket.Cases.Types;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation.Settings;
using Loket.Storage;
using Loket.Storage.Jobs;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Norms;

/// <summary>Watch the deadline of a case.</summary>
internal sealed record WatchDeadline(CaseId Case) : IJobPayload
{
    public static string Kind => "case.watch-deadline";

    /// <summary>One timer per case, whatever moves its deadline.</summary>
    public static string Once(CaseId id) => $"deadline:{id.Value:N}";
}

/// <summary>Computes and stores the deadline of a case, and sets its timer. The pauses and extensions of the case must be loaded.</summary>
public sealed class DeadlineKeeper
{
    /// <summary>The case is made or opened again: what its kind promises, in the version that it keeps, is counted from now.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="found">The case.</param>
    /// <param name="by">Who made or opened it.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="from">From when it is counted instead: the receipt of a formal paper.</param>
    internal async Task Start(Work work, Case found, Who by, CancellationToken cancel, Instant? from = null)
    {
        found.StartClock(from ?? work.Now);
        await Promise(work, found, by, cancel);
    }

    /// <summary>The case is of another kind: it gets the norm of that kind, counted from where its clock started.</summary>
    internal async Task Promise(Work work, Case found, Who by, CancellationToken cancel)
    {
        found.Promise(NormOf(await work.Db.TypeOf(found, cancel), await work.Db.CategoryOf(found.Category, cancel)));
        await Move(work, found, by, cancel);
    }

    /// <summary>The clock was stopped or started, or there is more time.</summary>
    internal async Task Move(Work work, Case found, Who by, CancellationToken cancel)
    {
        var before = found.DeadlineAt;
        var deadline = await Compute(work.Db, found, cancel);
        found.SetDeadline(deadline, work.Now);
        if (deadline.At == before) return;
        work.Journal.Write(new DeadlineSet(found.Id, deadline.At), by);
        await SetTimer(work, found, cancel);
    }

    /// <summary>Sets the timer to the next step; none when the case has ended.</summary>
    internal async Task SetTimer(Work work, Case found, CancellationToken cancel)
    {
        var once = WatchDeadline.Once(found.Id);
        // What has just come in has no timer yet.
        if (work.Db.Entry(found).State != EntityState.Added) await work.Jobs.Cancel(once, cancel);
        if (found.IsClosed) return;
        var plan = await PlanOf(work.Db, found, cancel);
        var next = plan.FirstOrDefault(planned => planned.Step > (EscalationStep)found.EscalationStep);
        if (next.Step != EscalationStep.None) work.Jobs.Add(new WatchDeadline(found.Id), next.At, once);
    }

    /// <summary>The steps of the deadline as it stands.</summary>
    internal static async Task<IReadOnlyList<PlannedStep>> PlanOf(LoketDb db, Case found, CancellationToken cancel) =>
        found.DeadlineAt is not { } deadline ? [] : EscalationPlan.For(
            found.WatchedFrom, deadline, found.Norm, new WorkingTime(await Calendars.Current(db, cancel)), [.. Suspensions(found).Select(pause => pause.Interval)]);

    private static async Task<Deadline> Compute(LoketDb db, Case found, CancellationToken cancel) =>
        new Deadlines(await Calendars.Current(db, cancel), new StatutoryCalendar()).For(found.ClockStartedAt, found.Norm, Suspensions(found), Extensions(found));

    // What ended before the clock was started anew belongs to the earlier count; what ended as it began is nothing.
    private static IReadOnlyList<Suspension> Suspensions(Case found) =>
        [.. found.Pauses.Select(pause => (pause.From, Until: pause.Until ?? pause.Ends, pause.Reason)).Where(pause => pause.Until > pause.From && pause.Until > found.ClockStartedAt)
            .Select(pause => new Suspension(pause.From, pause.Until, pause.Reason))];

    // More time goes with the calendar that it was given in: where the norm became one of the other calendar, it went with the old norm.
    private static IReadOnlyList<Extension> Extensions(Case found) =>
        [.. found.MoreTimes.Where(more => more.At >= found.ClockStartedAt).OrderBy(more => more.At).Select(more => new Extension(new Norm(more.NormKind, more.Amount), more.Reason))
            .Where(more => more.By.Calendar == found.Norm.Calendar)];

    private static Norm NormOf(CaseTypeDetails type, Category? category) =>
        type.FormalPaper is null && category is { NormKind: { } kind, NormAmount: { } amount } ? new Norm(kind, amount) : type.Norm;
}
