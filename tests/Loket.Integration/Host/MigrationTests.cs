using Loket.Storage.Tenancy;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Loket.Integration.Host;

public sealed class MigrationTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task The_migrations_make_the_model_as_it_is(Database database)
    {
        await using var town = await Town.On(database);
        await using var db = town.Open();
        Assert.False(db.Database.HasPendingModelChanges(), "Type: ./loket dev migrations");
        Assert.Equal(SchemaState.Current, await Schema.Look(db, Cancel));
    }

    [Theory, BothDatabases]
    public async Task Migrating_again_changes_nothing_and_puts_the_guards_back(Database database)
    {
        await using var town = await Town.On(database);
        await using var db = town.Open();
        await db.Database.ExecuteSqlRawAsync(
            database == Database.Sqlite ? "DROP TRIGGER journal_seals_no_update" : "DROP TRIGGER journal_seals_append_only ON journal_seals", Cancel);
        await db.Database.ExecuteSqlRawAsync(database == Database.Sqlite ? "DROP TRIGGER standing_teams_update" : "DROP TRIGGER standing_changed ON teams", Cancel);
        Assert.Equal(
            database == Database.Sqlite
                ? ["journal_seals_no_update on journal_seals", "standing_teams_update on teams"]
                : ["journal_seals_append_only on journal_seals", "standing_changed on teams"],
            (await town.Tenant.Database.Examine(db, Cancel)).MissingGuards);

        await town.Tenant.Database.Migrate(db, Cancel);

        Assert.Empty((await town.Tenant.Database.Examine(db, Cancel)).MissingGuards);
    }

    [Fact]
    public async Task The_lock_of_a_migration_that_was_killed_does_not_hold_up_the_next()
    {
        await using var town = await Town.On(Database.Sqlite);
        await using var db = town.Open();
        await db.Database.ExecuteSqlRawAsync("CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)", Cancel);
        await db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01 00:00:00')", Cancel);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(30));

        await town.Tenant.Database.Migrate(db, patience.Token);
    }
}
