using System.Diagnostics;
using System.Net;
using Loket.Testing;
using Npgsql;
using Xunit;

namespace Loket.Faults;

/// <summary>Something that the program needs is gone for a while: nobody is told that it worked, nothing that was typed is lost, and afterwards all goes on by itself.</summary>
public sealed class OutageTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_database_server_that_is_away_is_said_to_be_away_and_what_was_typed_is_sent_when_it_is_back()
    {
        await using var town = await FaultyTown.Start(Database.Postgres, Cancel);
        await GoesThrough(town, () => town.Cluster!.Halt(Cancel), async () =>
        {
            await town.Cluster!.Resume(Cancel);
            // Those of the test; the program has to find out by itself.
            NpgsqlConnection.ClearAllPools();
        });
    }

    [Fact]
    public async Task A_disk_that_is_full_is_said_to_be_an_outage_and_what_was_typed_is_sent_when_there_is_room()
    {
        var disk = Directory.CreateTempSubdirectory("loket-disk-").FullName;
        Assert.SkipUnless(await Run("mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", disk), "A disk of its own can't be mounted here; that takes root.");
        try
        {
            var ballast = Path.Combine(disk, "ballast");
            await using var town = await FaultyTown.Start(Database.Sqlite, Cancel, on: disk);
            await GoesThrough(town, async () =>
            {
                // What has been written already is put away, so that nothing fits from the next contact on, not hundreds later.
                await town.PutAway(Cancel);
                await Fill(ballast);
            }, () =>
            {
                File.Delete(ballast);
                return Task.CompletedTask;
            });
        }
        finally
        {
            // Lazily: a connection that waits in a pool may still hold the file.
            await Run("umount", "-l", disk);
            Directory.Delete(disk);
        }
    }

    private static async Task GoesThrough(FaultyTown town, Func<Task> begin, Func<Task> end)
    {
        var client = await ApiClient.SignIn(town, Cancel);
        var wishes = new List<Wish> { ByMail(1) };
        await client.Ask(wishes[0], Cancel);
        using var web = new WebResident(town);
        wishes.Add(ByMail(2));
        await web.FillIn(wishes[1]);

        await begin();
        wishes.AddRange(await AskUntilRefused(client));
        await web.Visitor.Send();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, web.Visitor.Status);
        Assert.Contains("nog op deze pagina", web.Visitor.Page.Body!.TextContent, StringComparison.Ordinal);

        await end();
        await client.Ask(wishes[^1], Cancel);
        await web.Visitor.Press("Opnieuw versturen");
        web.Confirmed();
        await town.Drained(Cancel);
        var people = town.Mail.Arrived.SelectMany(mail => mail.To).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var wish in wishes)
        {
            Assert.Equal(1, await town.Count($"SELECT count(*) FROM matters WHERE text LIKE '%{wish.Mark}%'"));
            Assert.Contains(wish.Mail!, people);
        }

        Assert.Null((await town.Journal(Cancel)).Break);
    }

    // On a disk that is full the room that a file has already is used first.
    private static async Task<List<Wish>> AskUntilRefused(ApiClient client)
    {
        const int Most = 1000;
        var asked = new List<Wish>();
        while (asked.Count < Most)
        {
            asked.Add(ByMail(10 + asked.Count));
            try
            {
                await client.Ask(asked[^1], Cancel);
            }
            catch (HttpRequestException)
            {
                return asked;
            }
        }

        throw new InvalidOperationException("Everything was taken, outage or not.");
    }

    private static Wish ByMail(int number) => new(number, $"wens-{number}@voorbeeld.example", null);

    // Writes until nothing more fits.
    private static async Task Fill(string path)
    {
        var zeros = new byte[64 * 1024];
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true) await file.WriteAsync(zeros, Cancel);
        }
        catch (IOException)
        {
            // That is what it is for.
        }
    }

    private static async Task<bool> Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true, UseShellExecute = false });
        await process!.WaitForExitAsync(Cancel);
        return process.ExitCode == 0;
    }
}
