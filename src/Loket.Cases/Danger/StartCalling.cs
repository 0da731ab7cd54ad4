using Loket.Kernel.Calendars;
using Loket.Organisation.Settings;
using Loket.Storage;
using Loket.Storage.Journal;
using NodaTime;

namespace Loket.Cases.Danger;

/// <summary>Sets the calling about danger going (row A14): at once outside working hours. In them the team itself is told, and what nobody has taken up when work
/// stops is called about then.</summary>
public sealed class StartCalling : ISubscription<CaseOpened>, ISubscription<DangerFound>
{
    /// <inheritdoc />
    public async Task Handle(CaseOpened happened, Written entry, Work work, CancellationToken cancel)
    {
        if (!happened.Danger) return;
        work.Db.Add(new DangerCall { CaseId = happened.Case });
        await Plan(work, happened.Case, cancel);
    }

    /// <inheritdoc />
    public async Task Handle(DangerFound happened, Written entry, Work work, CancellationToken cancel)
    {
        if (await work.Db.Set<DangerCall>().FindAsync([happened.Case], cancel) is { } earlier) earlier.StartAnew();
        else work.Db.Add(new DangerCall { CaseId = happened.Case });
        await work.Jobs.Cancel(CallNext.Once(happened.Case), cancel);
        await Plan(work, happened.Case, cancel);
    }

    private static async Task Plan(Work work, CaseId id, CancellationToken cancel)
    {
        var working = new WorkingTime(await Calendars.Current(work.Db, cancel));
        var at = working.IsWorking(work.Now) ? working.ClosingTime(work.Now.InZone(working.Calendar.Zone).Date) : null;
        work.Jobs.Add(new CallNext(id), at, CallNext.Once(id));
    }
}
