using NodaTime;

namespace Loket.Kernel.Calendars;

/// <summary>One term of the law, counted in days, weeks or months.</summary>
/// <remarks>
/// The day of the event does not count, the first day is the next one (for objections: Awb article 6:8; for months: Regulation 1182/71, article 3).
/// A week or month ends on the day of the same name or number; 31 January and a month end on the last of February.
/// A suspension counts from the day after it was imposed until, not including, the day on which it ended (Awb article 4:15), so a suspension within two days costs nothing.
/// Extensions add to the counted end, before weekends and holidays are looked at, which is done once, for the end of the whole.
/// Where one part is too long for the General Terms Act, the Act is left out: of two readings the earlier date is never too late for who must decide.
/// </remarks>
internal sealed class StatutoryTerm(
    StatutoryCalendar calendar, Instant start, Norm norm, IReadOnlyCollection<Suspension> suspensions, IReadOnlyCollection<Extension> extensions)
{
    private readonly LocalDate _startDay = start.InZone(calendar.Zone).Date;

    public Deadline Deadline()
    {
        var counted = extensions.Aggregate(Plus(_startDay, norm), (day, extension) => Plus(day, extension.By));
        var last = StandStill(counted);

        List<DeadlineStep> ending = [DeadlineStep.CountedTo(last)];
        if (extensions.Select(extension => extension.By).Prepend(norm).FirstOrDefault(part => !StatutoryCalendar.Governs(part)) is { } tooLong)
        {
            ending.Add(DeadlineStep.ActDoesNotGovern(tooLong));
        }
        else
        {
            last = MoveOn(HoldTwoOrdinaryDays(last, counted, ending), ending);
        }

        var at = calendar.Zone.AtStartOfDay(last.PlusDays(1)).ToInstant() - Duration.FromNanoseconds(1000);
        ending.Add(DeadlineStep.Ends(at, last));
        return new Deadline(at, last, DeadlineCalendar.Statutory,
        [
            DeadlineStep.Started(start, _startDay),
            DeadlineStep.FirstDay(_startDay.PlusDays(1)),
            DeadlineStep.Promised(norm),
            .. suspensions.Where(suspension => DayOf(suspension.From) < last && DayOf(suspension.Until) > _startDay).OrderBy(suspension => suspension.From).Select(DeadlineStep.Suspended),
            .. extensions.Select(DeadlineStep.Extended),
            .. ending,
        ]);
    }

    private static LocalDate Plus(LocalDate day, Norm amount) => amount.Kind switch
    {
        NormKind.CalendarDays => day.PlusDays(amount.Amount),
        NormKind.CalendarWeeks => day.PlusWeeks(amount.Amount),
        _ => day.PlusMonths(amount.Amount),
    };

    private LocalDate StandStill(LocalDate counted)
    {
        var left = Period.DaysBetween(_startDay, counted);
        var day = _startDay;
        while (left > 0)
        {
            day = day.PlusDays(1);
            if (!IsSuspended(day)) left--;
        }

        return day;
    }

    private bool IsSuspended(LocalDate day) => suspensions.Any(suspension => DayOf(suspension.From) < day && day < DayOf(suspension.Until));

    // Article 2: a term of at least three days holds at least two days that are no Saturday, Sunday or holiday.
    private LocalDate HoldTwoOrdinaryDays(LocalDate last, LocalDate counted, List<DeadlineStep> steps)
    {
        if (Period.DaysBetween(_startDay, counted) < 3) return last;

        var ordinary = 0;
        for (var day = _startDay.PlusDays(1); day <= last && ordinary < 2; day = day.PlusDays(1))
        {
            if (calendar.IsOrdinary(day) && !IsSuspended(day)) ordinary++;
        }

        if (ordinary >= 2) return last;

        while (ordinary < 2)
        {
            last = last.PlusDays(1);
            if (calendar.IsOrdinary(last) && !IsSuspended(last)) ordinary++;
        }

        steps.Add(DeadlineStep.TwoOrdinaryDays(last));
        return last;
    }

    // Article 1.
    private LocalDate MoveOn(LocalDate last, List<DeadlineStep> steps)
    {
        while (calendar.WhyPassedOver(last) is { } why)
        {
            steps.Add(DeadlineStep.MovedOn(last, why));
            do last = last.PlusDays(1);
            while (IsSuspended(last));
        }

        return last;
    }

    private LocalDate DayOf(Instant at) => at.InZone(calendar.Zone).Date;
}
