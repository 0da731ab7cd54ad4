using Loket.Kernel.Calendars;
using NodaTime;

namespace Loket.Organisation.People;

/// <summary>When nobody would be called first about danger: stretches outside working time in which nobody is on duty.</summary>
public static class DutyGaps
{
    /// <summary>How far a roster is looked at.</summary>
    public static readonly Duration Ahead = Duration.FromDays(7);

    /// <summary>The gaps between two moments, earliest first.</summary>
    /// <param name="duties">Who is on duty when; in any order, may overlap.</param>
    /// <param name="working">In working time the team itself is told.</param>
    /// <param name="from">The first moment.</param>
    /// <param name="until">The last moment.</param>
    public static IReadOnlyList<Interval> Of(IEnumerable<DutyCard> duties, WorkingTime working, Instant from, Instant until)
    {
        var zone = working.Calendar.Zone;
        var (first, last) = (from.InZone(zone).Date, until.InZone(zone).Date);
        var work = Enumerable.Range(0, Period.DaysBetween(first, last) + 1).SelectMany(day => working.OpenOn(first.PlusDays(day)));
        var gaps = new List<Interval>();
        var covered = from;
        foreach (var stretch in work.Concat(duties.Select(duty => new Interval(duty.From, duty.Until))).OrderBy(stretch => stretch.Start))
        {
            if (covered >= until) break;
            if (stretch.Start > covered) gaps.Add(new Interval(covered, Instant.Min(stretch.Start, until)));
            covered = Instant.Max(covered, stretch.End);
        }

        if (covered < until) gaps.Add(new Interval(covered, until));
        return gaps;
    }
}
