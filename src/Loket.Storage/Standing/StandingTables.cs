using Microsoft.EntityFrameworkCore;

namespace Loket.Storage.Standing;

/// <summary>The tables whose changes are noted.</summary>
public static class StandingTables
{
    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Of(LoketDb db) =>
        [.. db.Model.GetEntityTypes().Where(type => typeof(IStanding).IsAssignableFrom(type.ClrType)).Select(type => type.GetTableName()!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Makes the triggers anew, as one database writes them.</summary>
    public static async Task Note(LoketDb db, Func<string, IEnumerable<string>> triggers, CancellationToken cancel)
    {
        foreach (var sql in Of(db).SelectMany(triggers)) await db.Database.ExecuteSqlRawAsync(sql, cancel);
    }
}
