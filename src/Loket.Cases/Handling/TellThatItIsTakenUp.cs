using Loket.Cases.Danger;
using Loket.Kernel;
using Loket.Storage;
using Loket.Storage.Jobs;
using Loket.Storage.Journal;
using NodaTime;

namespace Loket.Cases.Handling;

/// <summary>Tell who asked that somebody works on a case now.</summary>
internal sealed record TellThatItIsTakenUp(CaseId Case) : IJobPayload
{
    /// <summary>A case that is ended, handed over or given back within this time gives other news, or none: one message then, not two.</summary>
    public static Duration After { get; } = Duration.FromMinutes(15);

    public static string Kind => "case.tell-taken-up";

    public static string Once(CaseId id) => $"taken-up:{id.Value:N}";
}

/// <summary>Whenever somebody takes a case, or is given it, who asked is to be told.</summary>
internal sealed class WatchTaking : ISubscription<CaseTaken>, ISubscription<DangerAcknowledged>
{
    public Task Handle(CaseTaken happened, Written entry, Work work, CancellationToken cancel) => Plan(happened.Case, work, cancel);

    public Task Handle(DangerAcknowledged happened, Written entry, Work work, CancellationToken cancel) => Plan(happened.Case, work, cancel);

    private static async Task Plan(CaseId id, Work work, CancellationToken cancel)
    {
        var once = TellThatItIsTakenUp.Once(id);
        await work.Jobs.Cancel(once, cancel);
        work.Jobs.Add(new TellThatItIsTakenUp(id), work.Now + TellThatItIsTakenUp.After, once);
    }
}

/// <summary>Tells it the first time, where somebody works on the case still. Whoever takes it after that is no news to the resident.</summary>
internal sealed class TellThatItIsTakenUpHandler(JournalReader journal) : IJobHandler<TellThatItIsTakenUp>
{
    private const int MostLines = 1_000;

    public Task Run(TellThatItIsTakenUp payload, JobContext job, CancellationToken cancel) =>
        job.Complete(async work =>
        {
            var found = await work.Db.CaseOf(payload.Case, cancel);
            if (found.Status != CaseStatus.InProgress || found.Handler is null) return;
            var told = await journal.Timeline(found.Id.Value, Audience.Everyone, MostLines, null, cancel);
            if (told.Any(line => line.Happened is CaseTakenUp)) return;
            work.Journal.Write(new CaseTakenUp(found.Id), Who.System);
        }, cancel);
}
