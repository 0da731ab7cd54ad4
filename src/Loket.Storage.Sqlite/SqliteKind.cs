using System.Data.Common;
using System.Reflection;
using System.Runtime.CompilerServices;
using Loket.Storage.Jobs;
using Loket.Storage.Model;
using Loket.Storage.Standing;
using Loket.Storage.Tenancy;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Loket.Storage.Sqlite;

/// <summary>SQLite: one file, one writer at a time.</summary>
public sealed class SqliteKind : IDatabaseKind
{
    private const int MostTries = 50;
    private static readonly TimeSpan PauseBetween = TimeSpan.FromMilliseconds(100);
    // https://www.sqlite.org/rescode.html
    private const int Busy = 5, Locked = 6, ReadOnly = 8, InputOutput = 10, DiskFull = 13, CannotOpen = 14;

    private static readonly Pragmas Settings = new();

    /// <summary>The connection string of a database file.</summary>
    public static string ConnectionTo(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 30 }.ToString();

    /// <inheritdoc />
    public string Name => "sqlite";

    /// <inheritdoc />
    public bool StoresIdsAsBytes => true;

    /// <inheritdoc />
    public string? TextCollation => null;

    /// <inheritdoc />
    public bool OneWriter => true;

    /// <inheritdoc />
    public string ClaimJobsSql => """
        UPDATE jobs SET owner = @owner, attempt = attempt + 1, ready_at = @lease
        WHERE id IN (SELECT id FROM jobs WHERE state = 'Open' AND due_at <= @now AND ready_at <= @machine ORDER BY due_at LIMIT @count)
        RETURNING id, kind, payload, attempt
        """;

    /// <inheritdoc />
    public void Configure(DbContextOptionsBuilder options, string connection) =>
        options.UseSqlite(connection, sqlite => sqlite.MigrationsAssembly(Assembly.GetExecutingAssembly())).AddInterceptors(Settings);

    /// <inheritdoc />
    public object Parameter(Guid id) => id.ToByteArray(bigEndian: true);

    /// <inheritdoc />
    public Task WaitTurn(LoketDb db, string thing, CancellationToken cancel) => Task.CompletedTask;

    /// <inheritdoc />
    public Task Measure(LoketDb db, string table, CancellationToken cancel) => Task.CompletedTask;

    /// <inheritdoc />
    public async Task ForgetErased(LoketDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await using var empty = db.Database.GetDbConnection().CreateCommand();
        empty.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        // Whoever reads at that moment keeps the log as it is, which is a result and no error.
        for (var tries = 0; await empty.ExecuteScalarAsync(cancel) is not 0L; tries++)
        {
            if (tries == MostTries) throw new TimeoutException("The log of the database is in use all the time, so what was erased stands in it still.");
            await Task.Delay(PauseBetween, cancel);
        }
    }

    /// <inheritdoc />
    public Task<IWorkerLine?> OpenWorkerLine(string connection, Guid worker, CancellationToken cancel) => Task.FromResult<IWorkerLine?>(null);

    /// <inheritdoc />
    public async Task Migrate(LoketDb db, CancellationToken cancel)
    {
        await BreakStaleLock(db, cancel);
        await Schema.Update(db, cancel);
        await RepeatableSql.Apply(db, Assembly.GetExecutingAssembly(), cancel);
        await StandingTables.Note(db, Triggers, cancel);
    }

    /// <inheritdoc />
    public Task<DatabaseCondition> Examine(LoketDb db, CancellationToken cancel) => SqliteExamination.Of(db, cancel);

    /// <inheritdoc />
    public bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteExtendedErrorCode: 1555 or 2067 };

    /// <inheritdoc />
    public bool IsOutage(DbException exception) => exception is SqliteException { SqliteErrorCode: Busy or Locked or ReadOnly or InputOutput or DiskFull or CannotOpen };

    /// <inheritdoc />
    public bool IsTransient(Exception exception) =>
        (exception as SqliteException ?? exception.InnerException as SqliteException) is { SqliteErrorCode: Busy or Locked };

    /// <summary>A migration that was killed leaves its lock in the database, for which EF Core waits for ever.
    /// Whoever migrates holds the lock of the operating system beside the file, so that here nobody else can be busy.</summary>
    private static async Task BreakStaleLock(LoketDb db, CancellationToken cancel)
    {
        if (await Schema.Look(db, cancel) != SchemaState.Missing)
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancel);
    }

    /// <summary>The triggers that note changes of a table.</summary>
    internal static IEnumerable<(string Name, string Change)> StandingTriggers(string table) =>
        ((string[])["INSERT", "UPDATE", "DELETE"]).Select(change => ($"standing_{table}_{change.ToLowerInvariant()}", change));

    private static IEnumerable<string> Triggers(string table)
    {
        foreach (var (name, change) in StandingTriggers(table))
        {
            yield return $"DROP TRIGGER IF EXISTS {name}";
            yield return $"CREATE TRIGGER {name} AFTER {change} ON {table} BEGIN UPDATE standing_stamp SET value = random(); END";
        }
    }

    /// <summary>Settings that SQLite keeps per connection.</summary>
    private sealed class Pragmas : DbConnectionInterceptor
    {
        // FULL: with NORMAL a power cut can lose acknowledged commits. secure_delete: what is erased is overwritten.
        private const string Sql = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cache_size = -32000;";

        // The pool gives the same connection out again and again.
        private readonly ConditionalWeakTable<object, object> ready = [];

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            if (!ready.TryAdd(((SqliteConnection)connection).Handle!, Sql)) return;
            using var command = connection.CreateCommand();
            command.CommandText = Sql;
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
