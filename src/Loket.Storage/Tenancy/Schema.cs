using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Loket.Storage.Tenancy;

/// <summary>How the tables of a database stand against this version of the program.</summary>
public enum SchemaState
{
    /// <summary>There is no database, or it is empty.</summary>
    Missing,

    /// <summary>Made by an older version: to be migrated.</summary>
    Behind,

    /// <summary>The schema of this version.</summary>
    Current,

    /// <summary>Made by a version that knows something which this program does not: a newer one, or one of which the migrations were made anew since.</summary>
    Another,
}

/// <summary>The tables of a database.</summary>
public static class Schema
{
    /// <summary>How the tables stand; nothing is made. Throws when the database can't be reached.</summary>
    public static async Task<SchemaState> Look(LoketDb db, CancellationToken cancel)
    {
        var database = db.GetService<IRelationalDatabaseCreator>();
        // The server answers while EF Core makes its model, which takes longest of all that a start needs.
        var exists = database.ExistsAsync(cancel);
        _ = db.Model;
        if (!await exists || !await database.HasTablesAsync(cancel)) return SchemaState.Missing;
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancel)).ToList();
        if (applied.Exists(one => !known.Contains(one))) return SchemaState.Another;
        return applied.Count == known.Count ? SchemaState.Current : SchemaState.Behind;
    }

    /// <summary>Makes the tables or brings them up to date.</summary>
    public static Task Update(LoketDb db, CancellationToken cancel) => db.Database.MigrateAsync(cancel);
}
