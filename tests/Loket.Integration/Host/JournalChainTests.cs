using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Integration.Cases;
using Loket.Kernel;
using Loket.Organisation.Rights;
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
    public async Task Personal_values_that_were_changed_are_found(Database database)
    {
        await using var town = await Town.On(database);
        await Noted(town);
        await WithLinks(town, 2);
        await using (var db = town.Open()) Assert.NotEqual(0, await db.Database.ExecuteSqlRawAsync("UPDATE journal_personal SET data = REPLACE(data, 'droog', 'nat')", Cancel));

        Assert.Equal(JournalBreak.PersonalChanged, (await Verify(town)).Break);
    }

    // Anybody can count the digest of an entry again: it has no key. The chain has one, outside the database.
    [Theory, BothDatabases]
    public async Task A_changed_entry_whose_digest_was_made_to_fit_is_found_also_when_the_chain_was_linked_again_without_the_key(Database database)
    {
        await using var town = await WithLinks(database, 5);
        var changed = (await Verify(town)).Linked - 1;
        await Forge(town, changed);
        var found = (JournalBreak.LinkChanged, changed.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(found, Found(await Verify(town)));

        await LinkAgain(town, changed);
        Assert.Equal(found, Found(await Verify(town)));
    }

    [Theory, BothDatabases]
    public async Task Entries_that_changed_places_are_found(Database database)
    {
        await using var town = await WithLinks(database, 5);
        var last = (await Verify(town)).Linked;
        await Tamper(town, "journal_seals", $"UPDATE journal_seals SET position = position + 1000000 WHERE position >= {last - 1}");
        await using (var db = town.Open()) await db.Database.ExecuteSqlAsync($"UPDATE journal_seals SET position = 2 * {last} - 1 - (position - 1000000) WHERE position > 1000000", Cancel);

        Assert.Equal((JournalBreak.LinkChanged, (last - 1).ToString(CultureInfo.InvariantCulture)), Found(await Verify(town)));
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
    public async Task Erased_personal_values_leave_the_chain_whole_and_the_timeline_says_that_they_were_erased(Database database)
    {
        await using var town = await Town.On(database);
        using var handler = await Noted(town);
        Assert.Contains("Scharnier is droog.", handler.Text(".loket-timeline"), StringComparison.Ordinal);
        await WithLinks(town, 2);
        await using var db = town.Open();
        var erased = await db.Database.ExecuteSqlRawAsync("DELETE FROM journal_personal", Cancel);
        Assert.True(erased > 0);

        var report = await Verify(town);

        Assert.Null(report.Break);
        Assert.True(report.Linked > erased);
        await handler.Open(handler.Address);
        Assert.DoesNotContain("Scharnier", handler.Text(".loket-timeline"), StringComparison.Ordinal);
        Assert.Contains("Wat hier stond over personen, is gewist", handler.Text(".loket-timeline"), StringComparison.Ordinal);
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

    /// <summary>Somebody whose note stands on the timeline of the case that is open.</summary>
    private static async Task<Visitor> Noted(Town town)
    {
        var receipt = await town.Receives(await town.Somebody(Role.Agent), new NewMatter("De brug piept vreselijk"), new MatterEnding.NewCase());
        var handler = await town.SignIn(Role.Handler);
        await handler.Open("/zaken/" + receipt.CaseReference);
        await handler.Send(("Note.Text", "Scharnier is droog."));
        return handler;
    }

    /// <summary>Gives an entry another name, with the digest that belongs to it.</summary>
    private static async Task Forge(Town town, long position)
    {
        var bytes = town.Tenant.Database.Name == "sqlite" ? "" : "uuid_send";
        await using var db = town.Open();
        // Beside the context: a type that it is asked for becomes part of the model, which all tests share.
        var one = await db.Database.GetDbConnection().QuerySingleAsync<(byte[] Id, long At, string WhoKind, byte[]? WhoId, string Audience, string Data, byte[]? PersonalDigest)>(
            $"SELECT {bytes}(e.id), e.at, e.who_kind, {bytes}(e.who_id), e.audience, e.data, e.personal_digest "
            + "FROM journal_entries AS e JOIN journal_seals AS s ON s.entry_id = e.id WHERE s.position = @position", new { position });
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in (byte[][])
            [one.Id, BitConverter.GetBytes(one.At), Encoding.UTF8.GetBytes("journal.forged"), Encoding.UTF8.GetBytes(one.WhoKind), one.WhoId ?? [],
                Encoding.UTF8.GetBytes(one.Audience), Encoding.UTF8.GetBytes(one.Data), one.PersonalDigest ?? []])
        {
            hash.AppendData(BitConverter.GetBytes(part.Length));
            hash.AppendData(part);
        }

        await Tamper(town, "journal_entries", "UPDATE journal_entries SET kind = 'journal.forged', digest = {0} WHERE id = (SELECT entry_id FROM journal_seals WHERE position = {1})", hash.GetHashAndReset(), position);
    }

    /// <summary>Links the chain again from a position, with a key that is not the town's.</summary>
    private static async Task LinkAgain(Town town, long from)
    {
        await using var db = town.Open();
        var chain = await db.Database.SqlQueryRaw<byte[]>("SELECT chain AS \"Value\" FROM journal_seals WHERE position = {0}", from - 1).SingleAsync(Cancel);
        var digests = await db.Database.SqlQueryRaw<byte[]>(
            "SELECT e.digest AS \"Value\" FROM journal_seals AS s JOIN journal_entries AS e ON e.id = s.entry_id WHERE s.position >= {0} ORDER BY s.position", from).ToListAsync(Cancel);
        await Tamper(town, "journal_seals");
        foreach (var digest in digests)
        {
            chain = HMACSHA256.HashData(new byte[32], (byte[])[.. chain, .. digest]);
            await db.Database.ExecuteSqlAsync($"UPDATE journal_seals SET chain = {chain} WHERE position = {from++}", Cancel);
        }
    }

    /// <summary>Does what the database refuses, as somebody who owns it can.</summary>
    private static async Task Tamper(Town town, string table, string? sql = null, params object[] values)
    {
        await using var db = town.Open();
        string[] first = db.Kind.Name == "sqlite"
            ? [$"DROP TRIGGER {table}_no_update", $"DROP TRIGGER {table}_no_delete"]
            : [string.Create(CultureInfo.InvariantCulture, $"ALTER TABLE {table} DISABLE TRIGGER USER")];
        foreach (var one in first) await db.Database.ExecuteSqlRawAsync(one, Cancel);
        if (sql is not null) await db.Database.ExecuteSqlRawAsync(sql, values, Cancel);
    }
}
