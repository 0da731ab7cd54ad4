using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Organisation.Emergency;

/// <summary>Something that was opened in an emergency, as a reviewer sees it.</summary>
/// <param name="Id">Which.</param>
/// <param name="Staff">Who opened it.</param>
/// <param name="What">What kind of thing.</param>
/// <param name="Subject">Which thing.</param>
/// <param name="Reason">Why, in their own words.</param>
/// <param name="OpenedAt">When.</param>
/// <param name="EndsAt">When it closed again.</param>
/// <param name="ReviewedBy">Who judged it; null when nobody did.</param>
/// <param name="ReviewedAt">When they did.</param>
/// <param name="Verdict">What they thought.</param>
/// <param name="Remark">What they said of it.</param>
public sealed record EmergencyCard(
    EmergencyId Id, StaffId Staff, EmergencySubject What, Guid Subject, [property: Personal("accountability", "journal")] string Reason, Instant OpenedAt, Instant EndsAt,
    StaffId? ReviewedBy, Instant? ReviewedAt, EmergencyVerdict? Verdict, [property: Personal("accountability", "journal")] string? Remark);

/// <summary>What was opened in an emergency, for who reviews looks.</summary>
public sealed class ReadEmergencies(UnitOfWork unit)
{
    /// <summary>As many as somebody judges at one go; what is older comes first, so none is forgotten.</summary>
    private const int MostWaiting = 100;

    private const int MostReviewed = 20;

    /// <summary>Those that nobody has judged yet, oldest first; none for who may not review.</summary>
    public Task<IReadOnlyList<EmergencyCard>> Waiting(Actor by, CancellationToken cancel) => Read(
        by, all => all.Where(one => one.Verdict == null).OrderBy(one => one.OpenedAt).ThenBy(one => one.Id).Take(MostWaiting), cancel);

    /// <summary>The last that somebody judged, newest first; none for who may not review.</summary>
    public Task<IReadOnlyList<EmergencyCard>> Reviewed(Actor by, CancellationToken cancel) => Read(
        by, all => all.Where(one => one.Verdict != null).OrderByDescending(one => one.ReviewedAt).ThenByDescending(one => one.Id).Take(MostReviewed), cancel);

    private Task<IReadOnlyList<EmergencyCard>> Read(Actor by, Func<IQueryable<EmergencyAccess>, IQueryable<EmergencyAccess>> which, CancellationToken cancel) =>
        unit.Read<IReadOnlyList<EmergencyCard>>(async db =>
            by.May(Right.ReviewLooks) ? (await which(db.EmergencyAccesses).ToListAsync(cancel)).ConvertAll(one => one.Card()) : []);
}
