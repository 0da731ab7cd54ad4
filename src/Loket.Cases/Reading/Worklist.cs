using Loket.Cases.Handovers;
using Loket.Cases.Routing;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Organisation.Partners;
using Loket.Organisation.Rights;
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

    /// <summary>All open cases.</summary>
    All,
}

/// <summary>One row of a list.</summary>
public sealed record WorklistRow(
    CaseId Id, int Version, string Reference, string Type, string Subject, string? Category, string? Area, string? Address, string? Asset, bool Danger, CaseStatus Status,
    TeamId? Team, StaffId? Handler, PartnerId? Partner, TriageReason? TriageReason, Instant OpenedAt, Instant? DeadlineAt, Norm Norm, Instant? SuspendedAt, int Contacts, int Urgency);

/// <summary>Where the next page begins.</summary>
public readonly record struct WorklistKey(Instant SortAt, CaseId Id);

/// <summary>A page of a list.</summary>
/// <param name="Rows">The rows, most urgent first.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
/// <param name="Previous">Before what the page before ends; null on the first.</param>
public sealed record WorklistPage(IReadOnlyList<WorklistRow> Rows, WorklistKey? Next, WorklistKey? Previous = null);

/// <summary>How many are on each list, exact to <see cref="Most"/>.</summary>
public sealed record WorklistCounts(int Mine, int Team, int Triage, int WithPartner, int Overdue, int All)
{
    /// <summary>Beyond this it is "more than".</summary>
    public const int Most = 1000;
}

/// <summary>Open cases by deadline, sooner what residents keep asking about, within the reader's rights, in one query. Who reads what residents wrote, is seen looking.</summary>
public sealed class Worklists(UnitOfWork unit, TenantContext tenant, Looks looks)
{
    /// <summary>A page of a list.</summary>
    public Task<WorklistPage> Page(WorklistKind kind, Actor by, int size, WorklistKey? after, CancellationToken cancel) => Seen(kind, by, unit.Read(async db =>
    {
        var cases = Of(db, kind, by, tenant.Tenant.Clock.Now());
        if (after is { } key)
        {
            // The first condition looks superfluous; without it PostgreSQL scans.
            cases = cases.Where(one => one.SortAt >= key.SortAt && (one.SortAt > key.SortAt || one.Id > key.Id));
        }

        var rows = await Rows(db, cases.OrderBy(one => one.SortAt).ThenBy(one => one.Id), size + 1, by, cancel);
        var more = rows.Count > size;
        if (more) rows.RemoveAt(size);
        return new WorklistPage([.. rows.Select(row => row.Row)], more ? rows[^1].Key : null, after is null || rows.Count == 0 ? null : rows[0].Key);
    }), cancel);

    /// <summary>The page that ends before a row; the first page when there is nothing before it.</summary>
    public async Task<WorklistPage> PageBefore(WorklistKind kind, Actor by, int size, WorklistKey before, CancellationToken cancel)
    {
        var page = await unit.Read(async db =>
        {
            var cases = Of(db, kind, by, tenant.Tenant.Clock.Now()).Where(one => one.SortAt <= before.SortAt && (one.SortAt < before.SortAt || one.Id < before.Id));
            var rows = await Rows(db, cases.OrderByDescending(one => one.SortAt).ThenByDescending(one => one.Id), size + 1, by, cancel);
            var more = rows.Count > size;
            if (more) rows.RemoveAt(size);
            rows.Reverse();
            return rows.Count == 0 ? null : new WorklistPage([.. rows.Select(row => row.Row)], rows[^1].Key, more ? rows[0].Key : null);
        });
        return page is null ? await Page(kind, by, size, null, cancel) : await Seen(kind, by, Task.FromResult(page), cancel);
    }

    /// <summary>How many are on each list.</summary>
    public Task<WorklistCounts> Counts(Actor by, CancellationToken cancel) => unit.Read(async db =>
    {
        var now = tenant.Tenant.Clock.Now();
        return new WorklistCounts(
            await Count(WorklistKind.Mine), await Count(WorklistKind.Team), await Count(WorklistKind.Triage), await Count(WorklistKind.WithPartner),
            await Count(WorklistKind.Overdue), await Count(WorklistKind.All));

        Task<int> Count(WorklistKind kind) => Of(db, kind, by, now).Take(WorklistCounts.Most + 1).CountAsync(cancel);
    });

    private async Task<WorklistPage> Seen(WorklistKind kind, Actor by, Task<WorklistPage> reading, CancellationToken cancel)
    {
        var (page, purpose) = (await reading, "list." + kind);
        var partner = IsPartner(by) && by.Partner is { } own ? await unit.Read(db => PartnerDirectory.Find(db, own, cancel)) : null;
        if (!by.IsSystem && (partner is null ? CaseNames.MayRead(by) : CaseNames.MayRead(partner)))
            await looks.Write([.. page.Rows.Select(row => row.Id)], seen => new CasesLookedAt(seen, purpose), purpose, RequestKey.None, by, cancel);
        return page;
    }

    private static bool IsPartner(Actor by) => !by.May(Right.SeeCases) && by.Partner is not null;

    private static async Task<List<(WorklistKey Key, WorklistRow Row)>> Rows(
        LoketDb db, IQueryable<Case> cases, int most, Actor by, CancellationToken cancel)
    {
        var isPartner = IsPartner(by);
        var rows = await cases.Take(most).Select(one => new
        {
            one.SortAt,
            one.SensitiveGroup,
            Row = new WorklistRow(
                one.Id, one.Version, one.Reference, one.Type, one.Subject, one.Category, one.Place.Area, one.Place.Address, one.Place.Asset, one.Danger, one.Status, one.Team,
                one.Handler, one.Partner, one.TriageReason, one.OpenedAt, one.DeadlineAt, new Norm(one.NormKind, one.NormAmount), one.SuspendedAt,
                one.Participants.Count(participant => participant.LeftAt == null), one.Urgency),
        }).ToListAsync(cancel);
        if (CaseNames.MayRead(by) && !isPartner) return rows.ConvertAll(row => (new WorklistKey(row.SortAt, row.Row.Id), row.Row));

        var partner = isPartner && by.Partner is { } own ? await PartnerDirectory.Find(db, own, cancel) : null;
        var named = new List<(WorklistKey, WorklistRow)>(rows.Count);
        foreach (var row in rows)
        {
            var name = await CaseNames.Of(db, row.Row.Category, row.Row.Type, CaseNames.Language, cancel);
            named.Add((new WorklistKey(row.SortAt, row.Row.Id), For(row.Row, name, row.SensitiveGroup, partner)));
        }

        return named;
    }

    private static WorklistRow For(WorklistRow row, string name, string? group, PartnerCard? partner)
    {
        if (partner is null) return row with { Subject = name };
        var seen = row with { Subject = PartnerEyes.SubjectOf(row.Subject, name, group, partner) ?? "", Address = NationalNumbers.Hide(row.Address) };
        // Of what is sensitive neither what it is about nor where; the team that has it here would tell.
        return group is null ? seen : seen with { Type = "", Category = null, Team = null, Area = null, Address = null, Asset = null };
    }

    private static IQueryable<Case> Of(LoketDb db, WorklistKind kind, Actor by, Instant now)
    {
        var open = db.Cases.VisibleTo(by).Where(one => one.Status != CaseStatus.Closed);
        var me = by.Staff;
        TeamId?[] teams = [.. by.Teams.Cast<TeamId?>()];
        return kind switch
        {
            WorklistKind.Mine => open.Where(one => one.Handler == me),
            WorklistKind.Team => open.Where(one => teams.Contains(one.Team)),
            WorklistKind.Triage => open.Where(one => one.TriageReason != null),
            WorklistKind.WithPartner => open.Where(one => one.Status == CaseStatus.WithPartner),
            // What is urgent is sorted before its deadline, never behind it: the first condition is for the index.
            WorklistKind.Overdue => open.Where(one => teams.Contains(one.Team) && one.SortAt < now && one.DeadlineAt < now),
            _ => open,
        };
    }
}
