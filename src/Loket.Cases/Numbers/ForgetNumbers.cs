using Loket.Contacts;
using Loket.Contacts.Numbers;
using Loket.Kernel;
using Loket.Storage;
using Loket.Storage.Jobs;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Numbers;

/// <summary>Forget national numbers that no case needs any more: it was destroyed, proved to be about something else, or its person left it.</summary>
internal sealed record ForgetNumbers : IJobPayload
{
    public static string Kind => "case.forget-numbers";
}

/// <summary>Daily. A number that somebody with the right for it noted goes with its person, or when it is taken away.</summary>
internal sealed class ForgetNumbersHandler(UnitOfWork unit) : IJobHandler<ForgetNumbers>
{
    private const int Batch = 200;

    public async Task Run(ForgetNumbers payload, JobContext job, CancellationToken cancel)
    {
        for (var part = await Part(default, cancel); part.Count > 0; part = await Part(part[^1].Customer, cancel))
        {
            var some = part;
            await unit.Run<Done>(work => Forget(work, some, cancel), cancel);
        }

        await job.Complete(cancel, JobOutcome.Again(job.Tenant.Clock.Now() + Duration.FromDays(1)));
    }

    private Task<IReadOnlyList<NumberHolder>> Part(CustomerId after, CancellationToken cancel) => unit.Read(db => NumberRegister.KeptForCases(db, after, Batch, cancel));

    private static async Task<Result<Done>> Forget(Work work, IReadOnlyList<NumberHolder> part, CancellationToken cancel)
    {
        var kinds = await NumberKinds.Of(work.Db, cancel);
        var people = part.SelectMany(one => one.Family).ToList();
        var cases = work.Db.Cases.Where(one => one.DestroyedAt == null);
        var standing = await (
            from participant in work.Db.Participants
            where participant.Customer != null && people.Contains(participant.Customer.Value) && participant.LeftAt == null
            join one in cases on participant.CaseId equals one.Id
            select new { Customer = participant.Customer!.Value, one.Type, one.TypeVersion }).Distinct().ToListAsync(cancel);
        var needed = standing.Where(one => kinds.ContainsKey((one.Type, one.TypeVersion))).Select(one => one.Customer).ToHashSet();
        List<CustomerId> gone = [.. part.Where(one => !one.Family.Any(needed.Contains)).Select(one => one.Customer)];
        if (gone.Count == 0 || !await NumberRegister.Forget(work.Db, gone, cancel)) return default(Done);
        foreach (var customer in gone) work.Journal.Write(new NationalNumberRemoved(customer), Who.System);
        return default(Done);
    }
}
