using Loket.Cases.Danger;
using Loket.Cases.Handling;
using Loket.Kernel;
using Loket.Storage;

namespace Loket.Cases.Together;

/// <summary>The danger of one case is that of another from now on: nobody is called out of bed for what somebody is on already.</summary>
internal static class DangerAlong
{
    /// <summary>Whoever is on the danger of the one is on that of the other; where nobody is, whoever is on duty is called.</summary>
    public static async Task Carry(Work work, Case from, Case to, Who by, CancellationToken cancel)
    {
        if (!from.Danger || await work.Db.Set<DangerCall>().FindAsync([from.Id], cancel) is not { AcknowledgedBy: { } staff, AcknowledgedAt: { } at } || !await FormerHandler.MayHave(work.Db, to.Id, staff, cancel))
        {
            work.Journal.Write(new DangerFound(to.Id), by);
            return;
        }

        var call = await work.Db.Set<DangerCall>().FindAsync([to.Id], cancel);
        if (call is null) work.Db.Add(call = new DangerCall { CaseId = to.Id });
        else call.StartAnew();
        call.Acknowledge(staff, at);
        await work.Jobs.Cancel(CallNext.Once(to.Id), cancel);
    }

    /// <summary>Whether somebody is on the danger of a case.</summary>
    public static async Task<bool> IsOn(Work work, Case found, CancellationToken cancel) =>
        await work.Db.Set<DangerCall>().FindAsync([found.Id], cancel) is { AcknowledgedBy: { } staff } && await FormerHandler.MayHave(work.Db, found.Id, staff, cancel);
}
