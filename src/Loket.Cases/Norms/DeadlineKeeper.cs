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

/// <summary>Computes and stores the deadline of a case, and sets its timer.</summary>
public sealed class DeadlineKeeper
{
    internal async Task Set(Work work, Case found, bool startsAnew, Who by, CancellationToken cancel)
    {
        var deadline = found.SuspendedAt is null ? await Compute(work.Db, found, cancel) : null;
        if (deadline?.At == found.DeadlineAt && !startsAnew) return;
        found.SetDeadline(deadline, startsAnew);
        work.Journal.Write(new DeadlineSet(found.Id, deadline?.At), by);
        await SetTimer(work, found, cancel);
    }

    /// <summary>Sets the timer to the next step; none when the clock stands still or the case has ended.</summary>
    internal async Task SetTimer(Work work, Case found, CancellationToken cancel)
    {
        var once = WatchDeadline.Once(found.Id);
        // What has just come in has no timer yet.
        if (work.Db.Entry(found).State != EntityState.Added) await work.Jobs.Cancel(once, cancel);
        if (found.DeadlineAt is not { } deadline || found.IsClosed) return;
        var plan = EscalationPlan.For(found.OpenedAt, deadline, new WorkingTime(await Calendars.Current(work.Db, cancel)));
        var next = plan.FirstOrDefault(planned => planned.Step > (EscalationStep)found.EscalationStep);
        if (next.Step != EscalationStep.None) work.Jobs.Add(new WatchDeadline(found.Id), next.At, once);
    }

    private async Task<Deadline> Compute(LoketDb db, Case found, CancellationToken cancel)
    {
        var type = (await db.TypeOf(found.Type, cancel))!;
        var category = await db.CategoryOf(found.Category, cancel);
        var calendar = await Calendars.Current(db, cancel);
        return new Deadlines(calendar, new StatutoryCalendar()).For(
            found.OpenedAt, NormOf(type, category),
            [.. found.Pauses.Where(pause => pause.Until is not null).Select(pause => new Suspension(pause.From, pause.Until!.Value, pause.Reason))],
            [.. found.MoreTimes.OrderBy(more => more.At).Select(more => new Extension(new Norm(more.NormKind, more.Amount), more.Reason))]);
    }

    private static Norm NormOf(CaseType type, Category? category) =>
        type.FormalPaper is null && category is { NormKind: { } kind, NormAmount: { } amount } ? new Norm(kind, amount) : type.Norm;
}
