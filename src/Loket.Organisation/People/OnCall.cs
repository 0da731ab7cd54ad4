using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Organisation.People;

/// <summary>Who is called about danger; on its own, or inside a transaction with its context.</summary>
public sealed class OnCall(UnitOfWork work)
{
    /// <summary>Whom to call at an instant, in order; empty when nobody is on duty.</summary>
    public Task<IReadOnlyList<StaffCard>> At(Instant at, CancellationToken cancel) => work.Read(db => At(db, at, cancel));

    /// <inheritdoc cref="At(Instant, CancellationToken)" />
    public static async Task<IReadOnlyList<StaffCard>> At(LoketDb db, Instant at, CancellationToken cancel)
    {
        var people = await (
            from duty in db.OnCallDuties
            where duty.From <= at && at < duty.Until
            from turn in duty.Turns
            join staff in db.Staff.Include(staff => staff.Memberships) on turn.StaffId equals staff.Id
            where staff.ClosedAt == null
            orderby duty.From descending, turn.Place
            select staff).AsNoTracking().ToListAsync(cancel);
        return [.. people.DistinctBy(person => person.Id).Select(person => person.Card())];
    }
}
