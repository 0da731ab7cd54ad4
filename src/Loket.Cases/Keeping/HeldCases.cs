using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Keeping;

/// <summary>A case that somebody keeps from being destroyed.</summary>
/// <param name="Id">The case.</param>
/// <param name="Reference">Its number.</param>
/// <param name="KeptUntil">Until when it would be kept without; null as long as it is open.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who.</param>
/// <param name="Until">The last day.</param>
public sealed record HeldCase(CaseId Id, string Reference, LocalDate? KeptUntil, [property: Personal("accountability", "until it ends")] string Reason, StaffId By, LocalDate Until);

/// <summary>What is kept from being destroyed now.</summary>
public sealed class HeldCases(UnitOfWork unit)
{
    private const int Most = 500;

    /// <summary>Those that the reader may know of, the first to end first; nothing for who does not keep records.</summary>
    public Task<IReadOnlyList<HeldCase>> All(Actor reader, Instant now, CancellationToken cancel) => unit.Read<IReadOnlyList<HeldCase>>(async db =>
    {
        if (!reader.May(Right.KeepRecords)) return [];
        var today = now.InZone((await Calendars.Current(db, cancel)).Zone).Date;
        return await (
            from hold in db.Set<CaseHold>()
            where hold.Until >= today
            join one in db.Cases.VisibleTo(reader) on hold.CaseId equals one.Id
            orderby hold.Until, one.Reference
            select new HeldCase(one.Id, one.Reference, one.KeptUntil, hold.Reason, hold.By, hold.Until)).Take(Most).ToListAsync(cancel);
    });
}
