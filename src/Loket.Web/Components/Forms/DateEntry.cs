using System.Globalization;
using NodaTime;

namespace Loket.Web.Components;

/// <summary>A date as somebody types it: day, month and year apart, kept as typed so that nothing is lost on an error.</summary>
public sealed class DateEntry
{
    /// <summary>Day of the month.</summary>
    public string? Day { get; set; }

    /// <summary>Month: a number, or its name in Dutch or English, also shortened.</summary>
    public string? Month { get; set; }

    /// <summary>Year, four digits.</summary>
    public string? Year { get; set; }

    /// <summary>Whether nothing was filled in.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Day) && string.IsNullOrWhiteSpace(Month) && string.IsNullOrWhiteSpace(Year);

    /// <summary>The date, or null when what was typed is not an existing date.</summary>
    public LocalDate? Date =>
        Number(Day) is { } day && MonthNumber(Month) is { } month && Number(Year) is >= 1000 and <= 9999 and { } year
        && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    /// <summary>The parts of a known date.</summary>
    public static DateEntry Of(LocalDate? date) => date is not { } known ? new DateEntry() : new DateEntry
    {
        Day = known.Day.ToString(CultureInfo.InvariantCulture),
        Month = known.Month.ToString(CultureInfo.InvariantCulture),
        Year = known.Year.ToString(CultureInfo.InvariantCulture),
    };

    private static int? Number(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? MonthNumber(string? text)
    {
        if (Number(text) is { } number) return number is >= 1 and <= 12 ? number : null;
        var name = text?.Trim().TrimEnd('.');
        if (name is null || name.Length < 3) return null;
        foreach (var language in Language.All)
        {
            var names = Language.Culture(language).DateTimeFormat;
            for (var month = 0; month < 12; month++)
            {
                if (names.MonthNames[month].StartsWith(name, StringComparison.OrdinalIgnoreCase)
                    || string.Equals(names.AbbreviatedMonthNames[month].TrimEnd('.'), name, StringComparison.OrdinalIgnoreCase)) return month + 1;
            }
        }

        return null;
    }
}
