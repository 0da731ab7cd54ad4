using Loket.Cases.Types;
using Loket.Contacts;
using Loket.Kernel.Calendars;
using Loket.Storage;
using Loket.Storage.Standing;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Reading;

/// <summary>A subject that can be chosen.</summary>
public sealed record CategoryCard(
    string Key, string Group, string NameNl, string NameEn, string MeaningNl, string MeaningEn, string CaseType, string? Portfolio, bool Danger,
    Confidentiality Confidentiality, NormKind NormKind, int NormAmount);

/// <summary>A kind of case.</summary>
public sealed record CaseTypeCard(
    string Key, string NameNl, string NameEn, Confidentiality Confidentiality, string? SensitiveGroup, FormalPaper? FormalPaper, NormKind NormKind,
    int NormAmount);

/// <summary>Subjects and types, for choosing and for showing names.</summary>
public sealed class CategoryList(UnitOfWork unit)
{
    private static readonly Kept<IReadOnlyList<CategoryCard>> Subjects = new(async (db, cancel) => await (
        from category in db.Categories.AsNoTracking()
        where category.Active
        join type in db.CaseTypes on category.CaseType equals type.Key
        orderby category.Group, category.NameNl
        select new CategoryCard(
            category.Key, category.Group, category.NameNl, category.NameEn, category.MeaningNl, category.MeaningEn, category.CaseType, category.Portfolio,
            category.Danger, type.Confidentiality, category.NormKind ?? type.NormKind, category.NormAmount ?? type.NormAmount)).ToListAsync(cancel));

    private static readonly Kept<IReadOnlyList<CaseTypeCard>> Kinds = new(async (db, cancel) =>
        (await db.CaseTypes.AsNoTracking().OrderBy(type => type.NameNl).ToListAsync(cancel)).ConvertAll(type => new CaseTypeCard(
            type.Key, type.NameNl, type.NameEn, type.Confidentiality, type.SensitiveGroup, type.FormalPaper, type.NormKind, type.NormAmount)));

    /// <summary>The subjects in use, by group and name.</summary>
    public Task<IReadOnlyList<CategoryCard>> All(CancellationToken cancel) => unit.Read(db => Subjects.Of(db, cancel));

    /// <summary>The types, as they are live.</summary>
    public Task<IReadOnlyList<CaseTypeCard>> Types(CancellationToken cancel) => unit.Read(db => Kinds.Of(db, cancel));
}
