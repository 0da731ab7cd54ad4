using System.Diagnostics;
using System.Globalization;
using Loket.Demo.Town;
using Loket.Demo.Town.Loading;
using Loket.Kernel;
using Loket.Kernel.Geography;
using Loket.Organisation.Settings;
using Loket.Storage;
using Loket.Storage.Journal;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Loket.Demo.Bulk;

/// <summary>Fills a founded town with very many cases, for measuring: the stories of the generator, each in the shape that the program itself gave to one like it.</summary>
/// <remarks>Per subject the program registers, closes and joins once; the rows that this leaves behind, in whatever tables they are, are the shape of all others.
/// So the filling follows the schema by itself, and the journal is whole. Messages and the jobs that send them are left out: they are the bulk of the bytes and
/// nothing that is measured here reads them.</remarks>
/// <param name="services">The services of the program.</param>
/// <param name="tenant">The town; no other process may be writing to it.</param>
internal sealed class BulkFiller(IServiceProvider services, Tenant tenant)
{
    private static readonly string[] LeftOut = ["messages", "requests"];

    private readonly Databases databases = services.GetRequiredService<Databases>();

    /// <summary>Fills.</summary>
    /// <param name="cases">How many cases; with those that needed none, those of several about one case and those of who asks again there are three contacts for each.</param>
    /// <param name="progress">Hears now and then how far it is.</param>
    /// <param name="cancel">Stops it, half full.</param>
    /// <returns>How many cases it put there.</returns>
    public async Task<int> Fill(int cases, IProgress<string> progress, CancellationToken cancel)
    {
        var begun = Stopwatch.GetTimestamp();
        var until = tenant.Clock.Now();
        var town = DemoTown.Build(TownFounder.Seed);
        var shapes = await Shapes.Take(services, tenant, town, cancel);
        progress.Report(string.Create(CultureInfo.InvariantCulture, $"The program showed how it keeps {shapes.Count} kinds of contact; {cases} cases are made."));

        Press press;
        await using (var db = databases.Open(tenant)) press = await Press.For(db, cancel);
        await using var sink = await Open(cancel);
        var seals = await Seals(cancel);
        var made = 0;
        foreach (var story in new CaseGenerator(town, cases, until).Invented())
        {
            await sink.Write(seals.Link(shapes.Rows(story, press).Where(Stays)), cancel);
            if (story.Case is null || ++made % 50_000 != 0) continue;
            progress.Report(string.Create(CultureInfo.InvariantCulture, $"{made} of {cases} cases, {made / Stopwatch.GetElapsedTime(begun).TotalSeconds:0} a second."));
        }

        await sink.Finish(cancel);
        progress.Report(string.Create(CultureInfo.InvariantCulture, $"{made} cases stand after {Stopwatch.GetElapsedTime(begun).TotalSeconds:0} s."));
        return made;
    }

    private static bool Stays(BulkRow row) => !LeftOut.Contains(row.Table.Name) && (row.Table.Name != "jobs" || (string)row["kind"]! == "case.watch-deadline");

    private async Task<IRowSink> Open(CancellationToken cancel)
    {
        await using var db = databases.Open(tenant);
        return tenant.Database.OneWriter
            ? await SqliteRows.Open(tenant.Connection, cancel)
            : await PostgresRows.Open(tenant.Connection, BulkTable.All(db.Model), cancel);
    }

    // What the program wrote itself is sealed first, so that the chain goes on from there.
    private async Task<SealPress> Seals(CancellationToken cancel)
    {
        await using var db = databases.Open(tenant);
        var tables = BulkTable.All(db.Model);
        var last = await db.Set<JournalSeal>().AsNoTracking().OrderByDescending(seal => seal.Position).FirstOrDefaultAsync(cancel);
        return new SealPress(tenant, tables.Single(table => table.Name == "journal_seals"), last?.Position ?? 0, last?.Chain ?? []);
    }
}

/// <summary>Links entries as they are made, in the place of the sealer.</summary>
internal sealed class SealPress(Tenant tenant, BulkTable table, long position, byte[] chain)
{
    private byte[] chain = chain;
    private long position = position;

    /// <summary>The rows with a link for each entry, and without the mark that one waits for it.</summary>
    public IEnumerable<BulkRow> Link(IEnumerable<BulkRow> rows)
    {
        foreach (var row in rows)
        {
            if (row.Table.Name == "journal_unsealed") continue;
            yield return row;
            if (row.Table.Name != "journal_entries") continue;
            chain = JournalDigest.Link(tenant.Keys, chain, (byte[])row["digest"]!);
            var seal = new BulkRow(table, new object?[table.Columns.Count]) { ["position"] = ++position, ["entry_id"] = row["id"], ["chain"] = chain };
            yield return seal;
        }
    }
}
