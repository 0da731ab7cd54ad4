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
internal sealed record AtHandover(Handover Handover, PartnerCard Partner, Actor Reader);

/// <summary>Who of a partner is let in to a handover: by the link of who works there, or as its program; until thirty days after the end.</summary>
internal static class PartnerDoor
{
    private static readonly Duration ShownAfterTheEnd = Duration.FromDays(30);

    /// <summary>By a signed link; null person is the partner's own mailbox.</summary>
    public static async Task<AtHandover?> ByLink(LoketDb db, Tenant tenant, HandoverId id, PartnerPersonId? person, CancellationToken cancel)
    {
        if (await Counting(db, tenant, id, cancel) is not { } handover || await PartnerDirectory.Find(db, handover.Partner, cancel) is not { } partner) return null;
        if (person is { } reader && partner.People.All(one => one.Id != reader)) return null;
        return new AtHandover(handover, partner, new Actor(new Who(WhoKind.Partner, person?.Value ?? partner.Id.Value), [], [], [], partner.Id));
    }

    /// <summary>As a program of the partner.</summary>
    public static async Task<AtHandover?> AsProgram(LoketDb db, Tenant tenant, HandoverId id, Actor by, CancellationToken cancel) =>
        await Counting(db, tenant, id, cancel) is { } handover && by.Partner == handover.Partner && await PartnerDirectory.Find(db, handover.Partner, cancel) is { } partner
            ? new AtHandover(handover, partner, by) : null;

    private static async Task<Handover?> Counting(LoketDb db, Tenant tenant, HandoverId id, CancellationToken cancel) =>
        await db.Handovers.FirstOrDefaultAsync(one => one.Id == id, cancel) is { } handover && !(handover.EndedAt + ShownAfterTheEnd < tenant.Clock.Now()) ? handover : null;
}
