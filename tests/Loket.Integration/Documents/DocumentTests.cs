using System.Text;
using Loket.Documents;
using Loket.Documents.Storing;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage.Jobs;
using Loket.Storage.Journal;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SkiaSharp;
using Xunit;

namespace Loket.Integration.Documents;

public sealed class DocumentTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly Guid lamp = Guid.NewGuid();

    [Theory, BothDatabases]
    public async Task A_photo_keeps_what_it_shows_and_loses_where_it_was_taken(Database database)
    {
        await using var town = await Town.On(database);
        var sent = Files.PhotoWithPlace();
        Assert.Contains("GPS52.30N", Encoding.Latin1.GetString(sent), StringComparison.Ordinal);

        var stored = await Store(town, sent, "IMG_0412.jpeg");

        var kept = await Content(town, stored.Value.Number);
        Assert.DoesNotContain("GPS", Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
        Assert.DoesNotContain("2026:11:22", Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
        using var picture = SKBitmap.Decode(kept);
        Assert.Equal((40, 60), (picture.Width, picture.Height));
        // Turned a quarter to the right, the red half is on top.
        Assert.True(picture.GetPixel(20, 8) is { Red: > 200, Blue: < 60 } && picture.GetPixel(20, 52) is { Blue: > 200, Red: < 60 });
        Assert.Equal(("IMG_0412.jpg", FileKind.Jpeg, true), (stored.Value.Name, stored.Value.Kind, stored.Value.HasThumbnail));
        var timeline = await town.Use<JournalReader, IReadOnlyList<TimelineLine>>(reader => reader.Timeline(lamp, Audience.Audit, 50, null, Cancel));
        Assert.IsType<DocumentStored>(Assert.Single(timeline).Happened);
    }

    [Theory, BothDatabases]
    public async Task The_same_form_sent_twice_stores_one_document(Database database)
    {
        await using var town = await Town.On(database);
        var key = new RequestKey("form", "1");

        var first = await Store(town, Files.Pdf(), "brief.pdf", key);
        var second = await Store(town, Files.Pdf(), "brief.pdf", key);

        Assert.Equal(first.Value, second.Value);
        Assert.Single(await town.Use<ReadDocuments, IReadOnlyList<DocumentView>>(read => read.Of([lamp], Actor.System, Cancel)));
    }

    [Theory, BothDatabases]
    public async Task Documents_of_one_case_are_numbered_also_when_they_come_at_once(Database database)
    {
        await using var town = await Town.On(database);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(number => Store(town, Encoding.UTF8.GetBytes($"Brief {number}"), $"brief{number}.txt")));

        var found = await town.Use<ReadDocuments, IReadOnlyList<DocumentView>>(read => read.Of([lamp], Actor.System, Cancel));
        Assert.Equal([1, 2, 3, 4], found.Select(document => document.Number).Order());
    }

    [Theory, BothDatabases]
    public async Task Who_may_not_see_personal_data_gets_no_confidential_document(Database database)
    {
        await using var town = await Town.On(database);
        await Store(town, Files.Pdf(), "besluit.pdf", confidentiality: DocumentConfidentiality.Confidential);
        await Store(town, Files.Pdf(), "notitie.pdf", confidentiality: DocumentConfidentiality.Internal);
        await Store(town, Files.Pdf(), "foto.pdf", confidentiality: DocumentConfidentiality.Open);
        var host = new Actor(new Who(WhoKind.Staff, Guid.NewGuid()), [Right.SeeCases], [], []);

        Task<IReadOnlyList<DocumentView>> Seen(Actor reader) => town.Use<ReadDocuments, IReadOnlyList<DocumentView>>(read => read.Of([lamp], reader, Cancel));
        Assert.Equal(["foto.pdf"], (await Seen(Actor.Resident)).Select(document => document.Name));
        Assert.Equal(["notitie.pdf", "foto.pdf"], (await Seen(host)).Select(document => document.Name));
        Assert.Equal(3, (await Seen(host with { Rights = [Right.SeePersonalData] })).Count);
        Assert.Equal(DocumentFailures.NotFound,
            (await town.Use<ReadDocuments, Result<OpenedDocument>>(read => read.Open(lamp, 1, thumbnail: false, host, Cancel))).Failure);
    }

    [Theory, BothDatabases]
    public async Task A_form_that_comes_back_with_an_error_keeps_its_files(Database database)
    {
        await using var town = await Town.On(database);
        await using var other = await Town.On(database);
        var received = await town.Use<ReceiveFile, Result<ReceivedFile>>(receive => receive.Handle(new MemoryStream(Files.Pdf()), "brief.pdf", Cancel));
        var token = received.Value.ToToken(town.Tenant);

        Assert.Equal(received.Value, ReceivedFile.Read(token, town.Tenant).Value);
        Assert.Equal(DocumentFailures.ReceivedGone, ReceivedFile.Read(token, other.Tenant).Failure);
        Assert.Equal(DocumentFailures.ReceivedGone, ReceivedFile.Read(token[..^2] + "AA", town.Tenant).Failure);
        Assert.Equal(DocumentFailures.ReceivedGone, ReceivedFile.Read("geen token", town.Tenant).Failure);
    }

    [Theory, BothDatabases]
    public async Task A_crash_between_file_and_row_leaves_no_document_and_the_file_is_swept_later(Database database)
    {
        await using var town = await Town.On(database);
        await Store(town, Files.Pdf("/Kept true"), "blijft.pdf");
        // As a crash leaves it: the file is there, no row speaks of it.
        var orphan = (await town.Use<ReceiveFile, Result<ReceivedFile>>(receive => receive.Handle(new MemoryStream(Files.Pdf()), "wees.pdf", Cancel))).Value;
        var store = new FileStore(town.Tenant);
        Assert.Single(await town.Use<ReadDocuments, IReadOnlyList<DocumentView>>(read => read.Of([lamp], Actor.System, Cancel)));

        await Sweep(town, TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-1));
        Assert.True(store.Has(orphan.Hash), "young files are left alone");

        var tomorrow = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(1);
        await Sweep(town, tomorrow);
        await Sweep(town, tomorrow);

        Assert.False(store.Has(orphan.Hash));
        Assert.NotEmpty(await Content(town, 1));
    }

    [Theory, BothDatabases]
    public async Task A_file_that_was_set_aside_while_its_row_came_in_comes_back(Database database)
    {
        await using var town = await Town.On(database);
        var stored = await Store(town, Files.Pdf(), "brief.pdf");
        var hash = (await town.Use<ReceiveFile, Result<ReceivedFile>>(receive => receive.Handle(new MemoryStream(Files.Pdf()), "brief.pdf", Cancel))).Value.Hash;
        new FileStore(town.Tenant).SetAside(hash);

        Assert.Equal(Files.Pdf(), await Content(town, stored.Value.Number));
    }

    [Theory, BothDatabases]
    public async Task A_file_is_not_taken_that_is_gone_when_it_is_put_with_its_case(Database database)
    {
        await using var town = await Town.On(database);
        var gone = new ReceivedFile("brief.pdf", FileKind.Pdf, 10, new string('a', 64), null);

        var attached = await town.Use<Loket.Storage.UnitOfWork, Result<DocumentView>>(unit => unit.Run(
            work => AttachFile.To(work, gone, lamp, DocumentConfidentiality.Open, Who.System, Cancel), Cancel));

        Assert.Equal(DocumentFailures.ReceivedGone, attached.Failure);
        await using var db = town.Open();
        Assert.Empty(await db.Set<Document>().ToListAsync(Cancel));
    }

    [Theory, BothDatabases]
    public async Task The_sweep_runs_every_day(Database database)
    {
        await using var town = await Town.On(database);
        await town.Use<JobRunner, object>(async runner =>
        {
            await runner.Prepare(town.Tenant, Cancel);
            return runner;
        });

        await town.Pass(Duration.FromDays(2));

        await using var db = town.Open();
        Assert.Equal(1, await db.Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM jobs WHERE kind = 'documents.sweep' AND state = 'Open' AND attempt = 0").SingleAsync(Cancel));
    }

    private Task<Result<DocumentView>> Store(
        Town town, byte[] content, string name, RequestKey key = default, DocumentConfidentiality confidentiality = DocumentConfidentiality.Open) =>
        town.Use<StoreDocument, Result<DocumentView>>(store =>
            store.Handle(new(key, new MemoryStream(content), name, lamp, confidentiality, Who.System), Cancel));

    private async Task<byte[]> Content(Town town, int number)
    {
        var opened = (await town.Use<ReadDocuments, Result<OpenedDocument>>(read => read.Open(lamp, number, thumbnail: false, Actor.System, Cancel))).Value;
        await using var content = opened.Content;
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, Cancel);
        return copy.ToArray();
    }

    private static Task<object> Sweep(Town town, DateTime before) => town.Use<SweepFilesHandler, object>(async handler =>
    {
        await handler.Sweep(new FileStore(town.Tenant), before, Cancel);
        return handler;
    });
}
