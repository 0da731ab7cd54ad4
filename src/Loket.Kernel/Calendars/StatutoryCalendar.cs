using System.Collections.Frozen;
using NodaTime;

namespace Loket.Kernel.Calendars;

/// <summary>Which days the General Terms Act (Algemene termijnenwet, Atw) passes over when a term ends.</summary>
/// <remarks>
/// Article 3: New Year's Day, Easter Monday, Whit Monday, both days of Christmas, Ascension Day, the day on which the King's birthday is celebrated and 5 May;
/// Good Friday is put on a level with them (second paragraph), and so are the days that a royal decree names (third paragraph).
/// The municipality's own closed days and its custom for 5 May play no part.
/// </remarks>
public sealed class StatutoryCalendar
{
    private static readonly FrozenSet<DutchHoliday> Recognised = new[]
    {
        DutchHoliday.NewYear, DutchHoliday.GoodFriday, DutchHoliday.EasterMonday, DutchHoliday.KingsDay, DutchHoliday.LiberationDay,
        DutchHoliday.Ascension, DutchHoliday.WhitMonday, DutchHoliday.ChristmasDay, DutchHoliday.SecondChristmasDay,
    }.ToFrozenSet();

    private readonly FrozenSet<LocalDate> _designated;

    /// <param name="designatedDays">Days put on a level with a holiday by royal decree; <see cref="KnownDesignatedDays"/> when left out.</param>
    /// <param name="zone">Europe/Amsterdam when left out.</param>
    public StatutoryCalendar(IEnumerable<LocalDate>? designatedDays = null, DateTimeZone? zone = null)
    {
        _designated = (designatedDays ?? KnownDesignatedDays).ToFrozenSet();
        Zone = zone ?? MunicipalCalendar.Amsterdam;
    }

    /// <summary>The days named by the decrees of 2023-2025 and 2026-2028; a decree appears about every three years.</summary>
    /// <remarks>Besluit gelijkstelling van 28 april 2023, 19 mei 2023, 10 mei 2024, 27 december 2024 en 30 mei 2025 met een algemeen erkende feestdag;
    /// Besluit gelijkstelling van 2 januari 2026, 15 mei 2026, 7 mei 2027, 28 april 2028 en 26 mei 2028 met een algemeen erkende feestdag.</remarks>
    public static IReadOnlyList<LocalDate> KnownDesignatedDays { get; } =
    [
        new(2023, 4, 28), new(2023, 5, 19), new(2024, 5, 10), new(2024, 12, 27), new(2025, 5, 30),
        new(2026, 1, 2), new(2026, 5, 15), new(2027, 5, 7), new(2028, 4, 28), new(2028, 5, 26),
    ];

    /// <summary>The last day for which the decrees are known; for days after it a next decree may name more.</summary>
    public static LocalDate DesignatedUntil { get; } = new(2028, 12, 31);

    /// <summary>The zone in which a day ends.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>Why a term cannot end on this day, or nothing when it can.</summary>
    public PassedOver? WhyPassedOver(LocalDate day)
    {
        foreach (var holiday in DutchHolidays.On(day))
        {
            if (Recognised.Contains(holiday)) return new PassedOver(PassedOverReason.Holiday, holiday);
        }

        return _designated.Contains(day) ? new PassedOver(PassedOverReason.DesignatedDay, null)
            : day.DayOfWeek == IsoDayOfWeek.Saturday ? new PassedOver(PassedOverReason.Saturday, null)
            : day.DayOfWeek == IsoDayOfWeek.Sunday ? new PassedOver(PassedOverReason.Sunday, null)
            : null;
    }

    /// <summary>Whether a term can end on this day.</summary>
    public bool IsOrdinary(LocalDate day) => WhyPassedOver(day) is null;

    /// <summary>Whether the Act governs a term so expressed.</summary>
    /// <remarks>Article 4, under a: not a term in hours, of more than 90 days, more than twelve weeks, more than three months, or of years.</remarks>
    public static bool Governs(Norm term) => term.Kind switch
    {
        NormKind.CalendarDays => term.Amount <= 90,
        NormKind.CalendarWeeks => term.Amount <= 12,
        NormKind.CalendarMonths => term.Amount <= 3,
        _ => false,
    };
}

/// <summary>What makes a day one on which no statutory term ends.</summary>
public enum PassedOverReason
{
    /// <summary>A Saturday.</summary>
    Saturday,

    /// <summary>A Sunday.</summary>
    Sunday,

    /// <summary>A generally recognised holiday, or Good Friday.</summary>
    Holiday,

    /// <summary>Put on a level with a holiday by royal decree.</summary>
    DesignatedDay,
}

/// <summary>Why a statutory term does not end on a day.</summary>
/// <param name="Reason">The kind of day.</param>
/// <param name="Holiday">Which one, when it is a holiday.</param>
public readonly record struct PassedOver(PassedOverReason Reason, DutchHoliday? Holiday);
