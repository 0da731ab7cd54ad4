using Loket.Kernel;
using Loket.Storage;
using Loket.Storage.Jobs;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Handovers;

/// <summary>Tell who asked that a case is no longer with the partner of whom they heard.</summary>
internal sealed record TellThatItIsBack(HandoverId Handover) : IJobPayload
{
    /// <summary>A case that goes on to another partner, or is closed, within this time gives news enough: one message then, not two.</summary>
    public static Duration After { get; } = Duration.FromHours(1);

    public static string Kind => "handover.tell-back";

    public static string Once(HandoverId id) => $"handover-back:{id.Value:N}";
}

/// <summary>Tells it, unless there is other news by now.</summary>
internal sealed class TellThatItIsBackHandler : IJobHandler<TellThatItIsBack>
{
    public Task Run(TellThatItIsBack payload, JobContext job, CancellationToken cancel) =>
        job.Complete(async work =>
        {
            var handover = await work.Db.Handovers.SingleAsync(one => one.Id == payload.Handover, cancel);
            var found = await work.Db.CaseOf(handover.CaseId, cancel);
            if (found.IsClosed || await work.Db.Handovers.AnyAsync(one => one.CaseId == found.Id && one.OfferedAt > handover.OfferedAt, cancel)) return;
            work.Journal.Write(new HandoverCameBack(found.Id, handover.Id, handover.Partner, handover.State), Who.System);
        }, cancel);
}
