using Loket.Cases.Routing;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Organisation.Teams;
using Loket.Places;
using Loket.Storage;

namespace Loket.Cases.Danger;

/// <summary>Whom to call about danger, in order: who is on duty. Where nobody is, or nobody of them may know of the case and so could take it on, those who answer
/// for it: the lead of its team, the manager of its area, and then all who lead; for a sensitive case all who may know of it.</summary>
public sealed class WhomToCall(AreaTree areas)
{
    internal async Task<IReadOnlyList<StaffCard>> Of(Work work, Case found, CancellationToken cancel)
    {
        var knowing = found.SensitiveGroup is not { } group ? null
            : (await TeamDirectory.All(work.Db, cancel)).Where(team => team.Groups.Contains(group)).Select(team => team.Id).ToHashSet();
        var onDuty = (await OnCall.At(work.Db, work.Now, cancel)).Where(MayKnow).ToList();
        if (onDuty.Count > 0) return onDuty;

        var lead = found.Team is { } team ? (await TeamDirectory.Find(work.Db, team, cancel))?.Lead : null;
        var manager = await Absence.ManagerOf(work.Db, await areas.AndAbove(work.Db, found.Place.Area, cancel), cancel);
        var calendar = await Calendars.Current(work.Db, cancel);
        // Who is away comes last, but better late than nobody.
        return [.. (await StaffDirectory.All(work.Db, null, cancel)).Where(person => MayKnow(person) && (knowing is not null || Leads(person)))
            .OrderBy(person => Reach.At(person, work.Now, calendar) == Availability.Away)
            .ThenBy(person => person.Id == lead ? 0 : person.Id == manager ? 1 : Leads(person) ? 2 : 3)];

        bool MayKnow(StaffCard person) => knowing is null || person.Teams.Any(knowing.Contains);
    }

    private static bool Leads(StaffCard person) => RoleRights.Of(person.Roles).Contains(Right.LeadTeam);
}
