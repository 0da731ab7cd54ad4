using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Organisation.Teams;
using Loket.Storage;
using NodaTime;

namespace Loket.Cases.Routing;

/// <summary>Who acts when somebody is away. The night is no absence: only who is away, has a day off by their own hours, or is gone, is replaced.</summary>
internal static class Absence
{
    /// <summary>This person, or the nearest deputy who is not away and may know of it; null when nobody is.</summary>
    /// <param name="db">The database.</param>
    /// <param name="id">Who.</param>
    /// <param name="mayKnow">Whether a colleague may know of it.</param>
    /// <param name="at">The moment.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<StaffId?> PresentOrDeputy(LoketDb db, StaffId id, Func<Actor, bool> mayKnow, Instant at, CancellationToken cancel)
    {
        var calendar = await Calendars.Current(db, cancel);
        if (await StaffDirectory.Find(db, id, cancel) is { } person && await Acts(person)) return id;
        foreach (var deputy in await StaffDirectory.Deputies(db, id, cancel))
        {
            if (await Acts(deputy)) return deputy.Id;
        }

        return null;

        async Task<bool> Acts(StaffCard card) => !IsAway(card, at, calendar) && await Actors.Of(db, card.Id, cancel) is { } reader && mayKnow(reader);
    }

    /// <summary>Who leads a team, or the nearest deputy who is not away and may know of it; null when nobody does.</summary>
    /// <param name="db">The database.</param>
    /// <param name="team">Which.</param>
    /// <param name="mayKnow">Whether a colleague may know of it.</param>
    /// <param name="at">The moment.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<StaffId?> LeadOf(LoketDb db, TeamId team, Func<Actor, bool> mayKnow, Instant at, CancellationToken cancel) =>
        (await TeamDirectory.Find(db, team, cancel))?.Lead is { } lead ? await PresentOrDeputy(db, lead, mayKnow, at, cancel) : null;

    /// <summary>Whether somebody is away, has a day off, or is gone.</summary>
    public static bool IsAway(StaffCard card, Instant at, MunicipalCalendar calendar) =>
        Reach.At(card, at, calendar) is Availability.Away or Availability.Gone || Reach.HasDayOff(card, at, calendar);

    /// <summary>Whether somebody may know of it, and is only not there because it is their day off: they are back before long.</summary>
    /// <inheritdoc cref="PresentOrDeputy" />
    public static async Task<bool> HasDayOff(LoketDb db, StaffId id, Func<Actor, bool> mayKnow, Instant at, CancellationToken cancel)
    {
        var calendar = await Calendars.Current(db, cancel);
        return await StaffDirectory.Find(db, id, cancel) is { } person && Reach.HasDayOff(person, at, calendar)
            && Reach.At(person, at, calendar) is not (Availability.Away or Availability.Gone) && await Actors.Of(db, id, cancel) is { } reader && mayKnow(reader);
    }

    /// <summary>Whether somebody may know of what is a group's secret.</summary>
    public static async Task<bool> MayKnow(LoketDb db, StaffId id, string? group, CancellationToken cancel) =>
        group is null || (await Actors.Of(db, id, cancel))?.MayKnowOf(group) == true;

    /// <summary>For which of the own teams somebody acts: the first by name that may know of it; null for who is in none.</summary>
    public static async Task<TeamId?> TeamOf(LoketDb db, StaffId id, string? group, CancellationToken cancel)
    {
        var own = (await StaffDirectory.Find(db, id, cancel))?.Teams ?? [];
        return own.Count == 0 ? null : (await TeamDirectory.All(db, cancel)).FirstOrDefault(team => own.Contains(team.Id) && team.MayKnowOf(group))?.Id;
    }

    /// <summary>The nearest deputy; null when there is none.</summary>
    public static async Task<StaffId?> DeputyOf(LoketDb db, StaffId id, CancellationToken cancel) =>
        await StaffDirectory.Deputies(db, id, cancel) is [var nearest, ..] ? nearest.Id : null;

    /// <summary>Who leads those who place what no rule placed; null where no team has a lead.</summary>
    public static async Task<StaffId?> LeadOfTriage(LoketDb db, CancellationToken cancel) => (await Placers(db, cancel)).FirstOrDefault(team => team.Lead is not null)?.Lead;

    /// <summary>The team of those who place what no rule placed, and know what others don't; null where there is no team.</summary>
    public static async Task<TeamId?> TeamOfTriage(LoketDb db, string? group, CancellationToken cancel) => (await Placers(db, cancel)).FirstOrDefault(team => team.MayKnowOf(group))?.Id;

    // The teams with people who may place, those with most of them first.
    private static async Task<IEnumerable<TeamCard>> Placers(LoketDb db, CancellationToken cancel)
    {
        var placing = (await StaffDirectory.All(db, null, cancel)).Where(person => RoleRights.Of(person.Roles).Contains(Right.Triage)).SelectMany(person => person.Teams)
            .CountBy(team => team).ToDictionary();
        return (await TeamDirectory.All(db, cancel)).Where(team => placing.ContainsKey(team.Id)).OrderByDescending(team => placing[team.Id]).ThenBy(team => team.Key, StringComparer.Ordinal);
    }

    /// <summary>The manager of the smallest area that has one.</summary>
    public static async Task<StaffId?> ManagerOf(LoketDb db, IReadOnlyList<string> areas, CancellationToken cancel)
    {
        var teams = await TeamDirectory.All(db, cancel);
        foreach (var team in areas.SelectMany(area => teams.Where(team => team.Areas.Contains(area))))
        {
            var manager = (await StaffDirectory.All(db, team.Id, cancel)).FirstOrDefault(person => person.Roles.Contains(Role.AreaManager));
            if (manager is not null) return manager.Id;
        }

        return null;
    }
}
