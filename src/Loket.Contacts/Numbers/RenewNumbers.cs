using Loket.Kernel;
using Loket.Storage;
using Loket.Storage.Jobs;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Contacts.Numbers;

/// <summary>Keep national numbers under the newest key: those that an older one sealed are sealed anew.</summary>
internal sealed record RenewNumbers : IJobPayload
{
    public static string Kind => "customer.renew-numbers";
}

/// <summary>Each hour; after a key was renewed, in parts that are each done whole or not at all. A program that does not know the newest key yet leaves what is under it as it is.</summary>
internal sealed class RenewNumbersHandler(UnitOfWork unit) : IJobHandler<RenewNumbers>
{
    private const int Batch = 500;
    private static readonly Duration Often = Duration.FromHours(1);

    public async Task Run(RenewNumbers payload, JobContext job, CancellationToken cancel)
    {
        var keys = job.Tenant.NumberKeys;
        List<int> older = [.. keys.Numbers.Where(key => key < keys.Newest)];
        var last = default(CustomerId);
        while (older.Count > 0 && await Renew(keys, older, last, cancel) is { } next) last = next;
        await job.Complete(cancel, JobOutcome.Again(job.Tenant.Clock.Now() + Often));
    }

    // The last of the part; null when there are no more. What can't be opened stays as it is: doctor tells of it.
    private async Task<CustomerId?> Renew(KeyRing keys, List<int> older, CustomerId after, CancellationToken cancel) => (await unit.Run<CustomerId?>(async work =>
    {
        var part = await work.Db.CustomerNumbers.Where(one => older.Contains(one.SealedUnder) && one.CustomerId > after).OrderBy(one => one.CustomerId).Take(Batch).ToListAsync(cancel);
        foreach (var one in part)
        {
            if (one.Open(keys) is { } number) one.Seal(keys, number);
        }

        return part.Count == 0 ? (CustomerId?)null : part[^1].CustomerId;
    }, cancel)).Value;
}
