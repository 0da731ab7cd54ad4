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
        var say = StaffWords.Here;
        var said = step.Arguments;
        return step.Kind switch
        {
            DeadlineStepKind.Started => say["Step.Started", Moment("at")],
            DeadlineStepKind.BeganLater => say["Step.BeganLater", Moment("at")],
            DeadlineStepKind.Norm => say["Step.Norm", Amount()],
            DeadlineStepKind.Extended => say["Step.Extended", Amount(), Reason()],
            DeadlineStepKind.Suspended => say["Step.Suspended", Moment("from"), Moment("until"), Reason()],
            DeadlineStepKind.ClosedDay => say["Step.ClosedDay", Day(), Holiday() ?? said.GetValueOrDefault("reason")],
            DeadlineStepKind.MovedOn => say["Step.MovedOn", Day(), Holiday() ?? say["PassedOverReason." + said["why"]]],
            DeadlineStepKind.ActDoesNotGovern => say["Step.ActDoesNotGovern", Amount()],
            _ => say["Step." + step.Kind, Day()],
        };

        string Day() => DateWords.Long(LocalDatePattern.Iso.Parse(said["day"]).Value, say.Culture);
        string Moment(string name) => DateWords.Moment(InstantPattern.ExtendedIso.Parse(said[name]).Value.InZone(zone).LocalDateTime, say.Culture);
        string Amount() => say.Count("NormKind." + said["kind"], int.Parse(said["amount"], System.Globalization.CultureInfo.InvariantCulture));
        string Reason() => seesPersonal ? said.GetValueOrDefault("reason") ?? "" : "";
        string? Holiday() => said.TryGetValue("holiday", out var holiday) ? say["DutchHoliday." + holiday] : null;
    }
}
