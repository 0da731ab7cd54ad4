using System.Collections.Concurrent;
using System.Collections.Immutable;
using NodaTime;

namespace Loket.Kernel.Calendars;

/// <summary>Computes the Dutch holidays of a year; nothing to import, nothing to forget each January.</summary>
public static class DutchHolidays
{
    private const int FirstKingsDayYear = 2014;

    private static readonly ConcurrentDictionary<int, ImmutableArray<HolidayOnDay>> ByYear = new();

    /// <summary>All holidays of a year, earliest first. Two may share a day: Ascension fell on Liberation Day in 2016.</summary>
    public static ImmutableArray<HolidayOnDay> Of(int year) => ByYear.GetOrAdd(year, Compute);

    /// <summary>The holidays on a day; empty on most days.</summary>
    public static IEnumerable<DutchHoliday> On(LocalDate day)
    {
        foreach (var holiday in Of(day.Year))
        {
            if (holiday.Day == day) yield return holiday.Holiday;
        }
    }

    /// <summary>Years in which 5 May is celebrated with a day off by those who do so every five years: 2025, 2030 and so on.</summary>
    public static bool IsLustrum(int year) => year % 5 == 0;

    /// <summary>Easter Sunday in the Gregorian calendar.</summary>
    /// <remarks>The anonymous Gregorian computus (Meeus, Jones and Butcher); holds for every year of that calendar.</remarks>
    public static LocalDate EasterSunday(int year)
    {
        var golden = year % 19;
        var century = year / 100;
        var yearOfCentury = year % 100;
        var moonCorrection = (century + 8) / 25;
        var epact = (19 * golden + century - century / 4 - (century - moonCorrection + 1) / 3 + 15) % 30;
        var toSunday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7;
        var lateCorrection = (golden + 11 * epact + 22 * toSunday) / 451;
        var dayOfMarch = epact + toSunday - 7 * lateCorrection + 22;
        return new LocalDate(year, 3, 1).PlusDays(dayOfMarch - 1);
    }

    /// <summary>The name as residents know it.</summary>
    public static string DutchName(DutchHoliday holiday) => holiday switch
    {
        DutchHoliday.NewYear => "Nieuwjaarsdag",
        DutchHoliday.GoodFriday => "Goede Vrijdag",
        DutchHoliday.EasterSunday => "eerste paasdag",
        DutchHoliday.EasterMonday => "tweede paasdag",
        DutchHoliday.KingsDay => "Koningsdag",
        DutchHoliday.LiberationDay => "Bevrijdingsdag",
        DutchHoliday.Ascension => "Hemelvaartsdag",
        DutchHoliday.WhitSunday => "eerste pinksterdag",
        DutchHoliday.WhitMonday => "tweede pinksterdag",
        DutchHoliday.ChristmasDay => "eerste kerstdag",
        DutchHoliday.SecondChristmasDay => "tweede kerstdag",
        _ => throw new ArgumentOutOfRangeException(nameof(holiday)),
    };

    /// <summary>The name in English.</summary>
    public static string EnglishName(DutchHoliday holiday) => holiday switch
    {
        DutchHoliday.NewYear => "New Year's Day",
        DutchHoliday.GoodFriday => "Good Friday",
        DutchHoliday.EasterSunday => "Easter Sunday",
        DutchHoliday.EasterMonday => "Easter Monday",
        DutchHoliday.KingsDay => "King's Day",
        DutchHoliday.LiberationDay => "Liberation Day",
        DutchHoliday.Ascension => "Ascension Day",
        DutchHoliday.WhitSunday => "Whit Sunday",
        DutchHoliday.WhitMonday => "Whit Monday",
        DutchHoliday.ChristmasDay => "Christmas Day",
        DutchHoliday.SecondChristmasDay => "Boxing Day",
        _ => throw new ArgumentOutOfRangeException(nameof(holiday)),
    };

    private static ImmutableArray<HolidayOnDay> Compute(int year)
    {
        var easter = EasterSunday(year);
        return
        [
            .. new HolidayOnDay[]
            {
                new(new(year, 1, 1), DutchHoliday.NewYear),
                new(easter.PlusDays(-2), DutchHoliday.GoodFriday),
                new(easter, DutchHoliday.EasterSunday),
                new(easter.PlusDays(1), DutchHoliday.EasterMonday),
                new(KingsDay(year), DutchHoliday.KingsDay),
                new(new(year, 5, 5), DutchHoliday.LiberationDay),
                new(easter.PlusDays(39), DutchHoliday.Ascension),
                new(easter.PlusDays(49), DutchHoliday.WhitSunday),
                new(easter.PlusDays(50), DutchHoliday.WhitMonday),
                new(new(year, 12, 25), DutchHoliday.ChristmasDay),
                new(new(year, 12, 26), DutchHoliday.SecondChristmasDay),
            }.OrderBy(holiday => holiday.Day),
        ];
    }

    // Never on a Sunday: since 1980 it moves to the Saturday before it.
    private static LocalDate KingsDay(int year)
    {
        var birthday = year >= FirstKingsDayYear ? new LocalDate(year, 4, 27) : new LocalDate(year, 4, 30);
        return birthday.DayOfWeek == IsoDayOfWeek.Sunday ? birthday.PlusDays(-1) : birthday;
    }
}
