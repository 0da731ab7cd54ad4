using Loket.Cases.Routing;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Organisation.Teams;
using Loket.Storage;
using NodaTime;

namespace Loket.Cases.Callbacks;

/// <summary>Who calls: a team, or somebody of it.</summary>
public readonly record struct CallbackOwner(TeamId? Team, StaffId? Person);

/// <summary>Who can be asked to call somebody back: whoever may open the request. Pure.</summary>
public static class Callers
{
    /// <summary>Whether a colleague may open a request, and so call.</summary>
    /// <param name="person">The colleague.</param>
    /// <param name="teams">All teams.</param>
    /// <param name="group">The sensitive group whose people alone may know of it; null for no secret.</param>
    public static bool MayCall(StaffCard person, IEnumerable<TeamCard> teams, string? group)
    {
        var rights = RoleRights.Of(person.Roles);
        return person.ClosedAt is null && rights.Contains(Right.RegisterContacts) && (person.PersonalDataGiven || rights.Contains(Right.SeePersonalData))
            && (group is null || teams.Any(team => person.Teams.Contains(team.Id) && team.MayKnowOf(group)));
    }
}

/// <summary>Finds who really calls: a team, and a person who is there. Who is away at the time, or does not work then, is replaced by their deputy, or else by the team.</summary>
internal static class CallbackOwners
{
    /// <summary>The team and the person for a stretch of time.</summary>
    /// <param name="db">The database.</param>
    /// <param name="chosen">What was chosen: a team or a person. Where both are given, the team calls when the person can't.</param>
    /// <param name="now">The team that has it now: it stays with it when the person is one of its people.</param>
    /// <param name="group">The sensitive group whose people alone may know of it; null for no secret.</param>
    /// <param name="window">When the call is promised.</param>
    /// <param name="at">The moment.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<Result<(TeamId Team, StaffId? Person)>> Find(
        LoketDb db, CallbackOwner chosen, TeamId? now, string? group, CallWindow window, Instant at, CancellationToken cancel)
    {
        if (chosen.Person is { } person)
        {
            if (await StaffDirectory.Find(db, person, cancel) is not { ClosedAt: null } card) return CallbackFailures.OwnerMissing;
            if (chosen.Team is null && !Callers.MayCall(card, await TeamDirectory.All(db, cancel), group)) return CallbackFailures.PersonMayNotCall;
            // It stays with the team of who was meant, also where nobody stands in, or somebody of another team does; who is in no team takes it for the team that has it.
            var team = chosen.Team ?? (now is { } has && card.Teams.Contains(has) ? has : await Absence.TeamOf(db, person, group, cancel) ?? now);
            return team is { } known ? (known, await PresentOrDeputy(db, card, group, window, at, cancel)) : CallbackFailures.OwnerMissing;
        }

        if (chosen.Team is not { } id || await TeamDirectory.Find(db, id, cancel) is not { } found) return CallbackFailures.OwnerMissing;
        return found.MayKnowOf(group) ? (id, null) : CallbackFailures.TeamMayNotKnow;
    }

    /// <summary>This person, or the nearest deputy who is there and may call; null when nobody is.</summary>
    public static async Task<StaffId?> PresentOrDeputy(LoketDb db, StaffId id, string? group, CallWindow window, Instant at, CancellationToken cancel) =>
        await StaffDirectory.Find(db, id, cancel) is { } person ? await PresentOrDeputy(db, person, group, window, at, cancel) : null;

    private static async Task<StaffId?> PresentOrDeputy(LoketDb db, StaffCard person, string? group, CallWindow window, Instant at, CancellationToken cancel)
    {
        var (calendar, teams) = (await Calendars.Current(db, cancel), await TeamDirectory.All(db, cancel));
        var then = Instant.Max(window.From, at);
        if (Calls(person)) return person.Id;
        return (await StaffDirectory.Deputies(db, person.Id, cancel)).FirstOrDefault(Calls)?.Id;

        bool Calls(StaffCard one) => !Absence.IsAway(one, then, calendar) && Works(one, window, then, calendar.Zone) && Callers.MayCall(one, teams, group);
    }

    // By their own hours: in what was promised; once that has passed, at all on this day. Who set none works as the municipality does, which promises nothing else.
    private static bool Works(StaffCard person, CallWindow window, Instant then, DateTimeZone zone)
    {
        if (person.Hours.IsEmpty) return true;
        var (from, until) = then < window.Until ? (window.From.InZone(zone).TimeOfDay, window.Until.InZone(zone).TimeOfDay) : (LocalTime.Midnight, LocalTime.Midnight);
        return person.Hours.Meet(then.InZone(zone).Date, from, until);
    }
}
