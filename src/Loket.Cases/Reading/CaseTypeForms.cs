using Loket.Cases.Types;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Reading;

/// <summary>A kind of case as it is worked on.</summary>
/// <param name="Details">What was filled in.</param>
/// <param name="Version">For a change that must not overwrite another's.</param>
/// <param name="Live">What counts now; null for a kind that never went live.</param>
/// <param name="LiveNumber">The number of what counts now; 0 for nothing.</param>
/// <param name="Differences">In what it differs from what counts now.</param>
/// <param name="Missing">What it lacks before it can go live.</param>
public sealed record CaseTypeSetUp(
    CaseTypeDetails Details, int Version, CaseTypeDetails? Live, int LiveNumber, IReadOnlyList<TypeDifference> Differences, IReadOnlyList<Failure> Missing)
{
    internal static CaseTypeSetUp Of(CaseTypeDraft draft, CaseTypeVersion? live, TypeReferences known) => new(
        draft.Details, draft.Version, live?.Details, live?.Number ?? 0, TypeDifferences.Between(live?.Details, draft.Details), TypeGaps.Of(draft.Details, known));
}

/// <summary>When a version of a kind of case went live, and in what it differs from the one before.</summary>
public sealed record TypeVersion(int Number, Instant LiveAt, CaseTypeDetails? Before, CaseTypeDetails Details, IReadOnlyList<TypeDifference> Differences);

/// <summary>A subject as it was set up.</summary>
/// <param name="Details">What was filled in.</param>
/// <param name="Active">Whether it can be chosen.</param>
/// <param name="Version">For a change that must not overwrite another's.</param>
public sealed record CategorySetUp(CategoryDetails Details, bool Active, int Version);

/// <summary>Kinds of case and subjects as they were set up, for the forms of who may change them.</summary>
public sealed class CaseTypeForms(UnitOfWork unit)
{
    /// <summary>A kind of case; null when there is none for this reader.</summary>
    public Task<CaseTypeSetUp?> Type(string key, Actor reader, CancellationToken cancel) => unit.Read(async db =>
        reader.May(Right.Configure) && await db.Set<CaseTypeDraft>().SingleOrDefaultAsync(draft => draft.Type == key, cancel) is { } draft
            ? CaseTypeSetUp.Of(draft, await db.LiveVersion(key, cancel), await TypeReferences.Of(db, cancel))
            : null);

    /// <summary>All kinds of case, by name, also those that never went live.</summary>
    public Task<IReadOnlyList<CaseTypeSetUp>> Types(Actor reader, CancellationToken cancel) => unit.Read<IReadOnlyList<CaseTypeSetUp>>(async db =>
    {
        if (!reader.May(Right.Configure)) return [];
        var (found, known) = (new List<CaseTypeSetUp>(), await TypeReferences.Of(db, cancel));
        foreach (var draft in await db.Set<CaseTypeDraft>().ToListAsync(cancel)) found.Add(CaseTypeSetUp.Of(draft, await db.LiveVersion(draft.Type, cancel), known));
        return [.. found.OrderBy(one => one.Details.NameNl, StringComparer.CurrentCultureIgnoreCase)];
    });

    /// <summary>The versions of a kind of case that went live, newest first.</summary>
    public Task<IReadOnlyList<TypeVersion>> Versions(string key, Actor reader, CancellationToken cancel) => unit.Read<IReadOnlyList<TypeVersion>>(async db =>
    {
        if (!reader.May(Right.Configure)) return [];
        var all = (await db.TypeVersions(cancel)).Values.Where(version => version.Type == key).OrderByDescending(version => version.Number).ToList();
        return [.. all.Select((version, place) => Of(version, all.ElementAtOrDefault(place + 1)?.Details))];
    });

    /// <summary>A subject; null when there is none for this reader.</summary>
    public Task<CategorySetUp?> Category(string key, Actor reader, CancellationToken cancel) => unit.Read(async db =>
        reader.May(Right.Configure) && await db.Categories.AsNoTracking().SingleOrDefaultAsync(category => category.Key == key, cancel) is { } one ? SetUpOf(one) : null);

    /// <summary>The subjects that nobody can choose any more.</summary>
    public Task<IReadOnlyList<CategorySetUp>> Retired(Actor reader, CancellationToken cancel) => unit.Read<IReadOnlyList<CategorySetUp>>(async db =>
        !reader.May(Right.Configure) ? [] : (await db.Categories.AsNoTracking().Where(category => !category.Active).OrderBy(category => category.NameNl).ToListAsync(cancel)).ConvertAll(SetUpOf));

    private static TypeVersion Of(CaseTypeVersion version, CaseTypeDetails? before) =>
        new(version.Number, version.LiveAt, before, version.Details, TypeDifferences.Between(before, version.Details));

    private static CategorySetUp SetUpOf(Category one) => new(
        new CategoryDetails(
            one.Key, one.Group, one.NameNl, one.NameEn, one.MeaningNl, one.MeaningEn, one.CaseType,
            one is { NormKind: { } kind, NormAmount: { } amount } ? new Norm(kind, amount) : null, one.Portfolio, one.RepeatRadius, one.Danger, one.DangerWords),
        one.Active, one.Version);
}
