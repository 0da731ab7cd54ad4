using Loket.Kernel.Calendars;
using Loket.Web.Components;
using NodaTime;
using NodaTime.Text;

namespace Loket.Web.Pages.Staff;

/// <summary>Puts into sentences how a deadline came about (row B4).</summary>
internal static class DeadlineWords
{
    /// <summary>A sentence for each step.</summary>
    /// <param name="steps">The steps, as they were stored with the deadline.</param>
    /// <param name="zone">The municipality's clock.</param>
    /// <param name="seesPersonal">Whether the reader may read the reasons that people wrote.</param>
    public static IEnumerable<string> Of(IReadOnlyList<DeadlineStep> steps, DateTimeZone zone, bool seesPersonal) => steps.Select(step => Of(step, zone, seesPersonal));

    private static string Of(DeadlineStep step, DateTimeZone zone, bool seesPersonal)
    {
        var words = StaffWords.Here;
        var said = step.Arguments;
        return step.Kind switch
        {
            DeadlineStepKind.Started => words["Step.Started", Moment("at")],
            DeadlineStepKind.BeganLater => words["Step.BeganLater", Moment("at")],
            DeadlineStepKind.Norm => words["Step.Norm", Amount()],
            DeadlineStepKind.Extended => words["Step.Extended", Amount(), Reason()],
            DeadlineStepKind.Suspended => words["Step.Suspended", Moment("from"), Moment("until"), Reason()],
            DeadlineStepKind.ClosedDay => words["Step.ClosedDay", Day(), Holiday() ?? said.GetValueOrDefault("reason")],
            DeadlineStepKind.MovedOn => words["Step.MovedOn", Day(), Holiday() ?? words["PassedOverReason." + said["why"]]],
            DeadlineStepKind.ActDoesNotGovern => words["Step.ActDoesNotGovern", Amount()],
            _ => words["Step." + step.Kind, Day()],
        };

        string Day() => DateWords.Long(LocalDatePattern.Iso.Parse(said["day"]).Value, words.Culture);
        string Moment(string name) => DateWords.Moment(InstantPattern.ExtendedIso.Parse(said[name]).Value.InZone(zone).LocalDateTime, words.Culture);
        string Amount() => words.Count("NormKind." + said["kind"], int.Parse(said["amount"], System.Globalization.CultureInfo.InvariantCulture));
        string Reason() => seesPersonal ? said.GetValueOrDefault("reason") ?? "" : "";
        string? Holiday() => said.TryGetValue("holiday", out var holiday) ? words["DutchHoliday." + holiday] : null;
    }
}
