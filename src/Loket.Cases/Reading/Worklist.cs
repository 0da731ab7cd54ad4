using Loket.Cases.Bulk;
using Loket.Cases.Callbacks;
using Loket.Cases.Handovers;
using Loket.Cases.Routing;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Organisation.Partners;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Places;
using Loket.Storage;
using Loket.Storage.Journal;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Reading;

/// <summary>Which list.</summary>
public enum WorklistKind
{
    /// <summary>What I work on.</summary>
    Mine,

    /// <summary>What my teams have to do.</summary>
    Team,

    /// <summary>What nobody was found for.</summary>
    Triage,

    /// <summary>What partners have to do.</summary>
    WithPartner,

    /// <summary>What is late, of my teams.</summary>
    Overdue,

    /// <summary>What must be done today, of my teams.</summary>
    DueToday,

    /// <summary>What sleeps, of me and my teams.</summary>
    Snoozed,

    /// <summary>All open cases.</summary>
    All,
}

/// <summary>One row of a list.</summary>
public sealed record WorklistRow(
    CaseId Id, int Version, string Reference, string Type, string Subject, string? Category, string? Area, string? Address, string? Asset, bool Danger, CaseStatus Status,
    TeamId? Team, StaffId? Handler, PartnerId? Partner, TriageReason? TriageReason, Instant OpenedAt, Instant? DeadlineAt, Norm Norm, Instant? SuspendedAt, int Contacts, int Urgency,
    Instant LastContactAt, Instant? SnoozedUntil, string? SnoozeReason);

/// <summary>Where the next page begins: the moment by which the list is sorted, and the row.</summary>
public readonly record struct WorklistKey(Instant SortAt, CaseId Id);

/// <summary>A page of a list.</summary>
/// <param name="Rows">The rows in the order of the list.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
/// <param name="Previous">Before what the page before ends; null on the first.</param>
public sealed record WorklistPage(IReadOnlyList<WorklistRow> Rows, WorklistKey? Next, WorklistKey? Previous = null);

/// <summary>How many are on each list, exact to <see cref="Most"/>; and whom the reader is to call back.</summary>
public sealed record WorklistCounts(int Mine, int Team, int Triage, int WithPartner, int Overdue, int DueToday, int Snoozed, int All, int Callbacks)
{
    /// <summary>Nothing anywhere.</summary>
    public static WorklistCounts None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Beyond this it is "more than".</summary>
    public const int Most = 1000;
}

/// <summary>Open cases, usually by deadline, sooner what residents keep asking about; within the reader's rights, in one query. Who reads what residents wrote, is seen looking.</summary>
public sealed class Worklists(UnitOfWork unit, TenantContext tenant, Looks looks, AreaTree areas)
{
    private const string InList = "list.";
    private const string InExport = "export.";
    private static readonly Duration Week = Duration.FromDays(7);

    /// <summary>A page of a list.</summary>
    public Task<WorklistPage> Page(WorklistQuery query, Actor by, int size, WorklistKey? after, CancellationToken cancel) =>
        Seen(InList + query.Kind, by, Forwards(query, by, size, after, cancel), cancel);

    /// <summary>A part of a list as it is taken out of the program.</summary>
    public Task<WorklistPage> Export(WorklistQuery query, Actor by, int size, WorklistKey? after, CancellationToken cancel) =>
        Seen(InExport + query.Kind, by, Forwards(query, by, size, after, cancel), cancel);

    /// <summary>The page that ends before a row; the first page when there is nothing before it.</summary>
    public async Task<WorklistPage> PageBefore(WorklistQuery query, Actor by, int size, WorklistKey before, CancellationToken cancel)
    {
        var page = await unit.Read(async db =>
        {
            var cases = (await Narrowed(db, query, by, cancel)).Beyond(query.Sort, backwards: true, before);
            var rows = await Rows(db, cases.In(query.Sort, backwards: true), query.Sort, size + 1, by, cancel);
            var more = rows.Count > size;
            if (more) rows.RemoveAt(size);
            rows.Reverse();
            return rows.Count == 0 ? null : new WorklistPage([.. rows.Select(row => row.Row)], rows[^1].Key, more ? rows[0].Key : null);
        });
        return page is null ? await Page(query, by, size, null, cancel) : await Seen(InList + query.Kind, by, Task.FromResult(page), cancel);
    }

    /// <summary>How many are on each list.</summary>
    public Task<WorklistCounts> Counts(Actor by, CancellationToken cancel) => unit.Read(async db =>
    {
        var today = await Today(db, cancel);
        var (mine, team, triage, withPartner) = (Some(WorklistKind.Mine), Some(WorklistKind.Team), Some(WorklistKind.Triage), Some(WorklistKind.WithPartner));
        var (overdue, dueToday, snoozed, all) = (Some(WorklistKind.Overdue), Some(WorklistKind.DueToday), Some(WorklistKind.Snoozed), Some(WorklistKind.All));
        var me = by.Staff;
        var callbacks = db.Callbacks.VisibleTo(by).Where(one => one.EndedAt == null && one.Owner == me).Take(WorklistCounts.Most + 1);
        // One round trip for all of them. A case has a type: where there is none, there is nothing to count.
        return await db.CaseTypes.OrderBy(type => type.Key).Take(1).Select(_ => new WorklistCounts(
            mine.Count(), team.Count(), triage.Count(), withPartner.Count(), overdue.Count(), dueToday.Count(), snoozed.Count(), all.Count(), callbacks.Count()))
            .FirstOrDefaultAsync(cancel) ?? WorklistCounts.None;

        IQueryable<Case> Some(WorklistKind kind) => Of(db, kind, by, today).Take(WorklistCounts.Most + 1);
    });

    /// <summary>How many came onto a list since a moment, exact to <see cref="WorklistCounts.Most"/>: somebody asked about them, or they were given to the team or the reader.</summary>
    public Task<int> News(WorklistQuery query, Actor by, Instant since, CancellationToken cancel) => unit.Read(async db =>
    {
        var cases = await Narrowed(db, query, by, cancel);
        var news = cases.Where(one => one.LastContactAt > since).Select(one => one.Id);
        if (query.Kind is WorklistKind.Mine or WorklistKind.Team)
        {
            // Each by its own index: what was given before the last contact is among those of the contacts.
            news = news.Union(cases.Where(one => one.TeamSince > since && one.TeamSince > one.LastContactAt).Select(one => one.Id))
                .Union(cases.Where(one => one.GivenAt > since && one.GivenAt > one.LastContactAt).Select(one => one.Id));
        }

        return await news.Take(WorklistCounts.Most + 1).CountAsync(cancel);
    });

    /// <summary>How many of these cases are not as somebody has them before them, or are there for them no more.</summary>
    public Task<int> Changed(IReadOnlyCollection<SeenCase> seen, Actor by, CancellationToken cancel) => unit.Read(async db =>
    {
        CaseId[] ids = [.. seen.Select(one => one.Id)];
        var stand = await db.Cases.VisibleTo(by).Where(one => ids.Contains(one.Id)).Select(one => new { one.Id, one.Version }).ToDictionaryAsync(one => one.Id, one => one.Version, cancel);
        return seen.Count(one => !stand.TryGetValue(one.Id, out var version) || version != one.Version);
    });

    /// <summary>Those of these cases that stand on a list, as they are now.</summary>
    public Task<WorklistPage> Again(WorklistQuery query, Actor by, IReadOnlyCollection<CaseId> ids, CancellationToken cancel) => Seen(InList + query.Kind, by, unit.Read(async db =>
    {
        CaseId[] some = [.. ids];
        var cases = (await Narrowed(db, query, by, cancel)).Where(one => some.Contains(one.Id)).In(query.Sort, backwards: false);
        return new WorklistPage([.. (await Rows(db, cases, query.Sort, some.Length, by, cancel)).Select(row => row.Row)], null);
    }), cancel);

    private Task<WorklistPage> Forwards(WorklistQuery query, Actor by, int size, WorklistKey? after, CancellationToken cancel) => unit.Read(async db =>
    {
        var cases = await Narrowed(db, query, by, cancel);
        if (after is { } key) cases = cases.Beyond(query.Sort, backwards: false, key);
        var rows = await Rows(db, cases.In(query.Sort, backwards: false), query.Sort, size + 1, by, cancel);
        var more = rows.Count > size;
        if (more) rows.RemoveAt(size);
        return new WorklistPage([.. rows.Select(row => row.Row)], more ? rows[^1].Key : null, after is null || rows.Count == 0 ? null : rows[0].Key);
    });

    private async Task<WorklistPage> Seen(string purpose, Actor by, Task<WorklistPage> reading, CancellationToken cancel)
    {
        var page = await reading;
        var partner = IsPartner(by) && by.Partner is { } own ? await unit.Read(db => PartnerDirectory.Find(db, own, cancel)) : null;
        if (!by.IsSystem && (partner is null ? CaseNames.MayRead(by) : CaseNames.MayRead(partner)))
            await looks.Write([.. page.Rows.Select(row => row.Id)], seen => new CasesLookedAt(seen, purpose), purpose, RequestKey.None, by, cancel);
        return page;
    }

    private static bool IsPartner(Actor by) => !by.May(Right.SeeCases) && by.Partner is not null;

    private static async Task<List<(WorklistKey Key, WorklistRow Row)>> Rows(
        LoketDb db, IQueryable<Case> cases, WorklistSort sort, int most, Actor by, CancellationToken cancel)
    {
        var isPartner = IsPartner(by);
        var rows = await cases.Take(most).Select(one => new
        {
            one.SortAt,
            one.SensitiveGroup,
            Row = new WorklistRow(
                one.Id, one.Version, one.Reference, one.Type, one.Subject, one.Category, one.Place.Area, one.Place.Address, one.Place.Asset, one.Danger, one.Status, one.Team,
                one.Handler, one.Partner, one.TriageReason, one.OpenedAt, one.DeadlineAt, new Norm(one.NormKind, one.NormAmount), one.SuspendedAt,
                one.Participants.Where(participant => participant.LeftAt == null).Select(participant => participant.Contact).Distinct().Count(), one.Urgency, one.LastContactAt, one.SnoozedUntil, one.SnoozeReason),
        }).ToListAsync(cancel);
        if (CaseNames.MayRead(by) && !isPartner) return rows.ConvertAll(row => (KeyOf(row.Row, row.SortAt), row.Row));

        var partner = isPartner && by.Partner is { } own ? await PartnerDirectory.Find(db, own, cancel) : null;
        var named = new List<(WorklistKey, WorklistRow)>(rows.Count);
        foreach (var row in rows)
        {
            var name = await CaseNames.Of(db, row.Row.Category, row.Row.Type, CaseNames.Language, cancel);
            named.Add((KeyOf(row.Row, row.SortAt), For(row.Row, name, row.SensitiveGroup, partner)));
        }

        return named;

        WorklistKey KeyOf(WorklistRow row, Instant sortAt) => new(sort == WorklistSort.LastContact ? row.LastContactAt : sortAt, row.Id);
    }

    private static WorklistRow For(WorklistRow row, string name, string? group, PartnerCard? partner)
    {
        if (partner is null) return row with { Subject = name, SnoozeReason = null };
        var seen = row with { SnoozedUntil = null, SnoozeReason = null, Subject = PartnerEyes.SubjectOf(row.Subject, name, group, partner) ?? "", Address = NationalNumbers.Hide(row.Address) };
        // Of what is sensitive neither what it is about nor where; the team that has it here would tell.
        return group is null ? seen : seen with { Type = "", Category = null, Team = null, Area = null, Address = null, Asset = null };
    }

    private async Task<IQueryable<Case>> Narrowed(LoketDb db, WorklistQuery query, Actor by, CancellationToken cancel)
    {
        var today = await Today(db, cancel);
        var (cases, filter) = (Of(db, query.Kind, by, today), query.Filter);
        if (filter.Category is { } category) cases = cases.Where(one => one.Category == category);
        if (filter.Status is { } status) cases = cases.Where(one => one.Status == status);
        if (filter.Handler is { } handler) cases = cases.Where(one => one.Handler == handler);
        if (filter.Unassigned) cases = cases.Where(one => one.Handler == null);
        if (filter.Danger) cases = cases.Where(one => one.Danger);
        if (filter.Area is { } area)
        {
            var map = await areas.Map(db, cancel);
            string?[] within = [.. map.All.Select(one => one.Key).Where(key => map.AndAbove(key).Contains(area))];
            cases = cases.Where(one => within.Contains(one.Place.Area));
        }

        return filter.Due is { } due ? Due(cases, due, today) : cases;
    }

    private static IQueryable<Case> Due(IQueryable<Case> cases, DueWithin due, (Instant Now, Instant End) today)
    {
        var (now, until) = (today.Now, due == DueWithin.Today ? today.End : today.Now + Week);
        return due == DueWithin.Late ? cases.Where(one => one.SortAt < now && one.DeadlineAt < now) : cases.Where(one => one.DeadlineAt >= now && one.DeadlineAt < until);
    }

    // Now, and when the day of the municipality ends.
    private async Task<(Instant Now, Instant End)> Today(LoketDb db, CancellationToken cancel)
    {
        var (now, zone) = (tenant.Tenant.Clock.Now(), (await Calendars.Current(db, cancel)).Zone);
        return (now, now.InZone(zone).Date.PlusDays(1).AtStartOfDayInZone(zone).ToInstant());
    }

    private static IQueryable<Case> Of(LoketDb db, WorklistKind kind, Actor by, (Instant Now, Instant End) today)
    {
        var open = db.Cases.VisibleTo(by).Where(one => one.Status != CaseStatus.Closed);
        var me = by.Staff;
        var now = today.Now;
        TeamId?[] teams = [.. by.Teams.Cast<TeamId?>()];
        return kind switch
        {
            // Whose day has come is to be done, also where the timer that wakes it did not run.
            WorklistKind.Mine => open.Where(one => one.Handler == me && (one.SnoozedUntil == null || one.SnoozedUntil <= now)),
            WorklistKind.Team => open.Where(one => teams.Contains(one.Team) && (one.SnoozedUntil == null || one.SnoozedUntil <= now)),
            // What waits to be placed has no team; that is said for the index.
            WorklistKind.Triage => open.Where(one => one.Team == null && one.TriageReason != null),
            WorklistKind.WithPartner => open.Where(one => one.Status == CaseStatus.WithPartner),
            // What is urgent is sorted before its deadline, never behind it: the first condition is for the index.
            WorklistKind.Overdue => open.Where(one => teams.Contains(one.Team) && one.SortAt < now && one.DeadlineAt < now),
            WorklistKind.DueToday => Due(open.Where(one => teams.Contains(one.Team)), DueWithin.Today, today),
            WorklistKind.Snoozed => open.Where(one => one.SnoozedUntil > now && (one.Handler == me || teams.Contains(one.Team))),
            _ => open,
        };
    }
}
