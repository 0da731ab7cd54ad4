using Loket.Organisation.Settings;
using Loket.Storage.Jobs;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Keeping;

/// <summary>Forget what holds no case any more.</summary>
internal sealed record ForgetHolds : IJobPayload
{
    public static string Kind => "case.forget-holds";
}

/// <summary>Why a case was held is kept until the last day of that, each day anew; the timeline says that it was.</summary>
internal sealed class ForgetHoldsHandler(Calendars calendars) : IJobHandler<ForgetHolds>
{
    private static readonly Duration Often = Duration.FromDays(1);

    public async Task Run(ForgetHolds payload, JobContext job, CancellationToken cancel)
    {
        var now = job.Tenant.Clock.Now();
        var today = now.InZone((await calendars.Current(cancel)).Zone).Date;
        await job.Complete(async work => await work.Db.Set<CaseHold>().Where(hold => hold.Until < today).ExecuteDeleteAsync(cancel), cancel, JobOutcome.Again(now + Often));
    }
}
