using Loket.Cases.Routing;
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
        var onDuty = await OnCall.At(work.Db, work.Now, cancel);
        if (await Knowing(work.Db, onDuty, found, cancel) is { Count: > 0 } called) return called;
        var answering = await Answering(work, found, cancel);
        if (await Knowing(work.Db, answering, found, cancel) is { Count: > 0 } others) return others;
        // It lies outside everybody's bounds: they can't open it, but better a call than none. A secret is told to nobody.
        if (found.SensitiveGroup is not null) return [];
        return onDuty.Count > 0 ? onDuty : answering;
    }

    private async Task<IReadOnlyList<StaffCard>> Answering(Work work, Case found, CancellationToken cancel)
    {
        var lead = found.Team is { } team ? (await TeamDirectory.Find(work.Db, team, cancel))?.Lead : null;
        var manager = await Absence.ManagerOf(work.Db, await areas.AndAbove(work.Db, found.Place.Area, cancel), cancel);
        var calendar = await Calendars.Current(work.Db, cancel);
        // Who is away comes last, but better late than nobody.
        return [.. (await StaffDirectory.All(work.Db, null, cancel)).Where(person => found.SensitiveGroup is not null || Leads(person))
            .OrderBy(person => Reach.At(person, work.Now, calendar) == Availability.Away)
            .ThenBy(person => person.Id == lead ? 0 : person.Id == manager ? 1 : Leads(person) ? 2 : 3)];
    }

    private static async Task<IReadOnlyList<StaffCard>> Knowing(LoketDb db, IReadOnlyList<StaffCard> people, Case found, CancellationToken cancel)
    {
        var readers = await Actors.Several(db, [.. people.Select(person => person.Id)], cancel);
        return [.. people.Where(person => readers.GetValueOrDefault(person.Id)?.MayKnow(found) == true)];
    }

    private static bool Leads(StaffCard person) => RoleRights.Of(person.Roles).Contains(Right.LeadTeam);
}
