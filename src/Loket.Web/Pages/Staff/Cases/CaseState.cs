using Loket.Cases;
using Loket.Cases.Handovers;
using Loket.Cases.Reading;
using Loket.Kernel.Calendars;
using Loket.Web.Components;
using NodaTime;

namespace Loket.Web.Pages.Staff.Cases;

/// <summary>How a case stands, in a sentence or two that a resident on the phone understands: who does what by when.</summary>
internal static class CaseState
{
    /// <summary>The sentences.</summary>
    /// <param name="view">The case.</param>
    /// <param name="names">Names for what it refers to.</param>
    /// <param name="left">How long it has; null where the clock stands still.</param>
    /// <param name="zone">The municipality's clock.</param>
    public static string Of(CaseView view, NameBook names, DaysLeft? left, DateTimeZone zone)
    {
        var say = StaffWords.Here;
        var by = names.Person(view.Handler) ?? names.Team(view.Team);
        if (view.ClosedAt is { } closed) return say[view.Solved == true ? "State.Solved" : "State.Closed", Day(closed)];

        var live = view.Handovers.FirstOrDefault(one => one.State is HandoverState.Offered or HandoverState.Accepted);
        var sentence = view.Status switch
        {
            CaseStatus.WithPartner when live is { PlannedOn: { } planned } => say["State.Planned", names.Partner(live.Partner), Day(live.OfferedAt), Long(planned)],
            CaseStatus.WithPartner when live is { State: HandoverState.Accepted } => say["State.Accepted", names.Partner(live.Partner), Day(live.OfferedAt)],
            CaseStatus.WithPartner when live is not null => say["State.Offered", names.Partner(live.Partner), Day(live.OfferedAt)],
            CaseStatus.WaitingForResident => say["State.Waiting"],
            _ when view.Handler is not null => say["State.Handler", by],
            _ when view.TriageReason is not null => say["State.Triage"],
            _ => say["State.Team", by ?? say["State.Nobody"]],
        };
        if (view.SnoozedUntil is { } wakes) sentence += " " + say["State.Snoozed", Day(wakes)];
        if (view.SuspendedAt is { } since) return sentence + " " + say["State.Suspended", Day(since), view.SuspendedUntil is { } until ? Day(until) : "?"];
        return left is null ? sentence : sentence + " " + say[left.Late ? "State.Late" : "State.Until", Long(left.Day)];

        string Day(Instant at) => DateWords.Medium(at.InZone(zone).Date, say.Culture);
        string Long(LocalDate day) => DateWords.Long(day, say.Culture);
    }
}
