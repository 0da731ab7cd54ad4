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
        var words = StaffWords.Here;
        var by = names.Person(view.Handler) ?? names.Team(view.Team);
        if (view.ClosedAt is { } closed) return words[view.Solved == true ? "State.Solved" : "State.Closed", Day(closed)];

        var live = view.Handovers.FirstOrDefault(one => one.State is HandoverState.Offered or HandoverState.Accepted);
        var sentence = view.Status switch
        {
            CaseStatus.WithPartner when live is { PlannedOn: { } planned } => words["State.Planned", names.Partner(live.Partner), Day(live.OfferedAt), Long(planned)],
            CaseStatus.WithPartner when live is { State: HandoverState.Accepted } => words["State.Accepted", names.Partner(live.Partner), Day(live.OfferedAt)],
            CaseStatus.WithPartner when live is not null => words["State.Offered", names.Partner(live.Partner), Day(live.OfferedAt)],
            CaseStatus.WaitingForResident => words["State.Waiting"],
            _ when view.Handler is not null => words["State.Handler", by],
            _ when view.TriageReason is not null => words["State.Triage"],
            _ => words["State.Team", by ?? words["State.Nobody"]],
        };
        if (view.SuspendedAt is { } since) return sentence + " " + words["State.Suspended", Day(since)];
        return left is null ? sentence : sentence + " " + words[left.Days < 0 ? "State.Late" : "State.Until", Long(left.Day)];

        string Day(Instant at) => DateWords.Medium(at.InZone(zone).Date, words.Culture);
        string Long(LocalDate day) => DateWords.Long(day, words.Culture);
    }
}
