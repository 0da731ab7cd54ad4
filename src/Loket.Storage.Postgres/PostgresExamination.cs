using Dapper;
using Loket.Storage.Standing;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Storage.Postgres;

/// <summary>Looks at a database and at the server that keeps it.</summary>
internal static class PostgresExamination
{
    private static readonly string[] Guards =
    [
        "journal_entries_append_only on journal_entries", "journal_seals_append_only on journal_seals", "journal_subjects_append_only on journal_subjects", "case_type_versions_stay on case_type_versions",
    ];

    // With any of these off a crash of the server may lose what was acknowledged.
    private static readonly string[] MustBeOn = ["fsync", "full_page_writes", "synchronous_commit"];

    public static async Task<DatabaseCondition> Of(LoketDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        var connection = db.Database.GetDbConnection();
        var version = await connection.ExecuteScalarAsync<string>("SHOW server_version");
        var microseconds = await connection.ExecuteScalarAsync<long>("SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint");
        var guards = (await connection.QueryAsync<string>("SELECT tgname || ' on ' || tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')")).ToHashSet(StringComparer.Ordinal);
        var wrong = new List<string>();
        foreach (var setting in MustBeOn)
        {
            if (await connection.ExecuteScalarAsync<string>($"SHOW {setting}") == "off") wrong.Add($"{setting} is off");
        }

        await db.Database.CloseConnectionAsync();
        var wanted = Guards.Concat(StandingTables.Of(db).Select(table => $"{PostgresKind.StandingTrigger} on {table}"));
        return new DatabaseCondition(
            $"PostgreSQL {version}", Instant.FromUnixTimeTicks(microseconds * 10), [.. wanted.Where(guard => !guards.Contains(guard))], wrong, null);
    }
}
