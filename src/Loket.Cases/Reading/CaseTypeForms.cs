using Loket.Cases.Types;
using Loket.Kernel.Calendars;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Reading;

/// <summary>A kind of case as it was set up.</summary>
/// <param name="Details">What was filled in.</param>
/// <param name="Version">For a change that must not overwrite another's.</param>
public sealed record CaseTypeSetUp(CaseTypeDetails Details, int Version);

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
        reader.May(Right.Configure) && await db.CaseTypes.AsNoTracking().SingleOrDefaultAsync(type => type.Key == key, cancel) is { } type
            ? new CaseTypeSetUp(
                new CaseTypeDetails(
                    type.Key, type.NameNl, type.NameEn, type.Confidentiality, type.Norm, type.Results, type.SensitiveGroup, type.ReopenDays, type.FormalPaper),
                type.Version)
            : null);

    /// <summary>A subject; null when there is none for this reader.</summary>
    public Task<CategorySetUp?> Category(string key, Actor reader, CancellationToken cancel) => unit.Read(async db =>
        reader.May(Right.Configure) && await db.Categories.AsNoTracking().SingleOrDefaultAsync(category => category.Key == key, cancel) is { } one ? SetUpOf(one) : null);

    /// <summary>The subjects that nobody can choose any more.</summary>
    public Task<IReadOnlyList<CategorySetUp>> Retired(Actor reader, CancellationToken cancel) => unit.Read<IReadOnlyList<CategorySetUp>>(async db =>
        !reader.May(Right.Configure) ? [] : (await db.Categories.AsNoTracking().Where(category => !category.Active).OrderBy(category => category.NameNl).ToListAsync(cancel)).ConvertAll(SetUpOf));

    private static CategorySetUp SetUpOf(Category one) => new(
        new CategoryDetails(
            one.Key, one.Group, one.NameNl, one.NameEn, one.MeaningNl, one.MeaningEn, one.CaseType,
            one is { NormKind: { } kind, NormAmount: { } amount } ? new Norm(kind, amount) : null, one.Portfolio, one.RepeatRadius, one.Danger, one.DangerWords),
        one.Active, one.Version);
}
