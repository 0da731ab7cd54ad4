using Loket.Kernel.Calendars;
using NodaTime;

namespace Loket.Demo.Town;

/// <summary>The municipality's working days of some years as a table, so that a million cases can be placed in working time quickly. The days themselves are the kernel's.</summary>
internal sealed class WorkDays
{
    private static readonly MunicipalCalendar Calendar = MunicipalCalendar.Weekdays(new(9, 0), new(17, 0));
    private const double HoursPerDay = 8;

    private readonly LocalDate _first;
    private readonly List<Interval> _open = [];
    private readonly List<int> _indexFrom = [];   // per calendar day: the first working day on or after it
    private readonly Deadlines _statutory = new(Calendar, new StatutoryCalendar());

    public WorkDays(LocalDate first, LocalDate last)
    {
        _first = first;
        var working = new WorkingTime(Calendar);
        for (var day = first; day <= last; day = day.PlusDays(1))
        {
            _indexFrom.Add(_open.Count);
            _open.AddRange(working.OpenOn(day));
        }
    }

    public static LocalDate DayOf(Instant at) => at.InZone(MunicipalCalendar.Amsterdam).Date;

    public bool IsWorking(Instant at) => NextOn(DayOf(at)) is var next && _open[next].Contains(at);

    /// <summary>So many working days further, a part of a day included; always within working hours, to the minute.</summary>
    public Instant After(Instant at, double days)
    {
        var next = NextOn(DayOf(at));
        var done = at <= _open[next].Start ? 0 : at >= _open[next].End ? 1 : (at - _open[next].Start) / _open[next].Duration;
        var position = next + done + days;
        var day = (int)position;
        var minutes = (int)((position - day) * HoursPerDay * 60);
        return _open[day].Start + Duration.FromMinutes(minutes);
    }

    /// <summary>The end of a norm: as the kernel counts it.</summary>
    public Instant Deadline(Instant at, Norm norm) => norm.Kind switch
    {
        NormKind.WorkingHours => After(at, norm.Amount / HoursPerDay),
        NormKind.WorkingDays => _open[NextOn(DayOf(at).PlusDays(1)) + norm.Amount - 1].End,
        _ => _statutory.For(at, norm).At,
    };

    private int NextOn(LocalDate day) => _indexFrom[Period.DaysBetween(_first, day)];
}
