using Loket.Cases.Routing;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Organisation.Teams;
using Loket.Places;
using Loket.Storage;

namespace Loket.Cases.Norms;

/// <summary>Who of our own people is told about a case: people who are there and may know of it, from the handler up.</summary>
public sealed class Addressees(AreaTree areas)
{
    /// <summary>Who owns the case now: its handler, or whoever stands in, or the lead of its team; null when there is nobody, then the team is told.</summary>
    internal Task<StaffId?> Owner(Work work, Case found, CancellationToken cancel) => First(work, found, EscalationStep.Handler, _ => true, cancel);

    /// <summary>The lead of the team; of those who do triage where no team has the case.</summary>
    internal Task<StaffId?> Lead(Work work, Case found, CancellationToken cancel) => First(work, found, EscalationStep.TeamLead, _ => true, cancel);

    /// <summary>The person of a step before or after the deadline. Where that person is missing, or was told already that it has passed, the next one up
    /// is told; only the last step goes to the manager of the area. Null when there is nobody new.</summary>
    internal Task<StaffId?> Next(Work work, Case found, EscalationStep step, CancellationToken cancel) =>
        First(work, found, step, person => step == EscalationStep.Warning || !found.WasEscalatedTo(person.Value), cancel);

    private async Task<StaffId?> First(Work work, Case found, EscalationStep step, Func<StaffId, bool> isNew, CancellationToken cancel)
    {
        foreach (var person in (await From(work, found, step, cancel)).OfType<StaffId>())
        {
            if (await Absence.PresentOrDeputy(work.Db, person, reader => reader.MayKnow(found), work.Now, cancel) is { } reached && isNew(reached)) return reached;
        }

        return null;
    }

    private async Task<StaffId?[]> From(Work work, Case found, EscalationStep step, CancellationToken cancel)
    {
        var lead = found.Team is { } id ? (await TeamDirectory.Find(work.Db, id, cancel))?.Lead : await Absence.LeadOfTriage(work.Db, cancel);
        if (step == EscalationStep.TeamLead) return [lead];
        if (step == EscalationStep.AreaManager) return [await Absence.ManagerOf(work.Db, await areas.AndAbove(work.Db, found.Place.Area, cancel), cancel), lead];
        var deputy = found.Handler is { } handler ? await Absence.DeputyOf(work.Db, handler, cancel) : null;
        return step == EscalationStep.Deputy ? [deputy, lead] : [found.Handler, deputy, lead];
    }
}
