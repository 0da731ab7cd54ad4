using Loket.Hosting;
using Loket.Storage;
using Loket.Storage.Compiled;
using Loket.Storage.Tenancy;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
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
    public async Task The_generated_model_is_the_one_that_the_entities_make(Database database)
    {
        await using var town = await Town.On(database);
        var kind = town.Tenant.Database;
        var generated = Assert.IsAssignableFrom<IModel>(CompiledModels.Of(kind));
        await using var made = new Databases(Composition.Rooms with { Compiled = _ => null }).Open(kind, town.Tenant.Connection);

        Assert.Equal(Described(made.Model), Described(generated));
    }

    [Theory, BothDatabases]
    public async Task Migrating_again_changes_nothing_and_puts_the_guards_back(Database database)
    {
        await using var town = await Town.On(database);
        await using var db = town.Open();
        await db.Database.ExecuteSqlRawAsync(
            database == Database.Sqlite ? "DROP TRIGGER journal_seals_no_update" : "DROP TRIGGER journal_seals_append_only ON journal_seals", Cancel);
        await db.Database.ExecuteSqlRawAsync(
            database == Database.Sqlite ? "DROP TRIGGER journal_subjects_no_delete" : "DROP TRIGGER journal_subjects_append_only ON journal_subjects", Cancel);
        await db.Database.ExecuteSqlRawAsync(database == Database.Sqlite ? "DROP TRIGGER standing_teams_update" : "DROP TRIGGER standing_changed ON teams", Cancel);
        Assert.Equal(
            database == Database.Sqlite
                ? ["journal_seals_no_update on journal_seals", "journal_subjects_no_delete on journal_subjects", "standing_teams_update on teams"]
                : ["journal_seals_append_only on journal_seals", "journal_subjects_append_only on journal_subjects", "standing_changed on teams"],
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

    // What entities look like, and in which tables and columns they stand; generated code adds marks of its own beside that.
    private static string Described(IModel model)
    {
        const MetadataDebugStringOptions WithoutMarks = MetadataDebugStringOptions.LongDefault & ~MetadataDebugStringOptions.IncludeAnnotations;
        return model.ToDebugString(WithoutMarks) + model.GetRelationalModel().ToDebugString(WithoutMarks);
    }
}
