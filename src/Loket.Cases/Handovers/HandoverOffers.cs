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

/// <summary>Offers a case to a partner and watches for silence, inside the transaction of a use case.</summary>
public sealed class HandoverOffers
{
    /// <summary>As a rule says: with the pictures of residents, where the partner's own rule gives those.</summary>
    internal async Task<Failure?> OfferByRule(Work work, Case found, PartnerId partner, string question, Who by, CancellationToken cancel)
    {
        var offered = await Offer(work, found, partner, question, by, cancel);
        if (!offered.Succeeded) return offered.Failure;
        if ((await PartnerDirectory.Find(work.Db, partner, cancel))!.PicturesGoAlong) await HandoverFiles.GivePictures(work, found, offered.Value, by, cancel);
        return null;
    }

    internal async Task<Result<Handover>> Offer(Work work, Case found, PartnerId partner, string question, Who by, CancellationToken cancel)
    {
        var asked = PartnerText.Required(question, HandoverFailures.QuestionMissing);
        if (!asked.Succeeded) return asked.Failure;
        if (found.IsClosed) return CaseFailures.Closed;
        // What has just come in is with nobody.
        if (work.Db.Entry(found).State != EntityState.Added && await work.Db.Handovers.AnyAsync(
            one => one.CaseId == found.Id && (one.State == HandoverState.Offered || one.State == HandoverState.Accepted), cancel))
            return HandoverFailures.AlreadyWithPartner;
        if (await PartnerDirectory.Find(work.Db, partner, cancel) is not { } card) return HandoverFailures.NotFound;
        if (card.IsClosed) return HandoverFailures.PartnerClosed;

        var handover = new Handover { Id = Ids.New<HandoverId>(), CaseId = found.Id, Partner = partner, Question = asked.Value, OfferedAt = work.Now };
        work.Db.Add(handover);
        found.PlaceWith(found.Team, found.Handler, partner, work.Now);
        work.Journal.Write(new HandoverOffered(found.Id, handover.Id, partner, asked.Value), by);
        await Watch(work, handover, work.Now, cancel);
        return handover;
    }

    /// <summary>It went back to us: who asked is told when it is still with us after a while.</summary>
    internal static void TellWhenBack(Work work, Handover handover) =>
        work.Jobs.Add(new TellThatItIsBack(handover.Id), work.Now + TellThatItIsBack.After, TellThatItIsBack.Once(handover.Id));

    /// <summary>Silence is looked at again one response norm after <paramref name="from"/>, or after the planned day has passed; our own when the partner asked something.</summary>
    internal async Task Watch(Work work, Handover handover, Instant from, CancellationToken cancel)
    {
        var once = WatchHandover.Once(handover.Id);
        if (work.Db.Entry(handover).State != EntityState.Added) await work.Jobs.Cancel(once, cancel);
        if (!handover.IsLive) return;
        var calendar = await Calendars.Current(work.Db, cancel);
        var norm = (await PartnerDirectory.Find(work.Db, handover.Partner, cancel))!.ResponseNorm;
        var start = handover is { State: HandoverState.Accepted, PlannedOn: { } day, AskedAt: null }
            ? Instant.Max(from, day.PlusDays(1).AtStartOfDayInZone(calendar.Zone).ToInstant())
            : from;
        work.Jobs.Add(new WatchHandover(handover.Id), new Deadlines(calendar, new StatutoryCalendar()).For(start, norm).At, once);
    }
}
