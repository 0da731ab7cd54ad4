using Dapper;
using Loket.Storage.Standing;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Loket.Storage.Sqlite;

/// <summary>Looks at a database file and at how it is used.</summary>
internal static class SqliteExamination
{
    private static readonly string[] Guards =
    [
        "journal_entries_no_update on journal_entries", "journal_entries_no_delete on journal_entries",
        "journal_seals_no_update on journal_seals", "journal_seals_no_delete on journal_seals",
        "journal_subjects_no_update on journal_subjects", "journal_subjects_no_delete on journal_subjects",
        "case_type_versions_no_update on case_type_versions", "case_type_versions_no_delete on case_type_versions",
    ];

    private static readonly (string Pragma, string Value)[] Settings =
        [("journal_mode", "wal"), ("synchronous", "2"), ("secure_delete", "1"), ("foreign_keys", "1")];

    public static async Task<DatabaseCondition> Of(LoketDb db, CancellationToken cancel)
    {
        // One connection for all: the settings are those of a connection as the program opens it.
        await db.Database.OpenConnectionAsync(cancel);
        var connection = db.Database.GetDbConnection();
        var version = await connection.ExecuteScalarAsync<string>("SELECT sqlite_version()");
        var guards = (await connection.QueryAsync<string>("SELECT name || ' on ' || tbl_name FROM sqlite_master WHERE type = 'trigger'")).ToHashSet(StringComparer.Ordinal);
        var wrong = new List<string>();
        foreach (var (pragma, value) in Settings)
        {
            var found = await connection.ExecuteScalarAsync<string>($"PRAGMA {pragma}");
            if (found != value) wrong.Add($"{pragma} is {found}, not {value}");
        }

        var damage = await connection.ExecuteScalarAsync<string>("PRAGMA quick_check(1)");
        await db.Database.CloseConnectionAsync();
        var wanted = Guards.Concat(StandingTables.Of(db).SelectMany(Standing));
        return new DatabaseCondition($"SQLite {version}", null, [.. wanted.Where(guard => !guards.Contains(guard))], wrong, damage == "ok" ? null : damage);
    }

    private static IEnumerable<string> Standing(string table) => SqliteKind.StandingTriggers(table).Select(trigger => $"{trigger.Name} on {table}");
}
