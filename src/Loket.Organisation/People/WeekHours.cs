using System.Collections.Immutable;
using System.Globalization;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using NodaTime;
using NodaTime.Text;

namespace Loket.Organisation.People;

/// <summary>Hours per weekday, of a person, a desk or the municipality; a day without hours is left out.</summary>
/// <remarks>Kept and typed as text, a day on each line: <c>1 08:30-12:00 13:00-17:00</c>, Monday is 1.</remarks>
public sealed class WeekHours : IEquatable<WeekHours>
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private readonly ImmutableSortedDictionary<IsoDayOfWeek, ImmutableArray<OpeningHours>> days;

    private WeekHours(ImmutableSortedDictionary<IsoDayOfWeek, ImmutableArray<OpeningHours>> days) => this.days = days;

    /// <summary>No hours of its own.</summary>
    public static WeekHours None { get; } = new(ImmutableSortedDictionary<IsoDayOfWeek, ImmutableArray<OpeningHours>>.Empty);

    /// <summary>Whether there are no hours at all.</summary>
    public bool IsEmpty => days.IsEmpty;

    /// <summary>The days that have hours.</summary>
    public IReadOnlyDictionary<IsoDayOfWeek, ImmutableArray<OpeningHours>> Days => days;

    /// <summary>Hours put together by the program; stretches of one day may not overlap.</summary>
    /// <exception cref="ArgumentException">They overlap.</exception>
    public static WeekHours Of(IEnumerable<(IsoDayOfWeek Day, LocalTime From, LocalTime Until)> stretches)
    {
        var days = stretches.GroupBy(stretch => stretch.Day).ToImmutableSortedDictionary(
            day => day.Key,
            day => day.Select(stretch => new OpeningHours(stretch.From, stretch.Until)).OrderBy(hours => hours.From).ToImmutableArray());
        return days.Values.All(InOrder) ? new WeekHours(days) : throw new ArgumentException("Hours of one day overlap.", nameof(stretches));
    }

    /// <summary>Reads the text; empty text is <see cref="None"/>.</summary>
    public static Result<WeekHours> Read(string? text, string field)
    {
        var days = ImmutableSortedDictionary.CreateBuilder<IsoDayOfWeek, ImmutableArray<OpeningHours>>();
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var isDay = int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 7;
            if (!isDay || parts.Length < 2 || !days.TryAdd((IsoDayOfWeek)day, [])) return OrganisationFailures.NoHours.At(field);
            foreach (var part in parts[1..])
            {
                if (Stretch(part) is not { } hours) return OrganisationFailures.NoHours.At(field);
                days[(IsoDayOfWeek)day] = days[(IsoDayOfWeek)day].Add(hours);
            }

            if (!InOrder(days[(IsoDayOfWeek)day])) return OrganisationFailures.NoHours.At(field);
        }

        return new WeekHours(days.ToImmutable());
    }

    /// <summary>Whether a local moment falls within the hours.</summary>
    public bool Cover(LocalDateTime moment) =>
        days.TryGetValue(moment.DayOfWeek, out var hours)
        && hours.Any(stretch => stretch.From <= moment.TimeOfDay && (stretch.Until == LocalTime.Midnight || moment.TimeOfDay < stretch.Until));

    /// <summary>Whether some of the hours lie in a stretch of a day; until midnight is until its end.</summary>
    public bool Meet(LocalDate day, LocalTime from, LocalTime until) =>
        days.TryGetValue(day.DayOfWeek, out var hours)
        && hours.Any(stretch => (until == LocalTime.Midnight || stretch.From < until) && (stretch.Until == LocalTime.Midnight || from < stretch.Until));

    /// <inheritdoc />
    public override string ToString() => string.Join('\n', days.Select(day =>
        ((int)day.Key).ToString(CultureInfo.InvariantCulture) + " " + string.Join(' ', day.Value.Select(hours => Clock.Format(hours.From) + "-" + Clock.Format(hours.Until)))));

    /// <inheritdoc />
    public bool Equals(WeekHours? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as WeekHours);

    /// <inheritdoc />
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private static OpeningHours? Stretch(string text)
    {
        var ends = text.Split('-');
        if (ends.Length != 2 || !Clock.Parse(ends[0]).TryGetValue(default, out var from) || !Clock.Parse(ends[1]).TryGetValue(default, out var until)) return null;
        return until == LocalTime.Midnight || from < until ? new OpeningHours(from, until) : null;
    }

    private static bool InOrder(ImmutableArray<OpeningHours> hours)
    {
        for (var i = 1; i < hours.Length; i++)
        {
            if (hours[i - 1].Until == LocalTime.Midnight || hours[i].From < hours[i - 1].Until) return false;
        }

        return true;
    }
}
