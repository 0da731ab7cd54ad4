using Loket.Cases.Callbacks;
using Loket.Cases.Routing;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Organisation.Teams;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Digest;

/// <summary>A case in an overview: its number and the neutral name of its kind, nothing of what it is about.</summary>
/// <param name="Reference">Its number.</param>
/// <param name="TypeNl">The kind in Dutch; null where even that is for its group alone.</param>
/// <param name="TypeEn">The kind in English.</param>
internal sealed record DigestLine(string Reference, string? TypeNl, string? TypeEn);

/// <summary>Some cases, most urgent first, with how many there are.</summary>
internal sealed record DigestPart(int Count, IReadOnlyList<DigestLine> First)
{
    internal const int Most = 20;
}

/// <summary>What waits for somebody this morning.</summary>
/// <param name="Late">Past their deadline.</param>
/// <param name="Today">To be done today.</param>
/// <param name="Given">Given to them by somebody else since the last overview.</param>
/// <param name="Answered">A resident answered or wrote since then.</param>
/// <param name="TeamLate">Past their deadline, and nobody of the team has taken them; for who answers for the team, or stands in.</param>
/// <param name="TeamNew">Come to the team since then, and nobody has taken them.</param>
/// <param name="Calls">Whom they call back today, or should have called before.</param>
/// <param name="ToPlace">What nobody was found for; for who leads a team and may place it.</param>
internal sealed record DigestList(
    DigestPart Late, DigestPart Today, DigestPart Given, DigestPart Answered, DigestPart TeamLate, DigestPart TeamNew, DigestPart Calls, DigestPart ToPlace)
{
    private static readonly Duration Longest = Duration.FromDays(7);
    private static readonly DigestPart Nothing = new(0, []);

    /// <summary>Whether there is nothing to tell.</summary>
    public bool IsEmpty => Late.Count + Today.Count + Given.Count + Answered.Count + TeamLate.Count + TeamNew.Count + Calls.Count + ToPlace.Count == 0;

    /// <summary>What waits for somebody, within their rights.</summary>
    /// <param name="db">The database.</param>
    /// <param name="by">For whom.</param>
    /// <param name="since">The moment of the last overview, if there was one: what came after it is new.</param>
    /// <param name="now">This moment.</param>
    /// <param name="tomorrow">The end of today.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<DigestList> Of(LoketDb db, Actor by, Instant? since, Instant now, Instant tomorrow, CancellationToken cancel)
    {
        StaffId? me = by.Staff;
        // Who got none for a while had nothing to be told then.
        var from = since ?? now - Longest;
        var open = db.Cases.VisibleTo(by).Where(one => one.Status != CaseStatus.Closed);
        var mine = open.Where(one => me != null && one.Handler == me);
        var (teams, places) = await AnswersFor(db, by, now, cancel);
        var untaken = open.Where(one => teams.Contains(one.Team) && one.Handler == null);
        return new DigestList(
            await Part(mine.Where(one => one.DeadlineAt < now)),
            await Part(mine.Where(one => one.DeadlineAt >= now && one.DeadlineAt < tomorrow)),
            await Part(mine.Where(one => one.GivenAt > from)),
            await Part(mine.Where(one => one.WroteAt > from || (one.Status == CaseStatus.WaitingForResident && one.LastContactAt > from))),
            await Part(untaken.Where(one => one.SortAt < now && one.DeadlineAt < now)),
            await Part(untaken.Where(one => one.TeamSince > from && one.Partner == null)),
            await ToCall(db.Callbacks.VisibleTo(by).Where(one => one.EndedAt == null && me != null && one.Owner == me && one.FromAt < tomorrow)),
            places ? await Part(open.Where(one => one.TriageReason != null)) : Nothing);

        async Task<DigestPart> ToCall(IQueryable<CallbackRequest> callbacks) => new(
            await callbacks.CountAsync(cancel),
            await callbacks.OrderBy(one => one.SortAt).ThenBy(one => one.Id).Take(DigestPart.Most).Select(one => new DigestLine(one.Reference, "terugbelverzoek", "callback request")).ToListAsync(cancel));

        async Task<DigestPart> Part(IQueryable<Case> cases)
        {
            var count = await cases.CountAsync(cancel);
            if (count == 0) return Nothing;
            var types = db.CaseTypes;
            return new DigestPart(count, await cases.OrderBy(one => one.SortAt).ThenBy(one => one.Id).Take(DigestPart.Most)
                .Join(types, one => one.Type, type => type.Key, (one, type) => new { one.SortAt, one.Id, one.Reference, one.SensitiveGroup, type.NameNl, type.NameEn })
                .OrderBy(row => row.SortAt).ThenBy(row => row.Id)
                .Select(row => new DigestLine(row.Reference, row.SensitiveGroup == null ? row.NameNl : null, row.SensitiveGroup == null ? row.NameEn : null)).ToListAsync(cancel));
        }
    }

    // For which teams somebody answers, and whether for what nobody was found for: who leads a team, or stands in for a lead who is away; everybody of it who works
    // on cases where nobody does.
    private static async Task<(IReadOnlyList<TeamId?> Teams, bool Places)> AnswersFor(LoketDb db, Actor by, Instant now, CancellationToken cancel)
    {
        var places = MayPlace(by);
        if (!by.May(Right.WorkOnCases)) return ([], places);
        var all = await TeamDirectory.All(db, cancel);
        var leads = await StaffDirectory.Several(db, [.. all.Select(team => team.Lead).OfType<StaffId>().Distinct()], cancel);
        var calendar = await Calendars.Current(db, cancel);
        var teams = new List<TeamId?>();
        foreach (var team in all)
        {
            var acting = team.Lead is { } lead && Absence.IsAway(leads[lead], now, calendar)
                ? await Absence.PresentOrDeputy(db, lead, reader => reader.MayKnowOf(team.Groups.Count > 0 ? team.Groups[0] : null), now, cancel) : team.Lead;
            if (acting is null ? !by.Teams.Contains(team.Id) : acting != by.Staff) continue;
            teams.Add(team.Id);
            places = places || (acting is not null && acting != team.Lead && await Actors.Of(db, team.Lead!.Value, cancel) is { } away && MayPlace(away));
        }

        return (teams, places);
    }

    private static bool MayPlace(Actor by) => by.May(Right.LeadTeam) && by.May(Right.Triage);
}
