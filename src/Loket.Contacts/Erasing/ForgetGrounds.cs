using Loket.Storage.Jobs;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Contacts.Erasing;

/// <summary>Forget on what rested what no longer counts.</summary>
internal sealed record ForgetGrounds : IJobPayload
{
    public static string Kind => "contact.forget-grounds";
}

/// <summary>On what a warning rested, or what was seen of a mandate, is kept until it ends, each day anew. That there was one stays with the person.</summary>
internal sealed class ForgetGroundsHandler : IJobHandler<ForgetGrounds>
{
    private static readonly Duration Often = Duration.FromDays(1);

    public Task Run(ForgetGrounds payload, JobContext job, CancellationToken cancel)
    {
        var now = job.Tenant.Clock.Now();
        return job.Complete(
            async work =>
            {
                await work.Db.Warnings.Where(one => one.Ground != "" && (one.EndedAt != null || one.PassesAt <= now)).ExecuteUpdateAsync(set => set.SetProperty(one => one.Ground, ""), cancel);
                await work.Db.Representations.Where(one => one.Ground != "" && (one.EndedAt != null || one.PassesAt <= now)).ExecuteUpdateAsync(set => set.SetProperty(one => one.Ground, ""), cancel);
            },
            cancel,
            JobOutcome.Again(now + Often));
    }
}
