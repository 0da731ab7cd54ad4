using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;

namespace Loket.Kernel.Calendars;

/// <summary>When the municipality (or one desk, or the phone) works: hours per weekday, holidays observed, days that differ, in one time zone.</summary>
/// <remarks>Plain data that never changes; the sums are <see cref="WorkingTime"/>'s. An exception wins over a holiday, a holiday over the week.</remarks>
public sealed class MunicipalCalendar
{
    private readonly ImmutableArray<OpeningHours>[] _week = new ImmutableArray<OpeningHours>[8];
    private readonly FrozenDictionary<LocalDate, DayException> _exceptions;

    /// <param name="week">Hours per weekday; a weekday that is left out is closed.</param>
    /// <param name="holidays">The holidays on which no work is done.</param>
    /// <param name="liberationDayInLustrumOnly">Whether Liberation Day, if among the holidays, counts in 2025, 2030 and so on only.</param>
    /// <param name="exceptions">At most one per day.</param>
    /// <param name="zone">The time zone of the hours; Europe/Amsterdam when left out.</param>
    /// <exception cref="ArgumentException">No hours at all, stretches of one day that overlap, or two exceptions for one day.</exception>
    public MunicipalCalendar(
        IReadOnlyDictionary<IsoDayOfWeek, ImmutableArray<OpeningHours>> week,
        IEnumerable<DutchHoliday> holidays,
        bool liberationDayInLustrumOnly = false,
        IEnumerable<DayException>? exceptions = null,
        DateTimeZone? zone = null)
    {
        Array.Fill(_week, []);
        foreach (var (day, hours) in week)
        {
            if (day is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday) throw new ArgumentException($"{day} is no day of the week.", nameof(week));
            _week[(int)day] = InOrder(hours, nameof(week));
        }

        // Without one regular hour no deadline would ever be found.
        if (_week.All(hours => hours.IsEmpty)) throw new ArgumentException("A calendar needs opening hours on at least one weekday.", nameof(week));

        Holidays = holidays.ToFrozenSet();
        LiberationDayInLustrumOnly = liberationDayInLustrumOnly;
        Exceptions = [.. (exceptions ?? []).Select(exception => exception with { Hours = InOrder(exception.Hours, nameof(exceptions)) }).OrderBy(exception => exception.Day)];
        _exceptions = ByDay(Exceptions);
        Zone = zone ?? Amsterdam;
    }

    /// <summary>The zone of every Dutch municipality in Europe.</summary>
    public static DateTimeZone Amsterdam { get; } = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    /// <summary>The holidays that most municipalities close on: all of them but Good Friday.</summary>
    public static IReadOnlySet<DutchHoliday> CustomaryHolidays { get; } = Enum.GetValues<DutchHoliday>().Where(holiday => holiday != DutchHoliday.GoodFriday).ToFrozenSet();

    /// <summary>Holidays on which no work is done.</summary>
    public IReadOnlySet<DutchHoliday> Holidays { get; }

    /// <summary>Whether Liberation Day counts in lustrum years only.</summary>
    public bool LiberationDayInLustrumOnly { get; }

    /// <summary>The days that differ, earliest first.</summary>
    public ImmutableArray<DayException> Exceptions { get; }

    /// <summary>The time zone of the hours.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>Monday to Friday with the same hours, closed on the customary holidays.</summary>
    public static MunicipalCalendar Weekdays(LocalTime from, LocalTime until) => new(
        Enumerable.Range(1, 5).ToDictionary(day => (IsoDayOfWeek)day, _ => ImmutableArray.Create(new OpeningHours(from, until))),
        CustomaryHolidays);

    /// <summary>The week's pattern for a weekday; empty when closed.</summary>
    public ImmutableArray<OpeningHours> HoursOn(IsoDayOfWeek day) => _week[(int)day];

    /// <summary>What really holds on a day, exceptions and holidays taken into account.</summary>
    public ImmutableArray<OpeningHours> HoursOn(LocalDate day) =>
        _exceptions.TryGetValue(day, out var exception) ? exception.Hours
        : HolidayOn(day) is not null ? []
        : _week[(int)day.DayOfWeek];

    /// <summary>The observed holiday on a day, if any; of two on one day the one named first in <see cref="DutchHoliday"/>.</summary>
    public DutchHoliday? HolidayOn(LocalDate day)
    {
        foreach (var (on, holiday) in DutchHolidays.Of(day.Year))
        {
            if (on == day && Holidays.Contains(holiday) && !(holiday == DutchHoliday.LiberationDay && LiberationDayInLustrumOnly && !DutchHolidays.IsLustrum(day.Year)))
            {
                return holiday;
            }
        }

        return null;
    }

    /// <summary>The exception for a day, if any.</summary>
    public DayException? ExceptionOn(LocalDate day) => _exceptions.GetValueOrDefault(day);

    private static FrozenDictionary<LocalDate, DayException> ByDay(ImmutableArray<DayException> exceptions)
    {
        var twice = exceptions.GroupBy(exception => exception.Day).FirstOrDefault(group => group.Skip(1).Any());
        if (twice is not null) throw new ArgumentException($"There are two exceptions for {twice.Key}.", nameof(exceptions));
        return exceptions.ToFrozenDictionary(exception => exception.Day);
    }

    private static ImmutableArray<OpeningHours> InOrder(ImmutableArray<OpeningHours> hours, string parameter)
    {
        var ordered = hours.OrderBy(stretch => stretch.From).ToImmutableArray();
        for (var i = 1; i < ordered.Length; i++)
        {
            if (ordered[i].StartsBeforeEndOf(ordered[i - 1])) throw new ArgumentException("Opening hours of one day overlap.", parameter);
        }

        return ordered;
    }
}
