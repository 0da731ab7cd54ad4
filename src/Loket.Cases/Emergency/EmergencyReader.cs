using System.Collections.Frozen;
using Loket.Cases.Reading;
using Loket.Organisation.Emergency;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Emergency;

/// <summary>One case that stands open for somebody in an emergency.</summary>
/// <param name="Reference">Its number; with this reader nothing else is opened.</param>
/// <param name="Reader">The same person as a reader of this case: of its group for as long, and with no right but to read.</param>
/// <param name="Until">When it ends.</param>
public sealed record EmergencyReading(string Reference, Actor Reader, Instant Until);

/// <summary>Lets the page of one case read it for who opened it in an emergency (row K2). No list, count, search, suggestion or page of a person asks here, so there it does not exist.</summary>
public sealed class EmergencyReader(UnitOfWork unit, TenantContext tenant)
{
    /// <summary>What every look says that this lets somebody have.</summary>
    public const string Purpose = "emergency";

    private static readonly FrozenSet<Right> Reading = [Right.SeeCases, Right.SeePersonalData];

    /// <summary>The case behind a number or reference and its reader; null for whom it does not stand open now, and for who may know of it anyway.</summary>
    public Task<EmergencyReading?> Of(string? typed, Actor by, CancellationToken cancel) => unit.Read<EmergencyReading?>(async db =>
    {
        if (!by.May(Right.OpenInEmergency) || await FindCase.Meant(db, typed, cancel) is not { } meant) return null;
        var found = await db.Cases.VisibleTo(Actor.System).Where(one => meant.Contains(one.Id)).Select(one => new { one.Id, one.Reference, one.SensitiveGroup }).FirstOrDefaultAsync(cancel);
        if (found?.SensitiveGroup is not { } group || by.MayKnowOf(group)) return null;
        if (await EmergencyDoor.Until(db, found.Id.Value, by, tenant.Tenant.Clock.Now(), cancel) is not { } until) return null;
        var reader = by with { Rights = by.Rights.Where(Reading.Contains).ToFrozenSet(), Groups = by.Groups.Append(group).ToFrozenSet(StringComparer.Ordinal) };
        return new EmergencyReading(found.Reference, reader, until);
    });
}
