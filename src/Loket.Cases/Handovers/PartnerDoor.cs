using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Partners;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Handovers;

/// <summary>Somebody of a partner before one of its handovers.</summary>
/// <param name="Handover">The handover.</param>
/// <param name="Partner">The partner.</param>
/// <param name="Reader">Who it is, for looking and acting.</param>
/// <param name="Whole">Where its case goes on as part of another that the partner has too, the handover of that; else the handover itself.</param>
internal sealed record AtHandover(Handover Handover, PartnerCard Partner, Actor Reader, Handover Whole);

/// <summary>Who of a partner is let in to a handover: by the link of who works there, or as its program; until thirty days after the end.</summary>
internal static class PartnerDoor
{
    private static readonly Duration ShownAfterTheEnd = Duration.FromDays(30);

    /// <summary>By a signed link; null person is the partner's own mailbox.</summary>
    public static async Task<AtHandover?> ByLink(LoketDb db, Tenant tenant, HandoverId id, PartnerPersonId? person, CancellationToken cancel)
    {
        if (await Counting(db, tenant, id, cancel) is not { } counts || await PartnerDirectory.Find(db, counts.Own.Partner, cancel) is not { } partner) return null;
        if (person is { } reader && partner.People.All(one => one.Id != reader)) return null;
        return new AtHandover(counts.Own, partner, new Actor(new Who(WhoKind.Partner, person?.Value ?? partner.Id.Value), [], [], [], partner.Id), counts.Whole);
    }

    /// <summary>As a program of the partner.</summary>
    public static async Task<AtHandover?> AsProgram(LoketDb db, Tenant tenant, HandoverId id, Actor by, CancellationToken cancel) =>
        await Counting(db, tenant, id, cancel) is { } counts && by.Partner == counts.Own.Partner && await PartnerDirectory.Find(db, counts.Own.Partner, cancel) is { } partner
            ? new AtHandover(counts.Own, partner, by, counts.Whole) : null;

    private static async Task<(Handover Own, Handover Whole)?> Counting(LoketDb db, Tenant tenant, HandoverId id, CancellationToken cancel)
    {
        if (await db.Handovers.FirstOrDefaultAsync(one => one.Id == id, cancel) is not { } own) return null;
        var whole = await WholeOf(db, own, cancel);
        if (whole.EndedAt + ShownAfterTheEnd < tenant.Clock.Now()) return null;
        return (own, whole);
    }

    // What had ended before its case went on as part of another stands by itself: the partner may never have had that one.
    private static async Task<Handover> WholeOf(LoketDb db, Handover own, CancellationToken cancel)
    {
        if (!own.IsLive) return own;
        var whole = await db.Cases.Where(one => one.Id == own.CaseId).Select(one => one.MergedInto).SingleAsync(cancel);
        return whole is not { } id ? own
            : await db.Handovers.Where(one => one.CaseId == id && one.Partner == own.Partner).OrderByDescending(one => one.OfferedAt).FirstAsync(cancel);
    }
}
