using System.Globalization;
using Loket.Integration.Residents;
using Loket.Kernel;
using Loket.Storage;
using Loket.Storage.Jobs;
using Loket.Storage.Journal;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Loket.Integration.Host;

public sealed class JournalChainTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_journal_that_nobody_touched_is_whole_and_its_daily_seal_agrees(Database database)
    {
        await using var town = await WithLinks(database, 5);
        await Write(town);

        var report = await Verify(town);

        Assert.Null(report.Break);
        Assert.Equal((1, 1), (report.Waiting, report.Seals));
        Assert.True(report.Linked >= 5);
        Assert.NotNull(report.WaitingSince);
    }

    [Theory, BothDatabases]
    public async Task A_changed_entry_is_found(Database database)
    {
        await using var town = await WithLinks(database, 5);
        await Tamper(town, "journal_entries", "UPDATE journal_entries SET kind = 'other' WHERE id = (SELECT entry_id FROM journal_seals WHERE position = 3)");

        var report = await Verify(town);

        Assert.Equal((JournalBreak.EntryChanged, 2L), (report.Break, report.Linked));
    }

    [Theory, BothDatabases]
    public async Task A_removed_entry_is_found(Database database)
    {
        await using var town = await WithLinks(database, 5);
        await Tamper(town, "journal_entries", "DELETE FROM journal_entries WHERE id = (SELECT entry_id FROM journal_seals WHERE position = 4)");

        Assert.Equal((JournalBreak.EntryMissing, "4"), Found(await Verify(town)));
    }

    [Theory, BothDatabases]
    public async Task A_removed_link_is_found(Database database)
    {
        await using var town = await WithLinks(database, 5);
        await Tamper(town, "journal_seals", "DELETE FROM journal_seals WHERE position = 2");

        Assert.Equal((JournalBreak.LinkMissing, "2"), Found(await Verify(town)));
    }

    [Theory, BothDatabases]
    public async Task Links_and_entries_cut_off_the_end_contradict_the_daily_seal(Database database)
    {
        await using var town = await WithLinks(database, 5);
        var last = (await Verify(town)).Linked;
        await Tamper(town, "journal_entries", $"DELETE FROM journal_entries WHERE id IN (SELECT entry_id FROM journal_seals WHERE position > {last - 2})");
        await Tamper(town, "journal_seals", $"DELETE FROM journal_seals WHERE position > {last - 2}");

        Assert.Equal((JournalBreak.LinkMissing, last.ToString(CultureInfo.InvariantCulture)), Found(await Verify(town)));
    }

    [Theory, BothDatabases]
    public async Task Personal_values_that_were_not_written_with_their_entry_are_found(Database database)
    {
        await using var town = await WithLinks(database, 3);
        var salt = database == Database.Sqlite ? "x'00'" : "'\\x00'::bytea";
        var insert = $"INSERT INTO journal_personal (entry_id, salt, data) SELECT entry_id, {salt}, 'x' FROM journal_seals WHERE position = 2";
        await using (var db = town.Open()) await db.Database.ExecuteSqlRawAsync(insert, Cancel);

        Assert.Equal((JournalBreak.PersonalChanged, 1L), ((await Verify(town)).Break, (await Verify(town)).Linked));
    }

    [Theory, BothDatabases]
    public async Task An_entry_slipped_past_the_sealer_is_found(Database database)
    {
        await using var town = await WithLinks(database, 2);
        await Write(town);
        await using (var db = town.Open()) await db.Database.ExecuteSqlRawAsync("DELETE FROM journal_unsealed", Cancel);

        Assert.Equal(JournalBreak.NotLinked, (await Verify(town)).Break);
    }

    [Theory, BothDatabases]
    public async Task A_seal_on_disk_that_was_rewritten_is_found(Database database)
    {
        await using var town = await WithLinks(database, 5);
        var file = Assert.Single(Directory.GetFiles(Path.Combine(town.Tenant.Folder, "seals")));
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, Cancel)).Replace("\"chain\":\"", "\"chain\":\"00", StringComparison.Ordinal), Cancel);

        Assert.Equal(JournalBreak.SealContradicts, (await Verify(town)).Break);
    }

    [Theory, BothDatabases]
    public async Task Erased_personal_values_leave_the_chain_whole(Database database)
    {
        await using var town = await Town.On(database);
        using (var resident = new Visitor(town.Client())) await resident.Sends("Lantaarnpaal 118-042 brandt niet", "118-042");
        await WithLinks(town, 2);
        await using var db = town.Open();
        var erased = await db.Database.ExecuteSqlRawAsync("DELETE FROM journal_personal", Cancel);
        Assert.True(erased > 0);

        var report = await Verify(town);

        Assert.Null(report.Break);
        Assert.True(report.Linked > erased);
    }

    [Theory, BothDatabases]
    public async Task A_daily_seal_that_could_not_be_written_whole_is_not_there_and_comes_later(Database database)
    {
        await using var town = await WithLinks(database, 3);
        var seal = Assert.Single(Directory.GetFiles(Path.Combine(town.Tenant.Folder, "seals")));
        File.Delete(seal);
        // Half of it on the disk, as after a kill, and in a place that can't be written.
        var part = Directory.CreateDirectory(seal + ".part").FullName;
        await town.Pass(NodaTime.Duration.FromMinutes(1));
        Assert.False(File.Exists(seal));
        Assert.Null((await Verify(town)).Break);

        Directory.Delete(part);
        await File.WriteAllTextAsync(part, "{\"day\":\"2026", Cancel);
        await town.Pass(NodaTime.Duration.FromMinutes(1));

        Assert.Equal((null, 1), ((await Verify(town)).Break, (await Verify(town)).Seals));
        Assert.Equal([seal], Directory.GetFiles(Path.Combine(town.Tenant.Folder, "seals")));
    }

    private static (JournalBreak?, string?) Found(JournalReport report) => (report.Break, report.Where);

    private static async Task<Town> WithLinks(Database database, int count)
    {
        var town = await Town.On(database);
        await WithLinks(town, count);
        return town;
    }

    private static async Task WithLinks(Town town, int count)
    {
        for (var i = 0; i < count; i++) await Write(town);
        await town.Use<JobRunner, bool>(async runner =>
        {
            await runner.Prepare(town.Tenant, Cancel);
            return true;
        });
        await town.RunJobs();
    }

    private static Task<JournalReport> Verify(Town town) =>
        town.Use<JournalChain, JournalReport>(chain => chain.Verify(town.Tenant, null, Cancel));

    private static Task<Result<Done>> Write(Town town) => town.Use<UnitOfWork, Result<Done>>(work => work.Run<Done>(current =>
    {
        current.Journal.Write(new JournalChecked(Guid.NewGuid()), Who.System);
        return Task.FromResult<Result<Done>>(default(Done));
    }, Cancel));

    /// <summary>Does what the database refuses, as somebody who owns it can.</summary>
    private static async Task Tamper(Town town, string table, string sql)
    {
        await using var db = town.Open();
        string[] first = db.Kind.Name == "sqlite"
            ? [$"DROP TRIGGER {table}_no_update", $"DROP TRIGGER {table}_no_delete"]
            : [string.Create(CultureInfo.InvariantCulture, $"ALTER TABLE {table} DISABLE TRIGGER USER")];
        foreach (var one in first.Append(sql)) await db.Database.ExecuteSqlRawAsync(one, Cancel);
    }
}
