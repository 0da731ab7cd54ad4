using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Organisation.Teams;
using Loket.Storage;
using NodaTime;

namespace Loket.Cases.Routing;

/// <summary>Who acts when somebody is away. The night is no absence: only who is away, or gone, is replaced.</summary>
internal static class Absence
{
    /// <summary>This person, or the nearest deputy who is not away; null when nobody is.</summary>
    public static async Task<StaffId?> PresentOrDeputy(LoketDb db, StaffId id, Instant at, CancellationToken cancel)
    {
        var calendar = await Calendars.Current(db, cancel);
        if (await StaffDirectory.Find(db, id, cancel) is { } person && !IsAway(person)) return id;
        return (await StaffDirectory.Deputies(db, id, cancel)).FirstOrDefault(deputy => !IsAway(deputy))?.Id;

        bool IsAway(StaffCard card) => Reach.At(card, at, calendar) is Availability.Away or Availability.Gone;
    }

    /// <summary>The nearest deputy; null when there is none.</summary>
    public static async Task<StaffId?> DeputyOf(LoketDb db, StaffId id, CancellationToken cancel) =>
        await StaffDirectory.Deputies(db, id, cancel) is [var nearest, ..] ? nearest.Id : null;

    /// <summary>Who leads those who place what no rule placed: the team with most people who may; null where no team has a lead.</summary>
    public static async Task<StaffId?> LeadOfTriage(LoketDb db, CancellationToken cancel)
    {
        var placing = (await StaffDirectory.All(db, null, cancel)).Where(person => RoleRights.Of(person.Roles).Contains(Right.Triage)).SelectMany(person => person.Teams)
            .CountBy(team => team).ToDictionary();
        return (await TeamDirectory.All(db, cancel)).Where(team => team.Lead is not null && placing.ContainsKey(team.Id))
            .OrderByDescending(team => placing[team.Id]).ThenBy(team => team.Key, StringComparer.Ordinal).FirstOrDefault()?.Lead;
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
