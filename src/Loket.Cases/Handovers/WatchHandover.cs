using Loket.Cases.Norms;
using Loket.Kernel;
using Loket.Storage;
using Loket.Storage.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Handovers;

/// <summary>Watch whether a partner answers and does what it planned, and whether we answer what it asks.</summary>
internal sealed record WatchHandover(HandoverId Handover) : IJobPayload
{
    public static string Kind => "handover.watch";

    public static string Once(HandoverId id) => $"handover:{id.Value:N}";
}

/// <summary>Chases a silent partner twice, then tells our own people (row B5). When the partner waits for us, it is our own people who are reminded: the owner,
/// then the lead of the team.</summary>
internal sealed class WatchHandoverHandler(HandoverOffers offers, Addressees addressees) : IJobHandler<WatchHandover>
{
    private const int MostChases = 2;
    private const int MostReminders = 2;

    public Task Run(WatchHandover payload, JobContext job, CancellationToken cancel) =>
        job.Complete(async work =>
        {
            var handover = await work.Db.Handovers.FirstOrDefaultAsync(one => one.Id == payload.Handover, cancel);
            if (handover is not { IsLive: true }) return;
            var goesOn = handover.AskedAt is null ? await Chase(work, handover, cancel) : await Remind(work, handover, cancel);
            if (!goesOn) return;
            await work.Db.SaveChangesAsync(cancel);
            await offers.Watch(work, handover, work.Now, cancel);
        }, cancel);

    private async Task<bool> Chase(Work work, Handover handover, CancellationToken cancel)
    {
        if (handover.Chased < MostChases)
        {
            handover.Chase();
            work.Journal.Write(new HandoverChased(handover.CaseId, handover.Id, handover.Partner, handover.Chased), Who.System);
            return true;
        }

        var found = await work.Db.Cases.SingleAsync(one => one.Id == handover.CaseId, cancel);
        var told = await addressees.Owner(work, found, cancel);
        work.Journal.Write(new HandoverSilenceEscalated(found.Id, handover.Id, handover.Partner, told, found.Team), Who.System);
        return false;
    }

    private async Task<bool> Remind(Work work, Handover handover, CancellationToken cancel)
    {
        handover.Remind();
        var found = await work.Db.Cases.SingleAsync(one => one.Id == handover.CaseId, cancel);
        var told = handover.Reminded < MostReminders ? await addressees.Owner(work, found, cancel) : await addressees.Lead(work, found, cancel);
        work.Journal.Write(new HandoverAnswerOwed(found.Id, handover.Id, handover.Partner, handover.Reminded, told, found.Team), Who.System);
        return handover.Reminded < MostReminders;
    }
}
