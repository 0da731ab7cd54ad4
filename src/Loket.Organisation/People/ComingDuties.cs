using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Organisation.People;

/// <summary>A stretch of duty.</summary>
/// <param name="Id">Which.</param>
/// <param name="From">When it begins.</param>
/// <param name="Until">When it ends.</param>
/// <param name="People">Who is called, in order.</param>
public sealed record DutyCard(OnCallDutyId Id, Instant From, Instant Until, IReadOnlyList<StaffId> People);

/// <summary>The duties that last or are still to come.</summary>
public sealed class ComingDuties(UnitOfWork unit)
{
    /// <summary>Those that have not ended at an instant, earliest first.</summary>
    public Task<IReadOnlyList<DutyCard>> After(Instant at, CancellationToken cancel) => unit.Read(db => After(db, at, cancel));

    /// <inheritdoc cref="After(Instant, CancellationToken)" />
    public static async Task<IReadOnlyList<DutyCard>> After(LoketDb db, Instant at, CancellationToken cancel) =>
        (await db.OnCallDuties.AsNoTracking().Include(duty => duty.Turns).Where(duty => duty.Until > at).OrderBy(duty => duty.From).ToListAsync(cancel))
            .ConvertAll(duty => new DutyCard(duty.Id, duty.From, duty.Until, [.. duty.Turns.OrderBy(turn => turn.Place).Select(turn => turn.StaffId)]));
}
