using Loket.Cases.Routing;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Teams;
using Loket.Storage;
using NodaTime;

namespace Loket.Cases.Callbacks;

/// <summary>Who calls: a team, or somebody of it.</summary>
public readonly record struct CallbackOwner(TeamId? Team, StaffId? Person);

/// <summary>Finds who really calls: a team, and a person who is there. Who is away at the time is replaced by their deputy, or else by the team.</summary>
internal static class CallbackOwners
{
    /// <summary>The team and the person for a stretch of time.</summary>
    /// <param name="db">The database.</param>
    /// <param name="chosen">What was chosen: a team or a person.</param>
    /// <param name="now">The team that has it now: it stays with it when the person is one of its people.</param>
    /// <param name="group">The sensitive group whose people alone may know of it; null for no secret.</param>
    /// <param name="from">When the call is to be made.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<Result<(TeamId Team, StaffId? Person)>> Find(LoketDb db, CallbackOwner chosen, TeamId? now, string? group, Instant from, CancellationToken cancel)
    {
        if (chosen.Person is { } person)
        {
            if (await StaffDirectory.Find(db, person, cancel) is not { ClosedAt: null } card) return CallbackFailures.OwnerMissing;
            // It stays with the team of who was meant, also where nobody stands in, or somebody of another team does; who is in no team takes it for the team that has it.
            var team = chosen.Team ?? (now is { } has && card.Teams.Contains(has) ? has : await Absence.TeamOf(db, person, group, cancel) ?? now);
            return team is { } known ? (known, await Absence.PresentOrDeputy(db, person, group, from, cancel)) : CallbackFailures.OwnerMissing;
        }

        if (chosen.Team is not { } id || await TeamDirectory.Find(db, id, cancel) is not { } found) return CallbackFailures.OwnerMissing;
        return found.MayKnowOf(group) ? (id, null) : CallbackFailures.TeamMayNotKnow;
    }
}
