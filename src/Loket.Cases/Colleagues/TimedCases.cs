using Loket.Storage;
using Loket.Storage.Journal;
using NodaTime;

namespace Loket.Cases.Colleagues;

/// <summary>A case with its times.</summary>
internal sealed record TimedCase(CaseId Id, Instant OpenedAt, Instant? DeadlineAt, Instant LastContactAt);

/// <summary>The cases for which a time has come that sets a virtual colleague off.</summary>
internal static class TimedCases
{
    /// <summary>Those that are open and may be ready now. An age is reached once, so only what reached it since the colleague works; a deadline may be near and a case may lie still since before that.</summary>
    public static IQueryable<Case> Now(LoketDb db, ColleagueCard card, Instant now)
    {
        var days = Duration.FromDays(card.Details.Days);
        var (then, since, ahead) = (now - days, (card.OnSince ?? now) - days, now + days);
        var open = Narrowed(db.Cases, card.Details).Where(one => one.Status != CaseStatus.Closed && one.SnoozedUntil == null);
        return card.Details.When switch
        {
            ColleagueWhen.Age => open.Where(one => one.OpenedAt <= then && one.OpenedAt >= since),
            ColleagueWhen.DeadlineNear => open.Where(one => one.SuspendedAt == null && one.DeadlineAt > now && one.DeadlineAt <= ahead),
            _ => open.Where(one => one.LastContactAt <= then),
        };
    }

    /// <summary>Those for which the time came since a moment, and that were open then.</summary>
    public static IQueryable<Case> Since(LoketDb db, ColleagueDetails details, Instant start, Instant now)
    {
        var days = Duration.FromDays(details.Days);
        var (earliest, latest) = (start - days, now - days);
        var (first, last) = (start + days, now + days);
        return details.When switch
        {
            ColleagueWhen.Age => db.Cases.Where(one => one.OpenedAt <= latest && one.OpenedAt >= earliest && (one.ClosedAt == null || one.ClosedAt > start)),
            ColleagueWhen.DeadlineNear => db.Cases.Where(one => one.DeadlineAt >= first && one.DeadlineAt <= last && (one.ClosedAt == null || one.ClosedAt > start)),
            _ => db.Cases.Where(one => one.LastContactAt <= latest && one.Status != CaseStatus.Closed),
        };
    }

    /// <summary>When it came for each; without those for which it has not come.</summary>
    public static async Task<IReadOnlyDictionary<CaseId, Instant>> Times(LoketDb db, ColleagueDetails details, IReadOnlyList<TimedCase> cases, Instant now, CancellationToken cancel)
    {
        if (details.When == ColleagueWhen.Age) return cases.ToDictionary(one => one.Id, one => one.OpenedAt);
        if (details.When == ColleagueWhen.DeadlineNear) return cases.ToDictionary(one => one.Id, one => one.DeadlineAt ?? now);
        var done = await JournalReader.LastDone(db, [.. cases.Select(one => one.Id.Value)], cancel);
        var quiet = now - Duration.FromDays(details.Days);
        return cases.Select(one => (one.Id, At: done.TryGetValue(one.Id.Value, out var at) ? Instant.Max(at, one.LastContactAt) : one.LastContactAt))
            .Where(one => one.At <= quiet).ToDictionary(one => one.Id, one => one.At);
    }

    // What the table says by itself; the engine judges all of it.
    private static IQueryable<Case> Narrowed(IQueryable<Case> cases, ColleagueDetails details)
    {
        if (details.If.Category is { } category) cases = cases.Where(one => one.Category == category);
        if (details.If.CaseType is { } type) cases = cases.Where(one => one.Type == type);
        if (details.If.Stage is { } stage) cases = cases.Where(one => one.Status == stage);
        if (details.If.Danger is { } danger) cases = cases.Where(one => one.Danger == danger);
        if (details.If.Unassigned) cases = cases.Where(one => one.Handler == null && one.Partner == null);
        return cases;
    }
}
