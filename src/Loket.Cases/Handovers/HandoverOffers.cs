using Loket.Cases.Norms;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Organisation.Partners;
using Loket.Organisation.Settings;
using Loket.Storage;
using Loket.Storage.Jobs;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Handovers;

/// <summary>Watch whether a partner answers, and does what it planned.</summary>
internal sealed record WatchHandover(HandoverId Handover) : IJobPayload
{
    public static string Kind => "handover.watch";

    public static string Once(HandoverId id) => $"handover:{id.Value:N}";
}

/// <summary>Offers a case to a partner and watches for silence, inside the transaction of a use case.</summary>
public sealed class HandoverOffers
{
    internal async Task<Failure?> Offer(Work work, Case found, PartnerId partner, string question, Who by, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(question)) return HandoverFailures.QuestionMissing;
        if (found.IsClosed) return CaseFailures.Closed;
        // What has just come in is with nobody.
        if (work.Db.Entry(found).State != EntityState.Added && await work.Db.Handovers.AnyAsync(
            one => one.CaseId == found.Id && (one.State == HandoverState.Offered || one.State == HandoverState.Accepted), cancel))
            return HandoverFailures.AlreadyWithPartner;
        if (await PartnerDirectory.Find(work.Db, partner, cancel) is not { } card) return HandoverFailures.NotFound;
        if (card.IsClosed) return HandoverFailures.PartnerClosed;

        var handover = new Handover { Id = Ids.New<HandoverId>(), CaseId = found.Id, Partner = partner, Question = question, OfferedAt = work.Now };
        work.Db.Add(handover);
        found.PlaceWith(found.Team, found.Handler, partner, work.Now);
        work.Journal.Write(new HandoverOffered(found.Id, handover.Id, partner, question), by);
        await Watch(work, handover, work.Now, cancel);
        return null;
    }

    /// <summary>The partner's silence is looked at again one response norm after <paramref name="from"/>, or after the planned day has passed.</summary>
    internal async Task Watch(Work work, Handover handover, Instant from, CancellationToken cancel)
    {
        var once = WatchHandover.Once(handover.Id);
        if (work.Db.Entry(handover).State != EntityState.Added) await work.Jobs.Cancel(once, cancel);
        if (!handover.IsLive) return;
        var calendar = await Calendars.Current(work.Db, cancel);
        var norm = (await PartnerDirectory.Find(work.Db, handover.Partner, cancel))!.ResponseNorm;
        var start = handover is { State: HandoverState.Accepted, PlannedOn: { } day }
            ? Instant.Max(from, day.PlusDays(1).AtStartOfDayInZone(calendar.Zone).ToInstant())
            : from;
        work.Jobs.Add(new WatchHandover(handover.Id), new Deadlines(calendar, new StatutoryCalendar()).For(start, norm).At, once);
    }
}

/// <summary>Chases a silent partner twice, then tells our own people (row B5).</summary>
internal sealed class WatchHandoverHandler(HandoverOffers offers, Addressees addressees) : IJobHandler<WatchHandover>
{
    private const int MostChases = 2;

    public Task Run(WatchHandover payload, JobContext job, CancellationToken cancel) =>
        job.Complete(async work =>
        {
            var handover = await work.Db.Handovers.FirstOrDefaultAsync(one => one.Id == payload.Handover, cancel);
            if (handover is not { IsLive: true }) return;
            if (handover.Chased < MostChases)
            {
                handover.Chase();
                work.Journal.Write(new HandoverChased(handover.CaseId, handover.Id, handover.Partner, handover.Chased), Who.System);
                await work.Db.SaveChangesAsync(cancel);
                await offers.Watch(work, handover, work.Now, cancel);
                return;
            }

            var found = await work.Db.Cases.SingleAsync(one => one.Id == handover.CaseId, cancel);
            var told = await addressees.Owner(work, found, cancel);
            work.Journal.Write(new HandoverSilenceEscalated(found.Id, handover.Id, handover.Partner, told, found.Team), Who.System);
        }, cancel);
}
