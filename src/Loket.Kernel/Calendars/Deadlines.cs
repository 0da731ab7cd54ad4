using NodaTime;

namespace Loket.Kernel.Calendars;

/// <summary>Finds the deadline of a norm from its start, its suspensions and its extensions, however many there are.</summary>
/// <remarks>Pure: nothing is remembered between suspensions, the whole is counted anew each time, so the order in which people record things does not matter.</remarks>
public sealed class Deadlines(MunicipalCalendar municipal, StatutoryCalendar statutory)
{
    private readonly WorkingTime _working = new(municipal);

    /// <summary>The deadline of a norm.</summary>
    /// <param name="start">The moment that the clock was set, such as the receipt.</param>
    /// <param name="norm">The time promised.</param>
    /// <param name="suspensions">May overlap, in any order.</param>
    /// <param name="extensions">In the order in which they were given.</param>
    /// <exception cref="ArgumentException">An extension is counted in the other calendar than the norm.</exception>
    public Deadline For(Instant start, Norm norm, IReadOnlyCollection<Suspension>? suspensions = null, IReadOnlyCollection<Extension>? extensions = null)
    {
        suspensions ??= [];
        extensions ??= [];
        if (extensions.Any(extension => extension.By.Calendar != norm.Calendar))
        {
            throw new ArgumentException("An extension counts in the same calendar as its norm.", nameof(extensions));
        }

        return norm.Calendar == DeadlineCalendar.WorkingTime
            ? InWorkingTime(start, norm, suspensions, extensions)
            : new StatutoryTerm(statutory, start, norm, suspensions, extensions).Deadline();
    }

    private Deadline InWorkingTime(Instant start, Norm norm, IReadOnlyCollection<Suspension> suspensions, IReadOnlyCollection<Extension> extensions)
    {
        var pauses = suspensions.Select(suspension => suspension.Interval).ToList();
        var at = Add(start, norm, pauses);
        foreach (var extension in extensions) at = Add(at, extension.By, pauses);

        var firstDay = _working.DayOf(start);
        var lastDay = _working.DayOf(at);
        List<DeadlineStep> steps = [DeadlineStep.Started(start, firstDay)];
        if (norm.Kind == NormKind.WorkingHours && _working.NextWorkingMoment(start) is var began && began > start) steps.Add(DeadlineStep.BeganLater(began));
        steps.Add(DeadlineStep.Promised(norm));
        steps.AddRange(suspensions.Where(suspension => suspension.From < at && suspension.Until > start).OrderBy(suspension => suspension.From).Select(DeadlineStep.Suspended));
        steps.AddRange(extensions.Select(DeadlineStep.Extended));
        steps.AddRange(ClosedDays(firstDay, lastDay));
        steps.Add(DeadlineStep.Ends(at, lastDay));
        return new Deadline(at, lastDay, DeadlineCalendar.WorkingTime, steps);
    }

    private Instant Add(Instant at, Norm amount, List<Interval> pauses) => amount.Kind == NormKind.WorkingHours
        ? _working.AddWorkingHours(at, Duration.FromHours(amount.Amount), pauses)
        : _working.AddWorkingDays(at, amount.Amount, pauses);

    // Weekends explain themselves; a weekday without work does not.
    private IEnumerable<DeadlineStep> ClosedDays(LocalDate first, LocalDate last)
    {
        for (var day = first; day <= last; day = day.PlusDays(1))
        {
            if (municipal.HoursOn(day.DayOfWeek).IsEmpty || !municipal.HoursOn(day).IsEmpty) continue;
            if (municipal.ExceptionOn(day) is { } exception) yield return DeadlineStep.Closed(day, exception.Reason);
            else if (municipal.HolidayOn(day) is { } holiday) yield return DeadlineStep.Closed(day, holiday);
        }
    }
}
