using Loket.Kernel;
using Loket.Storage;
using Loket.Storage.Jobs;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Keeping;

/// <summary>Destroy what stands on an approved list.</summary>
/// <param name="List">The list.</param>
internal sealed record CarryOutDestruction(DestructionListId List) : IJobPayload
{
    public static string Kind => "destruction.carry-out";
}

/// <summary>A list that was approved is carried out.</summary>
internal sealed class StartDestruction : ISubscription<DestructionApproved>
{
    public Task Handle(DestructionApproved happened, Written entry, Work work, CancellationToken cancel)
    {
        work.Jobs.Add(new CarryOutDestruction(happened.List));
        return Task.CompletedTask;
    }
}

/// <summary>Destroys a few cases at a time, each whole or not at all, with what says that they are; so a stop in between only means that the rest comes later.</summary>
internal sealed class CarryOutDestructionHandler(UnitOfWork reading, DestroyCase destroy) : IJobHandler<CarryOutDestruction>
{
    private const int Batch = 20;

    public async Task Run(CarryOutDestruction payload, JobContext job, CancellationToken cancel)
    {
        var left = await reading.Read(db => db.DestructionItems.CountAsync(item => item.List == payload.List && item.Fate == DestructionFate.Listed, cancel));
        await job.Complete(work => Next(work, payload.List, cancel), cancel, left > Batch ? JobOutcome.Again(job.Tenant.Clock.Now()) : JobOutcome.Done);
        if (left <= Batch) await reading.Read(db => Forget(db, job, cancel));
    }

    private async Task Next(Work work, DestructionListId id, CancellationToken cancel)
    {
        var list = await work.Db.DestructionLists.SingleAsync(one => one.Id == id, cancel);
        if (list.State != DestructionState.Approved) return;
        var today = await Retention.Today(work, cancel);
        var items = await work.Db.DestructionItems.Where(item => item.List == id && item.Fate == DestructionFate.Listed).OrderBy(item => item.CaseId).Take(Batch).ToListAsync(cancel);
        foreach (var item in items)
        {
            // Since the approval somebody may have held it, or it was opened again.
            var found = await work.Db.Cases.DueOn(work.Db, today).SingleOrDefaultAsync(one => one.Id == item.CaseId, cancel);
            item.Meet(found is null ? DestructionFate.Stayed : DestructionFate.Destroyed, work.Now);
            if (found is null) continue;
            var destroyed = await destroy.Handle(work, found, cancel);
            list.Count(destroyed);
            work.Journal.Write(new CaseDestroyed(id, found.Id, destroyed.Contacts, destroyed.Customers, destroyed.Messages, destroyed.Files), Who.System);
        }

        await work.Db.SaveChangesAsync(cancel);
        if (await work.Db.DestructionItems.AnyAsync(item => item.List == id && item.Fate == DestructionFate.Listed, cancel)) return;
        list.Finish(work.Now);
        var fates = await work.Db.DestructionItems.Where(item => item.List == id).GroupBy(item => item.Fate).Select(each => new { each.Key, Count = each.Count() }).ToDictionaryAsync(each => each.Key, each => each.Count, cancel);
        work.Journal.Write(new DestructionCarriedOut(id, fates.GetValueOrDefault(DestructionFate.Destroyed), fates.GetValueOrDefault(DestructionFate.Stayed)), Who.System);
    }

    private static async Task<Done> Forget(LoketDb db, JobContext job, CancellationToken cancel)
    {
        await job.Tenant.Database.ForgetErased(db, cancel);
        return default;
    }
}
