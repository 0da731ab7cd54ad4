using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Organisation.Teams;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Bulk;

/// <summary>Who comes in question when cases are spread over a team.</summary>
internal static class SpreadPeople
{
    // Who set no hours of their own works a full week.
    private const int FullWeek = 36 * 60;
    private const int MinutesADay = 24 * 60;

    /// <summary>Who leads a team has it to lead; the work is for its handlers.</summary>
    public static bool IsHandler(StaffCard person) => person.Roles.Contains(Role.Handler);

    /// <summary>Everybody of a team who can get cases, and who stands in for those who are away; each with what they have in hand.</summary>
    public static async Task<IReadOnlyCollection<SpreadPerson>> Of(LoketDb db, TeamId team, Instant now, CancellationToken cancel)
    {
        var calendar = await Calendars.Current(db, cancel);
        var teams = await TeamDirectory.All(db, cancel);
        var cards = (await StaffDirectory.All(db, team, cancel)).Where(IsHandler).ToDictionary(person => person.Id);
        var deputies = new Dictionary<StaffId, IReadOnlyList<StaffId>>();
        foreach (var away in cards.Values.Where(person => Reach.At(person, now, calendar) == Availability.Away).ToList())
        {
            var standIns = (await StaffDirectory.Deputies(db, away.Id, cancel)).Where(person => RoleRights.Of(person.Roles).Contains(Right.WorkOnCases)).ToList();
            deputies[away.Id] = [.. standIns.Select(person => person.Id)];
            foreach (var deputy in standIns) cards.TryAdd(deputy.Id, deputy);
        }

        var readers = await Actors.Several(db, [.. cards.Keys], cancel);
        var load = await Loads(db, [.. cards.Keys], cancel);
        return [.. cards.Values.Select(person =>
        {
            var (open, last) = load.GetValueOrDefault(person.Id);
            return new SpreadPerson(
                person.Id, Reach.At(person, now, calendar), MinutesOf(person.Hours), open, last,
                [.. teams.Where(one => person.Teams.Contains(one.Id)).SelectMany(one => one.Groups)], deputies.GetValueOrDefault(person.Id) ?? []) { Bounds = readers[person.Id].Bounds };
        })];
    }

    private static async Task<Dictionary<StaffId, (int Open, Instant? Last)>> Loads(LoketDb db, IReadOnlyCollection<StaffId> people, CancellationToken cancel)
    {
        StaffId?[] ids = [.. people.Cast<StaffId?>()];
        var rows = await db.Cases.Where(one => one.Status != CaseStatus.Closed && ids.Contains(one.Handler))
            .GroupBy(one => one.Handler).Select(own => new { Handler = own.Key, Open = own.Count(), Last = own.Max(one => one.GivenAt) }).ToListAsync(cancel);
        return rows.ToDictionary(row => row.Handler!.Value, row => (row.Open, row.Last));
    }

    private static int MinutesOf(WeekHours hours) => hours.IsEmpty ? FullWeek : hours.Days.Values.Sum(day => day.Sum(stretch => MinutesOf(stretch)));

    private static int MinutesOf(OpeningHours stretch) =>
        (stretch.Until == LocalTime.Midnight ? MinutesADay : stretch.Until.Hour * 60 + stretch.Until.Minute) - (stretch.From.Hour * 60 + stretch.From.Minute);
}
