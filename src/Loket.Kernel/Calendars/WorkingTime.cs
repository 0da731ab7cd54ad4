using NodaTime;
using NodaTime.TimeZones;

namespace Loket.Kernel.Calendars;

/// <summary>Counts in the municipality's working time. Pure: the same question has the same answer always.</summary>
/// <remarks>
/// Time is real elapsed time, so an all-day calendar has 23 hours on the day that summer time starts.
/// Pauses are stretches in which the clock stands still; they may overlap and come in any order.
/// </remarks>
public sealed class WorkingTime(MunicipalCalendar calendar)
{
    // In the hour that is skipped, work starts when the hour is over; in the hour that comes twice, the first one is meant.
    private static readonly ZoneLocalMappingResolver Resolver =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>Whose working time this is.</summary>
    public MunicipalCalendar Calendar => calendar;

    /// <summary>Whether work is done at this moment.</summary>
    public bool IsWorking(Instant at) => OpenOn(DayOf(at)).Any(open => open.Contains(at));

    /// <summary>This moment if work is done then, otherwise the next opening.</summary>
    public Instant NextWorkingMoment(Instant at) => OpenFrom(at, []).First().Start;

    /// <summary>The first moment at which this much working time has passed; with nothing to add, the start itself.</summary>
    /// <param name="start">May lie outside working hours; counting starts at the next opening.</param>
    /// <param name="amount">Zero or more.</param>
    /// <param name="pauses">Stretches that do not count.</param>
    public Instant AddWorkingHours(Instant start, Duration amount, IEnumerable<Interval>? pauses = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, Duration.Zero);
        if (amount == Duration.Zero) return start;

        var left = amount;
        foreach (var open in OpenFrom(start, Merge(pauses)))
        {
            if (open.Duration >= left) return open.Start + left;
            left -= open.Duration;
        }

        throw new InvalidOperationException("A calendar always has a next opening.");
    }

    /// <summary>The last moment from which this much working time passes before another; with nothing to go back, that moment itself.</summary>
    /// <param name="until">May lie outside working hours; counting back starts at the last closing before it.</param>
    /// <param name="amount">Zero or more.</param>
    public Instant GoBackWorkingHours(Instant until, Duration amount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, Duration.Zero);
        if (amount == Duration.Zero) return until;

        var left = amount;
        for (var day = DayOf(until); ; day = day.PlusDays(-1))
        {
            foreach (var open in OpenOn(day).Reverse())
            {
                if (open.Start >= until) continue;
                var end = Instant.Min(open.End, until);
                if (end - open.Start >= left) return end - left;
                left -= end - open.Start;
            }
        }
    }

    /// <summary>The closing time of the last of so many working days; the day of the start does not count, as the public understands "within five working days".</summary>
    /// <param name="start">Any moment.</param>
    /// <param name="days">One or more.</param>
    /// <param name="pauses">A working day counts when the clock runs at its closing time; so a pause that ends before closing costs nothing, and no deadline falls in a pause.</param>
    public Instant AddWorkingDays(Instant start, int days, IEnumerable<Interval>? pauses = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);

        var still = Merge(pauses);
        var left = days;
        for (var day = DayOf(start).PlusDays(1); ; day = day.PlusDays(1))
        {
            if (ClosingTime(day) is { } closing && !still.Exists(pause => pause.Start < closing && closing <= pause.End) && --left == 0) return closing;
        }
    }

    /// <summary>Working time from one moment to a later one; zero when the second is not later.</summary>
    public Duration WorkingTimeBetween(Instant from, Instant until, IEnumerable<Interval>? pauses = null)
    {
        var sum = Duration.Zero;
        foreach (var open in OpenFrom(from, Merge(pauses)).TakeWhile(open => open.Start < until))
        {
            sum += Instant.Min(open.End, until) - open.Start;
        }

        return sum;
    }

    /// <summary>The moment that work stops on a day, or nothing when no work is done on it.</summary>
    public Instant? ClosingTime(LocalDate day)
    {
        Instant? closing = null;
        foreach (var open in OpenOn(day)) closing = open.End;
        return closing;
    }

    /// <summary>The stretches of work on a local day, in order.</summary>
    public IEnumerable<Interval> OpenOn(LocalDate day)
    {
        foreach (var hours in calendar.HoursOn(day))
        {
            var start = At(day + hours.From);
            var end = hours.RunsToEndOfDay ? calendar.Zone.AtStartOfDay(day.PlusDays(1)).ToInstant() : At(day + hours.Until);
            if (start < end) yield return new Interval(start, end);   // a stretch may fall wholly in the hour that is skipped
        }
    }

    internal LocalDate DayOf(Instant at) => at.InZone(calendar.Zone).Date;

    private Instant At(LocalDateTime local) => calendar.Zone.ResolveLocal(local, Resolver).ToInstant();

    private IEnumerable<Interval> OpenFrom(Instant start, List<Interval> pauses)
    {
        for (var day = DayOf(start); ; day = day.PlusDays(1))
        {
            foreach (var open in OpenOn(day))
            {
                if (open.End <= start) continue;
                var from = Instant.Max(open.Start, start);
                foreach (var pause in pauses)
                {
                    if (pause.End <= from) continue;
                    if (pause.Start >= open.End) break;
                    if (from < pause.Start) yield return new Interval(from, pause.Start);
                    from = Instant.Min(pause.End, open.End);
                }

                if (from < open.End) yield return new Interval(from, open.End);
            }
        }
    }

    private static List<Interval> Merge(IEnumerable<Interval>? pauses)
    {
        var merged = new List<Interval>();
        foreach (var pause in (pauses ?? []).OrderBy(pause => pause.Start))
        {
            if (merged.Count > 0 && pause.Start <= merged[^1].End)
            {
                merged[^1] = new Interval(merged[^1].Start, Instant.Max(merged[^1].End, pause.End));
            }
            else
            {
                merged.Add(pause);
            }
        }

        return merged;
    }
}
