using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Loket.Cases.Handling;
using Loket.Cases.Handovers;
using Loket.Cases.Together;
using Loket.Contacts;
using Loket.Documents;
using Loket.Intake.Register;
using Loket.Integration.Api;
using Loket.Integration.Cases;
using Loket.Kernel;
using Loket.Organisation.Partners;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Storage.Journal;
using Loket.Testing;
using SkiaSharp;
using Xunit;

namespace Loket.Integration.Partners;

/// <summary>Files that go along with a handover, and files that a partner sends.</summary>
public sealed class PartnerFileTests
{
    private const string Contractor = "street-light-contractor";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly NewMatter Lamp = new("lamp 118-042 brandt niet", Category: "street-light", Place: Calls.Lamp);

    [Theory, BothDatabases]
    public async Task A_residents_picture_goes_along_where_the_rule_says_so_and_who_opens_it_is_seen(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        await Set(town, Sharing.Nothing, pictures: true);
        var lamp = await Call(town, new MatterEnding.NewCase(), ("Tuin van Jansen.jpg", Documents.Files.PhotoWithPlace()), ("brief.pdf", Documents.Files.Pdf()));
        await town.RunJobs();
        Assert.Contains("Aantal bestanden: 1.", mailbox.OnlyMailTo("a@partner.example").TextBody, StringComparison.Ordinal);

        var link = await Link(town, lamp.Reference);
        using var fitter = new Visitor(town.Client());
        await fitter.Open(link);
        var photo = Assert.Single(fitter.Page.QuerySelectorAll(".loket-files a"));
        // Without names, so without what the resident called it.
        Assert.Equal("foto-1.jpg", photo.TextContent.Trim());
        Assert.DoesNotContain("Jansen", fitter.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains(await Timeline(town, lamp.Case!.Value.Value), line => line.Kind == "handover.looked-at");

        using var small = await Get(fitter.Client, fitter.Page.QuerySelector(".loket-files img")!.GetAttribute("src")!);
        Assert.Equal((HttpStatusCode.OK, null), (small.StatusCode, small.Content.Headers.ContentDisposition));
        Assert.DoesNotContain(await Timeline(town, lamp.Matter.Value), line => line.Happened is DocumentLookedAt);
        using var whole = await Get(fitter.Client, photo.GetAttribute("href")!);
        Assert.Equal(("attachment", "foto-1.jpg"), (whole.Content.Headers.ContentDisposition?.DispositionType, whole.Content.Headers.ContentDisposition?.FileName));
        Assert.Contains("sandbox", Assert.Single(whole.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.DoesNotContain("GPS", Encoding.Latin1.GetString(await whole.Content.ReadAsByteArrayAsync(Cancel)), StringComparison.Ordinal);
        Assert.Single(await Timeline(town, lamp.Matter.Value), line => line is { Happened: DocumentLookedAt { Purpose: "handover" }, By.Kind: WhoKind.Partner });

        using var lead = await town.SignIn(Role.TeamLead);
        await lead.Open("/zaken/" + lamp.CaseReference);
        Assert.Contains("ging mee naar", lead.Text(".loket-files"), StringComparison.Ordinal);
        Assert.Contains(await Timeline(town, lamp.Case.Value.Value), line => line.Happened is HandoverFilesGiven { Documents.Count: 1, Later: false });

        await Set(town, Sharing.NameAndContact, pictures: true);
        await fitter.Open(link);
        Assert.Equal("Tuin van Jansen.jpg", fitter.Text(".loket-files a"));
    }

    [Theory, BothDatabases]
    public async Task Nothing_goes_along_by_itself_where_the_administrator_did_not_say_so(Database database)
    {
        await using var town = await Town.On(database);
        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        await administrator.Open("/beheer/ketenpartners/" + Contractor);
        await administrator.Send(("Form.Pictures", "false"));
        Assert.Empty(administrator.Errors);
        Assert.False((await Card(town)).PicturesGoAlong);

        var lamp = await Call(town, new MatterEnding.NewCase(), ("lamp.png", Documents.Files.Picture(SKEncodedImageFormat.Png)));
        using var fitter = new Visitor(town.Client());
        await fitter.Open(await Link(town, lamp.Reference));
        Assert.Equal(HttpStatusCode.OK, fitter.Status);
        Assert.Empty(fitter.Page.QuerySelectorAll(".loket-files"));

        await administrator.Open("/beheer/ketenpartners/" + Contractor);
        await administrator.Send(("Form.Pictures", "true"));
        Assert.True((await Card(town)).PicturesGoAlong);
    }

    [Theory, BothDatabases]
    public async Task Who_hands_over_chooses_what_goes_along_and_nothing_is_chosen_beforehand(Database database)
    {
        await using var town = await Town.On(database);
        using var lead = await town.SignIn(Role.TeamLead);
        await lead.Open("/intake");
        await lead.Upload("Form.Files",
            [("brug.png", Documents.Files.Picture(SKEncodedImageFormat.Png)), ("klacht.txt", "Ik woon op nummer 3."u8.ToArray())], ("Form.Subject", "Brug piept"), ("ending", "new"));
        await lead.Open("/zaken/" + lead.Text(".loket-confirmation .loket-reference"));
        var boxes = lead.Page.QuerySelectorAll("[name='HandOver.Files']").ToList();
        Assert.Equal((2, 0), (boxes.Count, lead.Page.QuerySelectorAll("[name='HandOver.Files'][checked]").Length));

        var partner = (await Card(town)).Id.Value.ToString();
        await lead.Send(("HandOver.Partner", partner), ("HandOver.Question", "Wilt u de brug smeren?"), ("HandOver.Files", Guid.NewGuid().ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, lead.Status);
        Assert.Contains("hoort niet bij deze zaak", lead.Text("details[open] #HandOver_Files-error"), StringComparison.Ordinal);
        Assert.Equal("Wilt u de brug smeren?", lead.Value("HandOver.Question"));

        await lead.Send(("HandOver.Partner", partner), ("HandOver.Question", "Wilt u de brug smeren?"), ("HandOver.Files", boxes[0].GetAttribute("value")!));
        Assert.Empty(lead.Errors);
        using var fitter = new Visitor(town.Client());
        await fitter.Open(await Link(town, lead.Address.Split('/')[^1]));
        Assert.Equal("foto-1.png", Assert.Single(fitter.Page.QuerySelectorAll(".loket-files a")).TextContent.Trim());
    }

    [Theory, BothDatabases]
    public async Task What_a_later_contact_sent_goes_along_only_when_somebody_sends_it_and_no_longer_than_it_is_theirs_to_see(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        await Set(town, Sharing.Nothing, pictures: true);
        var lamp = await Call(town, new MatterEnding.NewCase());
        var again = await Call(town, new MatterEnding.Join(lamp.Case!.Value), ("lamp.png", Documents.Files.Picture(SKEncodedImageFormat.Png)));
        var link = await Link(town, lamp.Reference);
        using var fitter = new Visitor(town.Client());
        await fitter.Open(link);
        Assert.Empty(fitter.Page.QuerySelectorAll(".loket-files"));

        using var lead = await town.SignIn(Role.TeamLead);
        await lead.Open("/zaken/" + lamp.CaseReference);
        var box = Assert.Single(lead.Page.QuerySelectorAll("[name='Give.Files']")).GetAttribute("value")!;
        await lead.Follow(lead.Pressed("Give"));
        Assert.Contains("Vink aan", lead.Text("details[open] #Give_Files-error"), StringComparison.Ordinal);
        var other = await Call(town, new MatterEnding.NewCase(), ("elders.png", Documents.Files.Picture(SKEncodedImageFormat.Png)));
        var strange = (await town.Use<ReadDocuments, IReadOnlyList<DocumentView>>(read => read.Of([other.Matter.Value], Actor.System, Cancel)))[0].Id.Value.ToString();
        await lead.Send(("Give.Files", strange));
        Assert.Contains("hoort niet bij deze zaak", lead.Text("details[open] #Give_Files-error"), StringComparison.Ordinal);
        await lead.Send(("Give.Files", box));
        Assert.Contains("De bestanden zijn meegestuurd", lead.Text("main"), StringComparison.Ordinal);
        Assert.Empty(lead.Page.QuerySelectorAll("[name='Give.Files']"));
        await town.RunJobs();
        Assert.Contains(mailbox.MailsTo("a@partner.example"), mail => mail.Read().Subject!.StartsWith("Bestanden bij uw werk", StringComparison.Ordinal));

        await fitter.Open(link);
        var file = Assert.Single(fitter.Page.QuerySelectorAll(".loket-files a")).GetAttribute("href")!;
        Assert.Contains("Bestanden van de gemeente", fitter.Text("main"), StringComparison.Ordinal);
        foreach (var guess in (string[])[file[..^1] + "2", file + "/groot", await Link(town, other.Reference) + file[file.IndexOf("/bestanden/", StringComparison.Ordinal)..].Replace("/1", "/9", StringComparison.Ordinal), "/partner/onzin/bestanden/1"])
        {
            using var refused = await Get(fitter.Client, guess);
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }

        // It was about something else after all.
        var matter = (await town.Sees(Actor.System, lamp.Reference)).Participants.Single(one => one.Reference == again.Reference).Matter;
        var moved = await town.Use<MoveContact, Result<Loket.Cases.Register.RegisteredCase>>(move => move.Handle(new MoveContact.Request(RequestKey.None, lamp.Case.Value, null, matter, null, Actor.System), Cancel));
        Assert.True(moved.Succeeded, moved.Failure?.Code);
        await fitter.Open(link);
        Assert.Empty(fitter.Page.QuerySelectorAll(".loket-files"));
        using var gone = await Get(fitter.Client, file);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Theory, BothDatabases]
    public async Task What_went_along_is_gone_when_the_partner_gives_the_work_back_and_what_it_sent_itself_stays(Database database)
    {
        await using var town = await Town.On(database);
        var job = await (await PartnerJob.In(town)).Gives("situatie.txt", "De lamp hangt los."u8.ToArray());
        using var fitter = job.Visitor();
        await fitter.Open(job.Link(0));
        var given = Assert.Single(fitter.Page.QuerySelectorAll(".loket-files a")).GetAttribute("href")!;
        await fitter.Upload("Ask.Files", "mast.png", Documents.Files.Picture(SKEncodedImageFormat.Png), ("Ask.Question", "Is dit de mast?"));
        Assert.Empty(fitter.Errors);
        Assert.Equal(2, fitter.Page.QuerySelectorAll(".loket-files a").Length);
        await fitter.Send(("Refusal.Reason", "Niet onze mast."));

        Assert.Equal("mast.png", Assert.Single(fitter.Page.QuerySelectorAll(".loket-files a")).TextContent.Trim());
        using var gone = await Get(fitter.Client, given);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Theory, BothDatabases]
    public async Task What_went_along_with_a_part_is_there_with_the_whole_and_opens_where_it_did(Database database)
    {
        await using var town = await Town.On(database);
        var whole = await (await PartnerJob.In(town)).Gives("situatie.txt", "De lamp hangt los."u8.ToArray());
        var part = await (await PartnerJob.In(town, "lamp 118-042 is weer uit")).Gives("kast.txt", "De kast staat open."u8.ToArray());
        var (one, other) = ((await whole.Case()).Id, (await part.Case()).Id);
        var letter = await Received(town, "brief.txt", "Alleen voor ons."u8.ToArray());
        var attached = await town.Use<AttachToCase, Result<ChangedCase>>(attach => attach.Handle(new CaseChange(RequestKey.None, one, Actor.System), letter, Cancel));
        Assert.True(attached.Succeeded, attached.Failure?.Code);
        var own = "/partner/" + PartnerLinks.TokenFor(town.Tenant.Keys, whole.Id, part.Partner.People[0].Id);
        using var fitter = part.Visitor();
        await fitter.Open(part.Link(0));
        var file = Assert.Single(Files()).GetAttribute("href")!;

        var merged = await town.Use<MergeCase, Result<ChangedCase>>(async merge => await merge.Handle(new CaseChange(RequestKey.None, other, Actor.System), (await whole.Case()).Reference, Cancel));
        Assert.True(merged.Succeeded, merged.Failure?.Code);
        foreach (var link in (string[])[part.Link(0), own])
        {
            await fitter.Open(link);
            var read = new List<string>();
            foreach (var href in Files().Select(each => each.GetAttribute("href")!)) read.Add(await Read(href));
            Assert.Equal("De lamp hangt los.|De kast staat open.", string.Join('|', read));
        }

        Assert.Equal("De kast staat open.", await Read(file));

        var parted = await town.Use<PartCase, Result<ChangedCase>>(parts => parts.Handle(new CaseChange(RequestKey.None, one, Actor.System), other, Cancel));
        Assert.True(parted.Succeeded, parted.Failure?.Code);
        await fitter.Open(own);
        Assert.Equal("De lamp hangt los.", await Read(Assert.Single(Files()).GetAttribute("href")!));
        await fitter.Open(part.Link(0));
        Assert.Equal(file, Assert.Single(Files()).GetAttribute("href"));

        IEnumerable<AngleSharp.Dom.IElement> Files() => fitter.Page.QuerySelectorAll(".loket-files a");

        async Task<string> Read(string href)
        {
            using var answer = await Get(fitter.Client, href);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return await answer.Content.ReadAsStringAsync(Cancel);
        }
    }

    [Theory, BothDatabases]
    public async Task A_link_to_what_had_ended_shows_nothing_of_the_case_as_part_of_which_that_went_on(Database database)
    {
        await using var town = await Town.On(database);
        var job = await PartnerJob.In(town);
        var bridge = await town.Receives(await town.Somebody(Role.Agent), new NewMatter("De brug piept vreselijk"), new MatterEnding.NewCase());
        var change = new CaseChange(RequestKey.None, (await job.Case()).Id, Actor.System);
        var number = (await job.Case()).Reference;
        var back = await town.Use<TakeBack, Result<ChangedCase>>(take => take.Handle(change, "Wij doen het zelf.", Cancel));
        Assert.True(back.Succeeded, back.Failure?.Code);
        var merged = await town.Use<MergeCase, Result<ChangedCase>>(merge => merge.Handle(change, bridge.CaseReference, Cancel));
        Assert.True(merged.Succeeded, merged.Failure?.Code);
        using var fitter = job.Visitor();

        await fitter.Open(job.Link(0));

        Assert.Equal(HttpStatusCode.OK, fitter.Status);
        Assert.Contains(number, fitter.Text(".loket-summary"), StringComparison.Ordinal);
        Assert.DoesNotContain(bridge.CaseReference!, fitter.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Of_a_sensitive_case_no_files_go_along_whoever_chooses_them(Database database)
    {
        await using var town = await Town.On(database);
        await Set(town, Sharing.NameAndContact, pictures: true, "social-counsellors");
        var agent = await town.Somebody(Role.Agent);
        var photo = await Received(town, "brief.png", Documents.Files.Picture(SKEncodedImageFormat.Png));
        var contact = new NewContact(Channel.Phone, null, new CustomerDetails("Jansen"), null, [new NewMatter("Deurwaarder aan de deur", Category: "counsellors", Place: new Place { Address = "Dorpsstraat 99", Area = "hoofddorp" })]);
        var receipt = await town.Use<RegisterContact, Result<ContactReceipt>>(register => register.Handle(
            new RegisterContact.Request(RequestKey.None, contact, [new MatterEnding.NewCase()], agent, [photo]), Cancel));
        var door = receipt.Value.Matters[0];
        var known = await town.Sees(Actor.System, door.Reference);
        var live = Assert.Single(known.Handovers);
        using var counsellor = new Visitor(town.Client());
        await counsellor.Open("/partner/" + PartnerLinks.TokenFor(town.Tenant.Keys, live.Id, null));
        Assert.Equal(HttpStatusCode.OK, counsellor.Status);
        Assert.Empty(counsellor.Page.QuerySelectorAll(".loket-files"));

        var letter = (await town.Use<ReadDocuments, IReadOnlyList<DocumentView>>(read => read.Of([door.Matter.Value], Actor.System, Cancel)))[0].Id;
        var given = await town.Use<GiveFiles, Result<ChangedCase>>(give => give.Handle(new CaseChange(RequestKey.None, known.Id, Actor.System), [letter], Cancel));
        Assert.Equal("handover.files-of-sensitive", given.Failure?.Code);
    }

    [Theory, BothDatabases]
    public async Task What_a_partner_sends_with_a_question_or_report_stands_on_the_case_as_theirs_and_bad_files_lose_nothing(Database database)
    {
        await using var town = await Town.On(database);
        var job = await PartnerJob.In(town);
        using var fitter = job.Visitor();
        await fitter.Open(job.Link(0));
        await fitter.Upload("Ask.Files", [("mast.png", Documents.Files.Picture(SKEncodedImageFormat.Png)), ("virus.exe", [0x4D, 0x5A, 0, 1])], ("Ask.Question", "Is dit de mast?"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Is dit de mast?"), (fitter.Status, fitter.Value("Ask.Question")));
        Assert.Contains("virus.exe", fitter.Text("details[open] #Ask_Files-error"), StringComparison.Ordinal);
        await fitter.Upload("Ask.Files", "film.txt", Large());
        Assert.Contains("10 MB", fitter.Text("#Ask_Files-error"), StringComparison.Ordinal);
        await fitter.Upload("Ask.Files", [.. Enumerable.Range(1, 5).Select(number => ($"brief-{number}.txt", "Zo ging het."u8.ToArray()))]);
        Assert.Contains("hoogstens 5", fitter.Text("#Ask_Files-error"), StringComparison.Ordinal);
        await fitter.Send(("Ask.Question", "Is dit de mast?"));
        Assert.Empty(fitter.Errors);
        Assert.Contains("door u gestuurd", fitter.Text(".loket-files"), StringComparison.Ordinal);

        await fitter.Send(("Plan.JobNumber", "W-1"));
        await fitter.Upload("Plan.Files", "situatie.txt", "De kabel is stuk."u8.ToArray());
        Assert.Empty(fitter.Errors);
        await fitter.Upload("Report.Files", "klaar.png", Documents.Files.Picture(SKEncodedImageFormat.Png), ("Report.Report", "Lamp vervangen."), ("Report.Solved", "yes"));
        Assert.Equal(HandoverState.Done, (await job.Handover()).State);

        using var lead = await town.SignIn(Role.TeamLead);
        await lead.Open("/zaken/" + job.Reference);
        Assert.Equal(["mast.png", "situatie.txt", "klaar.png"], lead.Page.QuerySelectorAll(".loket-files a").Select(one => one.TextContent.Trim()));
        Assert.Contains("van " + job.Partner.Name, lead.Text(".loket-files"), StringComparison.Ordinal);
        // Files alone are no news to residents; what they read of the case has none either.
        var lines = await job.Timeline();
        Assert.DoesNotContain(lines, line => line.Kind == "handover.progressed");
        Assert.Equal(3, lines.Count(line => line.Happened is HandoverFilesReceived { Documents.Count: 1 } && line.By.Kind == WhoKind.Partner));
        var id = (await job.Case()).Id.Value;
        Assert.Empty(await town.Use<ReadDocuments, IReadOnlyList<DocumentView>>(read => read.Of([id], Actor.Resident, Cancel)));
    }

    [Theory, BothDatabases]
    public async Task A_partners_program_lists_files_gets_them_and_sends_its_own_with_a_reply(Database database)
    {
        await using var town = await Town.On(database);
        await Set(town, Sharing.Nothing, pictures: true);
        var lamp = await Call(town, new MatterEnding.NewCase(), ("Jansen.png", Documents.Files.Picture(SKEncodedImageFormat.Png)));
        var handover = (await town.Sees(Actor.System, lamp.Reference)).Handovers[0];
        var files = $"handovers/{handover.Id.Value}/files";
        using var program = await town.Program(Contractor, Right.AnswerHandovers);
        using var stranger = await town.Program("grid-operator", Right.AnswerHandovers);

        using var list = await program.Read(files);
        var photo = Assert.Single((await list.Json()).AsArray())!;
        Assert.Equal((1, "foto-1.png", "image/png", false), (photo["number"]!.GetValue<int>(), photo["name"]!.GetValue<string>(), photo["contentType"]!.GetValue<string>(), photo["fromPartner"]!.GetValue<bool>()));
        using var got = await program.Read(files + "/1");
        Assert.Equal((HttpStatusCode.OK, "image/png"), (got.StatusCode, got.Content.Headers.ContentType!.MediaType));
        Assert.Single(await Timeline(town, lamp.Matter.Value), line => line is { Happened: DocumentLookedAt, By.Kind: WhoKind.Client });
        foreach (var path in (string[])[files, files + "/1"])
        {
            using var refused = await stranger.Read(path);
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }

        using var elsewhere = await HandIn(stranger, files, "mast.png", Documents.Files.Picture(SKEncodedImageFormat.Png));
        using var wrong = await HandIn(program, files, "virus.exe", [0x4D, 0x5A, 0, 1]);
        using var large = await HandIn(program, files, "film.txt", Large());
        using var taken = await HandIn(program, files, "mast.png", Documents.Files.Picture(SKEncodedImageFormat.Png));
        Assert.Equal((404, 422, 422, 201), ((int)elsewhere.StatusCode, (int)wrong.StatusCode, (int)large.StatusCode, (int)taken.StatusCode));
        var token = (await taken.Json())["file"]!.GetValue<string>();
        var version = $"\"{handover.Version}\"";
        using var unknown = await program.Post($"handovers/{handover.Id.Value}/replies", """{"kind":"askBack","text":"Is dit de mast?","files":["onzin"]}""", version: version);
        using var many = await program.Post($"handovers/{handover.Id.Value}/replies", $$"""{"kind":"askBack","text":"Is dit de mast?","files":[{{string.Join(',', Enumerable.Repeat($"\"{token}\"", 6))}}]}""", version: version);
        using var asked = await program.Post($"handovers/{handover.Id.Value}/replies", $$"""{"kind":"askBack","text":"Is dit de mast?","files":["{{token}}"]}""", version: version);
        Assert.Equal((422, 422, 204), ((int)unknown.StatusCode, (int)many.StatusCode, (int)asked.StatusCode));
        Assert.Equal(("document.received-gone", "handover.too-many-files"), ((await unknown.Json())["code"]!.GetValue<string>(), (await many.Json())["code"]!.GetValue<string>()));

        using var both = await program.Read(files);
        Assert.Equal(["foto-1.png", "mast.png"], (await both.Json()).AsArray().Select(one => one!["name"]!.GetValue<string>()));
        using var lead = await town.SignIn(Role.TeamLead);
        await lead.Open("/zaken/" + lamp.CaseReference);
        Assert.Contains("mast.png", lead.Text("main"), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> HandIn(HttpClient program, string path, string name, byte[] content)
    {
        using var body = new ByteArrayContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return await program.PostAsync(new Uri($"/api/v1/{path}?name={name}", UriKind.Relative), body, Cancel);
    }

    private static Task<HttpResponseMessage> Get(HttpClient client, string path) => client.GetAsync(new Uri(path, UriKind.Relative), Cancel);

    private static byte[] Large() => [.. Enumerable.Repeat((byte)'a', 11 * 1024 * 1024)];

    private static Task<IReadOnlyList<TimelineLine>> Timeline(Town town, Guid subject) =>
        town.Use<JournalReader, IReadOnlyList<TimelineLine>>(journal => journal.Timeline(subject, Audience.Audit, 100, null, Cancel));

    private static async Task<string> Link(Town town, string reference) =>
        "/partner/" + PartnerLinks.TokenFor(town.Tenant.Keys, (await town.Sees(Actor.System, reference)).Handovers[0].Id, null);

    private static async Task<ReceivedFile> Received(Town town, string name, byte[] content)
    {
        using var stream = new MemoryStream(content);
        return (await town.Use<ReceiveFile, Result<ReceivedFile>>(receive => receive.Handle(stream, name, Cancel))).Value;
    }

    private static async Task<MatterReceipt> Call(Town town, MatterEnding ending, params IReadOnlyList<(string Name, byte[] Content)> files)
    {
        var agent = await town.Somebody(Role.Agent);
        var received = new List<ReceivedFile>();
        foreach (var (name, content) in files) received.Add(await Received(town, name, content));
        var contact = new NewContact(Channel.Phone, null, new CustomerDetails("Jansen", "+31612345678"), null, [Lamp]);
        var receipt = await town.Use<RegisterContact, Result<ContactReceipt>>(register => register.Handle(new RegisterContact.Request(RequestKey.None, contact, [ending], agent, received), Cancel));
        Assert.True(receipt.Succeeded, receipt.Failure?.Code);
        return receipt.Value.Matters[0];
    }

    private static async Task<PartnerCard> Card(Town town, string partner = Contractor) =>
        (await town.Use<PartnerDirectory, PartnerCard?>(partners => partners.Find(partner, Cancel)))!;

    private static async Task Set(Town town, Sharing sharing, bool pictures, string partner = Contractor)
    {
        var now = await Card(town, partner);
        var details = new PartnerDetails(
            now.Key, now.Name, now.Email, now.ResponseNorm, sharing, now.Phone, [new PartnerPersonDetails("A. Monteur", "a@partner.example")], PicturesGoAlong: pictures);
        var changed = await town.Use<ChangePartner, Result<Done>>(change => change.Handle(new ChangePartner.Request(RequestKey.None, now.Id, now.Version, details, Actor.System), Cancel));
        Assert.True(changed.Succeeded, changed.Failure?.Code);
    }
}
