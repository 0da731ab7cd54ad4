using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using NodaTime;

namespace Loket.Cases.Bulk;

/// <summary>A case that somebody is sought for.</summary>
/// <param name="Id">Which.</param>
/// <param name="Group">The sensitive group whose people alone may know of it; null for no secret.</param>
/// <param name="Area">Key of its area, where it has one.</param>
/// <param name="Type">Key of its kind.</param>
public sealed record SpreadCase(CaseId Id, string? Group, string? Area = null, string? Type = null);

/// <summary>Somebody who can get cases: of the team, or a deputy of one of them.</summary>
/// <param name="Id">Who.</param>
/// <param name="Availability">Whether they are there.</param>
/// <param name="MinutesAWeek">How long they work in a week; who works half gets half.</param>
/// <param name="Open">How many open cases they have.</param>
/// <param name="LastGivenAt">When they were last given one.</param>
/// <param name="Groups">The sensitive groups of which they may know.</param>
/// <param name="Deputies">Who stands in for them, nearest first.</param>
public sealed record SpreadPerson(
    StaffId Id, Availability Availability, int MinutesAWeek, int Open, Instant? LastGivenAt, IReadOnlyCollection<string> Groups, IReadOnlyList<StaffId> Deputies)
{
    /// <summary>Of which areas and kinds they may know.</summary>
    public Bounds Bounds { get; init; } = Bounds.None;
}

/// <summary>Who of a team gets which of some cases: who has the fewest open ones for the hours that they work, and of those whoever was given none for longest.</summary>
/// <remarks>Only who may know of a case can get it. Who is away is replaced by the nearest deputy who is there; nobody else has a deputy. Who works now goes before who is busy, and they
/// before who works at another hour; in the evening, when nobody does, all who are not away count. The same question gives the same answer.</remarks>
public static class Spreading
{
    /// <summary>For each case who gets it; what nobody can get is left out.</summary>
    /// <param name="cases">The cases, in the order in which they are given.</param>
    /// <param name="team">The people of the team.</param>
    /// <param name="people">All who may come in question: those of the team, and their deputies.</param>
    /// <param name="now">The moment.</param>
    public static IReadOnlyDictionary<CaseId, StaffId> Of(
        IReadOnlyList<SpreadCase> cases, IReadOnlyCollection<StaffId> team, IReadOnlyCollection<SpreadPerson> people, Instant now)
    {
        var standing = people.ToDictionary(person => person.Id);
        var given = new Dictionary<CaseId, StaffId>();
        foreach (var (number, one) in cases.Index())
        {
            if (Candidates(team, standing, one).OrderBy(Load).ThenBy(person => person.LastGivenAt ?? Instant.MinValue).ThenBy(person => person.Id.Value).FirstOrDefault() is not { } next)
                continue;
            given.Add(one.Id, next.Id);
            // A tick later each: of two who have as much, the first has waited less.
            standing[next.Id] = next with { Open = next.Open + 1, LastGivenAt = now.PlusTicks(number) };
        }

        return given;
    }

    // With the case that is given: of who works full time and who works half, both without cases, the first gets it.
    private static decimal Load(SpreadPerson person) => (person.Open + 1m) / Math.Max(1, person.MinutesAWeek);

    private static List<SpreadPerson> Candidates(IReadOnlyCollection<StaffId> team, Dictionary<StaffId, SpreadPerson> people, SpreadCase one)
    {
        var there = new List<SpreadPerson>();
        foreach (var member in team.Select(id => people.GetValueOrDefault(id)).OfType<SpreadPerson>())
        {
            var acts = IsThere(member) ? member : member.Deputies.Select(id => people.GetValueOrDefault(id)).OfType<SpreadPerson>().FirstOrDefault(deputy => IsThere(deputy) && MayKnow(deputy, one));
            if (acts is not null && MayKnow(acts, one) && !there.Exists(other => other.Id == acts.Id)) there.Add(acts);
        }

        foreach (var working in (Availability[])[Availability.Present, Availability.Busy])
        {
            if (there.FindAll(person => person.Availability == working) is { Count: > 0 } some) return some;
        }

        return there;
    }

    private static bool IsThere(SpreadPerson person) => person.Availability is not (Availability.Away or Availability.Gone);

    private static bool MayKnow(SpreadPerson person, SpreadCase one) => (one.Group is null || person.Groups.Contains(one.Group)) && person.Bounds.Holds(one.Area, one.Type);
}
