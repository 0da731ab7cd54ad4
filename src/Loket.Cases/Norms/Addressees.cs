using Loket.Cases.Routing;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Organisation.Teams;
using Loket.Places;
using Loket.Storage;

namespace Loket.Cases.Norms;

/// <summary>Who of our own people is told about a case: the first of a step who is there and may know of it.</summary>
public sealed class Addressees(AreaTree areas)
{
    /// <summary>The person of a step; null when there is nobody, then the team is told.</summary>
    internal async Task<StaffId?> Of(Work work, Case found, EscalationStep step, CancellationToken cancel)
    {
        var lead = found.Team is { } id ? (await TeamDirectory.Find(work.Db, id, cancel))?.Lead : await Absence.LeadOfTriage(work.Db, cancel);
        StaffId?[] inOrder = step switch
        {
            EscalationStep.Warning or EscalationStep.Handler => [found.Handler, lead],
            EscalationStep.Deputy => [found.Handler is { } handler ? await Absence.DeputyOf(work.Db, handler, cancel) : null, lead],
            EscalationStep.TeamLead => [lead],
            _ => [await Absence.ManagerOf(work.Db, await areas.AndAbove(work.Db, found.Place.Area, cancel), cancel), lead],
        };
        foreach (var person in inOrder.OfType<StaffId>())
        {
            if (await Absence.PresentOrDeputy(work.Db, person, work.Now, cancel) is { } reached && await MayKnow(work.Db, reached, found, cancel)) return reached;
        }

        return null;
    }

    /// <summary>Whether somebody may know of a case.</summary>
    internal static async Task<bool> MayKnow(LoketDb db, StaffId person, Case found, CancellationToken cancel) =>
        found.SensitiveGroup is null || (await Actors.Of(db, person, cancel))?.MayKnowOf(found.SensitiveGroup) == true;
}
