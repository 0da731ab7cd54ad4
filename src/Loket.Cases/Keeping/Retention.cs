using Loket.Cases.Register;
using Loket.Cases.Types;
using Loket.Organisation.Settings;
using Loket.Storage;
using NodaTime;

namespace Loket.Cases.Keeping;

/// <summary>How long a case is kept after its end, on what ground, and what becomes of it then (row B6).</summary>
/// <remarks>Years are counted from the year after the end, as the selection list does: the last day is always the last of a year.</remarks>
/// <param name="KeptUntil">The last day on which it is kept.</param>
/// <param name="Nomination">What becomes of it then.</param>
/// <param name="Ground">The number of the entry of the selection list; null where its result names none.</param>
internal sealed record Retention(LocalDate KeptUntil, ArchiveNomination Nomination, string? Ground)
{
    private static readonly LocalTime Early = new(5, 0);

    /// <summary>As the result says with which it ended. One that its type does not know keeps it as long as any would: nothing is destroyed too soon.</summary>
    public static Retention Of(CaseTypeDetails type, string result, LocalDate endedOn) =>
        After(type.Results.FirstOrDefault(one => one.Key == result) ?? Longest(type), endedOn);

    /// <summary>Its making was undone, and nobody had worked on it: the shortest of its type is enough.</summary>
    public static Retention OfUndone(CaseTypeDetails type, LocalDate endedOn) =>
        After(type.Results.Where(one => one.Nomination == ArchiveNomination.Destroy).MinBy(one => one.RetentionYears) ?? Longest(type), endedOn);

    internal static async Task<Retention> Of(Work work, Case found, string result, CancellationToken cancel) =>
        Of(await work.Db.TypeOf(found, cancel), result, await Today(work, cancel));

    internal static async Task<Retention> OfUndone(Work work, Case found, CancellationToken cancel) =>
        OfUndone(await work.Db.TypeOf(found, cancel), await Today(work, cancel));

    /// <summary>The day on the clock of the municipality.</summary>
    internal static async Task<LocalDate> Today(Work work, CancellationToken cancel) =>
        work.Now.InZone((await Calendars.Current(work.Db, cancel)).Zone).Date;

    /// <summary>Before which moment contacts without a case ended that are kept no longer; null where they are kept for ever. They are kept as a question that was answered in a case of the general kind,
    /// so the selection list says how long.</summary>
    internal static async Task<Instant?> OfContacts(LoketDb db, Instant now, CancellationToken cancel)
    {
        if ((await db.LiveVersion(CaseRegister.GeneralType, cancel))?.Details is not { } type) return null;
        var answered = type.Results.FirstOrDefault(one => one.Key == StandardTypes.Answered) ?? Longest(type);
        var zone = (await Calendars.Current(db, cancel)).Zone;
        return answered.Nomination == ArchiveNomination.Keep ? null : new LocalDate(now.InZone(zone).Year - answered.RetentionYears, 1, 1).AtStartOfDayInZone(zone).ToInstant();
    }

    /// <summary>The first of the next month, before anybody is at work.</summary>
    internal static Instant NextMonth(Instant now, DateTimeZone zone)
    {
        var today = now.InZone(zone).Date;
        return new LocalDate(today.Year, today.Month, 1).PlusMonths(1).At(Early).InZoneLeniently(zone).ToInstant();
    }

    private static ResultType Longest(CaseTypeDetails type) => type.Results.MaxBy(one => (one.Nomination == ArchiveNomination.Keep, one.RetentionYears))!;

    private static Retention After(ResultType result, LocalDate endedOn) =>
        new(new LocalDate(endedOn.Year + result.RetentionYears, 12, 31), result.Nomination, result.Ground);
}
