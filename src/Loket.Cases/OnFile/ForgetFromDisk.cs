using Loket.Kernel;
using Loket.Storage;
using Loket.Storage.Jobs;
using Loket.Storage.Journal;

namespace Loket.Cases.OnFile;

/// <summary>Let what was erased leave the files of the database too.</summary>
internal sealed record ForgetFromDisk : IJobPayload
{
    public static string Kind => "erasing.forget-from-disk";
}

/// <summary>Somebody had erased what is kept of them: the log in which the database keeps its last changes would have it still.</summary>
internal sealed class AfterErasing : ISubscription<ErasedAtRequest>
{
    public Task Handle(ErasedAtRequest happened, Written entry, Work work, CancellationToken cancel)
    {
        work.Jobs.Add(new ForgetFromDisk());
        return Task.CompletedTask;
    }
}

internal sealed class ForgetFromDiskHandler(UnitOfWork reading) : IJobHandler<ForgetFromDisk>
{
    public async Task Run(ForgetFromDisk payload, JobContext job, CancellationToken cancel)
    {
        await reading.Read<Done>(async db =>
        {
            await job.Tenant.Database.ForgetErased(db, cancel);
            return default;
        });
        await job.Complete(cancel);
    }
}
