using System.Data.Common;
using System.Reflection;
using Loket.Storage.Jobs;
using Loket.Storage.Model;
using Loket.Storage.Standing;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Loket.Storage.Postgres;

/// <summary>PostgreSQL, where several nodes are needed.</summary>
public sealed class PostgresKind : IDatabaseKind
{
    private static readonly BrokenConnections Broken = new();

    /// <inheritdoc />
    public string Name => "postgres";

    /// <inheritdoc />
    public bool StoresIdsAsBytes => false;

    /// <inheritdoc />
    public string? TextCollation => "C";

    /// <inheritdoc />
    public bool OneWriter => false;

    /// <inheritdoc />
    public string ClaimJobsSql => """
        UPDATE jobs SET owner = @owner, attempt = attempt + 1, ready_at = @lease
        WHERE id IN (SELECT id FROM jobs WHERE state = 'Open' AND due_at <= @now AND ready_at <= @machine
                     ORDER BY due_at LIMIT @count FOR UPDATE SKIP LOCKED)
        RETURNING id, kind, payload, attempt
        """;

    /// <inheritdoc />
    public void Configure(DbContextOptionsBuilder options, string connection) =>
        options.UseNpgsql(Prepared(connection), npgsql => npgsql.MigrationsAssembly(Assembly.GetExecutingAssembly())).AddInterceptors(Broken);

    // The same few hundred statements come again and again: the server keeps how it does them. What the operator set himself stays.
    private static string Prepared(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        if (settings.MaxAutoPrepare == 0) (settings.MaxAutoPrepare, settings.AutoPrepareMinUsages) = (300, 3);
        // Nothing of ours stays behind in a session (the worker's line has a connection of its own), so there is nothing to clear at each use.
        settings.NoResetOnClose = true;
        // Questions are short. Compiling one takes up to seconds, which the server finds worth it where it does not know yet how few rows there are.
        settings.Options = $"-c jit=off {settings.Options}".TrimEnd();
        return settings.ToString();
    }

    /// <inheritdoc />
    public object Parameter(Guid id) => id;

    /// <inheritdoc />
    public Task WaitTurn(LoketDb db, string thing, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({thing}, 0))", cancel);

    /// <inheritdoc />
    public Task Measure(LoketDb db, string table, CancellationToken cancel)
    {
        var analyze = "ANALYZE " + db.GetService<ISqlGenerationHelper>().DelimitIdentifier(table);
        return db.Database.ExecuteSqlRawAsync(analyze, cancel);
    }

    /// <inheritdoc />
    /// <remarks>Vacuuming does it by itself, at a moment of the database's own.</remarks>
    public Task ForgetErased(LoketDb db, CancellationToken cancel) => Task.CompletedTask;

    /// <inheritdoc />
    public async Task<IWorkerLine?> OpenWorkerLine(string connection, Guid worker, CancellationToken cancel) =>
        await PostgresWorkerLine.Open(connection, worker, cancel);

    /// <inheritdoc />
    public async Task Migrate(LoketDb db, CancellationToken cancel)
    {
        await Schema.Update(db, cancel);
        await RepeatableSql.Apply(db, Assembly.GetExecutingAssembly(), cancel);
        await StandingTables.Note(db, Triggers, cancel);
    }

    /// <summary>The trigger, by the same name on each table, that notes changes of it.</summary>
    internal const string StandingTrigger = "standing_changed";

    private static IEnumerable<string> Triggers(string table) =>
    [
        "CREATE OR REPLACE FUNCTION standing_changed() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN UPDATE standing_stamp SET value = (random() * 9007199254740991)::bigint; RETURN NULL; END'",
        $"CREATE OR REPLACE TRIGGER {StandingTrigger} AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION standing_changed()",
    ];

    /// <inheritdoc />
    public Task<DatabaseCondition> Examine(LoketDb db, CancellationToken cancel) => PostgresExamination.Of(db, cancel);

    /// <inheritdoc />
    public bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <inheritdoc />
    public bool IsOutage(DbException exception) => exception.IsTransient;

    /// <inheritdoc />
    public bool IsTransient(Exception exception) =>
        (exception as PostgresException ?? exception.InnerException as PostgresException)
            is { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };

    /// <summary>When the server was away, every connection that waits in the pool is broken: the first that shows it takes the others out, so that one request fails and not all.</summary>
    private sealed class BrokenConnections : DbCommandInterceptor
    {
        public override void CommandFailed(DbCommand command, CommandErrorEventData eventData)
        {
            if (eventData.Exception is NpgsqlException { InnerException: IOException } && command.Connection is NpgsqlConnection broken) NpgsqlConnection.ClearPool(broken);
        }

        public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
        {
            CommandFailed(command, eventData);
            return Task.CompletedTask;
        }
    }
}
