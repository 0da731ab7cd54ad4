using Loket.Kernel.Calendars;
using Loket.Storage;
using Loket.Storage.Standing;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.Settings;

/// <summary>The municipality's working time; on its own, or inside a transaction with its context.</summary>
public sealed class Calendars(UnitOfWork work)
{
    private static readonly Kept<MunicipalCalendar> Kept = new(async (db, cancel) =>
        (await db.CalendarSettings.AsNoTracking().SingleOrDefaultAsync(cancel))?.Calendar() ?? CalendarSettings.Customary);

    private static readonly Kept<MunicipalCalendar> KeptPhone = new(async (db, cancel) =>
        (await db.CalendarSettings.AsNoTracking().SingleOrDefaultAsync(cancel))?.Phone() ?? CalendarSettings.Customary);

    /// <summary>The hours in which residents are called.</summary>
    public static Task<MunicipalCalendar> Phone(LoketDb db, CancellationToken cancel) => KeptPhone.Of(db, cancel);

    /// <summary>The calendar that holds now; the customary office hours as long as none was set.</summary>
    public Task<MunicipalCalendar> Current(CancellationToken cancel) => work.Read(db => Current(db, cancel));

    /// <summary>As it was filled in, with its version, for its form; the customary one with version 0 as long as nothing was set.</summary>
    public Task<(CalendarDetails Details, int Version)> ForForm(CancellationToken cancel) => work.Read(async db =>
        await db.CalendarSettings.AsNoTracking().SingleOrDefaultAsync(cancel) is { } set ? (set.Details(), set.Version) : (CalendarSettings.CustomaryDetails, 0));

    /// <inheritdoc cref="Current(CancellationToken)" />
    public static Task<MunicipalCalendar> Current(LoketDb db, CancellationToken cancel) => Kept.Of(db, cancel);
}
