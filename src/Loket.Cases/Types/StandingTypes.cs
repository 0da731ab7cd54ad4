using Loket.Storage;
using Loket.Storage.Standing;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Types;

/// <summary>Types and subjects as they stand, for reading; shared, so never changed or tracked.</summary>
internal static class StandingTypes
{
    private static readonly Kept<IReadOnlyDictionary<string, CaseType>> Types = new(async (db, cancel) =>
        await db.CaseTypes.AsNoTracking().ToDictionaryAsync(type => type.Key, StringComparer.Ordinal, cancel));

    private static readonly Kept<IReadOnlyDictionary<(string Type, int Number), CaseTypeVersion>> Versions = new(async (db, cancel) =>
        await db.Set<CaseTypeVersion>().AsNoTracking().ToDictionaryAsync(version => (version.Type, version.Number), cancel));

    private static readonly Kept<IReadOnlyDictionary<string, Category>> Categories = new(async (db, cancel) =>
        await db.Categories.AsNoTracking().ToDictionaryAsync(category => category.Key, StringComparer.Ordinal, cancel));

    extension(LoketDb db)
    {
        /// <summary>The type with a key; null for none.</summary>
        internal async Task<CaseType?> TypeOf(string key, CancellationToken cancel) => (await Types.Of(db, cancel)).GetValueOrDefault(key);

        /// <summary>All that went live, by type and number.</summary>
        internal Task<IReadOnlyDictionary<(string Type, int Number), CaseTypeVersion>> TypeVersions(CancellationToken cancel) => Versions.Of(db, cancel);

        /// <summary>What is live of a type; null for nothing.</summary>
        internal async Task<CaseTypeVersion?> LiveVersion(string key, CancellationToken cancel) =>
            await db.TypeOf(key, cancel) is { } type ? (await Versions.Of(db, cancel))[(type.Key, type.Number)] : null;

        /// <summary>The type of a case, in the version that the case keeps.</summary>
        internal async Task<CaseTypeDetails> TypeOf(Case found, CancellationToken cancel) => (await Versions.Of(db, cancel))[(found.Type, found.TypeVersion)].Details;

        /// <summary>The type for a formal paper; null for none.</summary>
        internal async Task<CaseType?> TypeFor(Contacts.FormalPaper paper, CancellationToken cancel) =>
            (await Types.Of(db, cancel)).Values.FirstOrDefault(type => type.FormalPaper == paper);

        /// <summary>The subject with a key; null for none.</summary>
        internal async Task<Category?> CategoryOf(string? key, CancellationToken cancel) =>
            key is null ? null : (await Categories.Of(db, cancel)).GetValueOrDefault(key);
    }
}
