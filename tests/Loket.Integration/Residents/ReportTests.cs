using System.Net;
using System.Text;
using Loket.Cases.Handling;
using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Integration.Cases;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace Loket.Integration.Residents;

public sealed class ReportTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_resident_reports_a_lamp_and_gets_a_reference_a_date_and_what_happens_next(Database database)
    {
        await using var town = await Town.On(database);
        using var visitor = new Visitor(town.Client());

        await visitor.FillsIn("Lantaarnpaal 118-042 brandt niet", "Nieuwemeerdijk, lantaarnpaal 118-042");
        Assert.Equal("Klopt alles?", visitor.Heading);
        Assert.Contains("118-042", visitor.Page.Body!.TextContent);
        await visitor.Send();

        Assert.Equal("Wij hebben uw melding ontvangen", visitor.Heading);
        var reference = visitor.Text(".loket-confirmation .loket-reference");
        Assert.StartsWith("HLM-", reference, StringComparison.Ordinal);
        Assert.Contains("Uiterlijk", visitor.Text(".loket-confirmation"));
        var view = await town.Use<OpenCase, Result<CaseView>>(open => open.Handle(reference, Actor.System, "test", Cancel));
        Assert.Equal(("street-light", "118-042"), (view.Value.Category, view.Value.Place.Asset));
    }

    [Theory, BothDatabases]
    public async Task The_second_who_reports_the_same_lamp_hears_that_it_is_known(Database database)
    {
        await using var town = await Town.On(database);
        using var first = new Visitor(town.Client());
        using var second = new Visitor(town.Client());

        var one = await first.Sends("Lantaarnpaal 118-042 brandt niet", "118-042");
        var other = await second.Sends("Lantaarnpaal 118-042 is al weken uit", "lantaarnpaal 118-042", "buurman@voorbeeld.example");

        Assert.NotEqual(one, other);
        Assert.Contains("Dit is bij ons bekend sinds", second.Text(".loket-confirmation"));
        Assert.Contains("Dit is de 2e melding hierover.", second.Text(".loket-confirmation"));
    }

    [Theory, BothDatabases]
    public async Task Who_names_the_lamp_only_in_the_story_is_heard_too(Database database)
    {
        await using var town = await Town.On(database);
        using var first = new Visitor(town.Client());
        await first.Sends("Het is hier donker. Het gaat om lantaarnpaal 118-042.");

        foreach (var where in (string[])["", "Nieuwemeerdijk"])
        {
            using var visitor = new Visitor(town.Client());
            await visitor.FillsIn("Lantaarnpaal 118-042 is al weken uit", where, "buurman@voorbeeld.example");
            Assert.Contains("Wij herkennen nummer 118-042", visitor.Page.Body!.TextContent, StringComparison.Ordinal);
            await visitor.Send();
            Assert.Contains("Dit is bij ons bekend sinds", visitor.Text(".loket-confirmation"), StringComparison.Ordinal);
        }
    }

    [Theory, BothDatabases]
    public async Task A_lamp_that_stands_elsewhere_than_the_place_that_was_said_is_not_taken_for_it(Database database)
    {
        await using var town = await Town.On(database);
        using var visitor = new Visitor(town.Client());

        await visitor.FillsIn("Lantaarnpaal 118-042 brandt niet", "Rijsenhout");

        Assert.DoesNotContain("Wij herkennen nummer", visitor.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task An_idea_about_a_lamp_is_no_report_of_it_and_staff_see_which_it_is(Database database)
    {
        await using var town = await Town.On(database);
        using var first = new Visitor(town.Client());
        using var second = new Visitor(town.Client());
        var report = await first.Sends("Lantaarnpaal 118-042 brandt niet", "118-042");
        var idea = await second.Sends("Feller licht bij lantaarnpaal 118-042 zou mooi zijn", "118-042", kind: "Idea");
        Assert.DoesNotContain("bij ons bekend", second.Text(".loket-confirmation"), StringComparison.Ordinal);

        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/zaken/" + idea);
        Assert.Contains("Een idee", agent.Text(".loket-people"), StringComparison.Ordinal);
        Assert.Contains("Dit is een vraag of idee, geen melding", agent.Text("main"), StringComparison.Ordinal);
        await agent.Open("/zaken/" + report);
        Assert.Contains("Een melding", agent.Text(".loket-people"), StringComparison.Ordinal);
        Assert.Single(agent.Page.QuerySelectorAll(".loket-people > li"));
    }

    [Theory, BothDatabases]
    public async Task Sending_twice_makes_one_contact_and_the_back_button_shows_the_same_reference(Database database)
    {
        await using var town = await Town.On(database);
        using var visitor = new Visitor(town.Client());
        await visitor.FillsIn("Er ligt afval naast de container");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using var answer = await visitor.Client.SendAsync(visitor.Filled(), Cancel);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }));
        await visitor.Open("/melden/klaar");
        var reference = visitor.Text(".loket-confirmation .loket-reference");
        await visitor.Open("/melden/controleren");

        Assert.Equal(reference, visitor.Text(".loket-confirmation .loket-reference"));
        await using var db = town.Open();
        Assert.Equal(1, await db.Database.SqlQueryRaw<int>("SELECT CAST(COUNT(*) AS integer) AS \"Value\" FROM contacts").SingleAsync(Cancel));
        Assert.Equal(1, await db.Database.SqlQueryRaw<int>("SELECT CAST(COUNT(*) AS integer) AS \"Value\" FROM cases").SingleAsync(Cancel));
    }

    [Theory, BothDatabases]
    public async Task What_is_typed_wrongly_is_explained_beside_the_field_and_not_lost(Database database)
    {
        await using var town = await Town.On(database);
        using var visitor = new Visitor(town.Client());
        await visitor.Open("/melden");
        await visitor.Send();
        Assert.Equal(["Kies waarmee u komt."], visitor.Errors);
        await visitor.Send(("Form.Kind", "Report"));

        await visitor.Send(("Form.Text", " \0 "));
        Assert.Equal(["Vertel kort wat er aan de hand is."], visitor.Errors);
        var much = new string('a', 100_000);
        await visitor.Send(("Form.Text", much));
        Assert.Contains("Maak de tekst korter", Assert.Single(visitor.Errors));
        Assert.Equal(much, visitor.Value("Form.Text"));

        await visitor.Send(("Form.Text", "<script>alert(1)</script> 💡 kapot \u202Eגב\0'; DROP TABLE cases; --"));
        await visitor.Send(("Form.Place", "bij de brug"), ("Form.Village", "atlantis"));
        Assert.Contains("hoort niet bij onze gemeente", Assert.Single(visitor.Errors));
        Assert.Equal("bij de brug", visitor.Value("Form.Place"));
        await visitor.Send(("Form.Place", "bij de brug"), ("Form.Village", ""));
        await visitor.Send(("then", "next"));
        await visitor.Send(("Form.TellBy", "Sms"));
        await visitor.Send(("Form.Phone", "023 5551234"));
        Assert.Contains("geen sms", Assert.Single(visitor.Errors));
        Assert.Equal("023 5551234", visitor.Value("Form.Phone"));
        await visitor.Send(("Form.Phone", "06 12345678"));

        Assert.Equal("Klopt alles?", visitor.Heading);
        Assert.Contains("<script>alert(1)</script> 💡 kapot", visitor.Page.Body!.TextContent);
        Assert.Empty(visitor.Page.QuerySelectorAll("main script"));
        await visitor.Send();
        Assert.StartsWith("HLM-", visitor.Text(".loket-confirmation .loket-reference"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task An_answer_is_changed_from_the_last_page_and_a_lost_draft_begins_anew(Database database)
    {
        await using var town = await Town.On(database);
        using var visitor = new Visitor(town.Client());
        await visitor.FillsIn("Een losse tegel");

        await visitor.Open("/melden/wat?wijzig=true");
        Assert.Equal("Een losse tegel", visitor.Value("Form.Text"));
        await visitor.Send(("Form.Text", "Twee losse tegels"));
        Assert.Equal("Klopt alles?", visitor.Heading);
        Assert.Contains("Twee losse tegels", visitor.Page.Body!.TextContent);

        using var stranger = new Visitor(town.Client());
        await stranger.Open("/melden/controleren");
        Assert.Equal("Waarmee komt u?", stranger.Heading);
    }

    [Theory, BothDatabases]
    public async Task Danger_leads_to_whom_to_call_first(Database database)
    {
        await using var town = await Town.On(database);
        using var visitor = new Visitor(town.Client());
        await visitor.Open("/melden");
        await visitor.Send(("Form.Kind", "Report"));

        await visitor.Send(("Form.Text", "Luik open met losse draden"));

        Assert.Equal("Is het gevaarlijk? Bel nu", visitor.Heading);
        Assert.NotNull(visitor.Page.QuerySelector("a[href='tel:112']"));
        await visitor.Send();
        Assert.Equal("Waar is het?", visitor.Heading);
    }

    [Theory, BothDatabases]
    public async Task What_looks_like_an_objection_waits_for_a_person_and_its_term_counts_from_the_day_it_was_sent(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        await town.At(new LocalDateTime(2026, 3, 3, 10, 0));
        using var visitor = new Visitor(town.Client());
        await visitor.FillsIn("Ik maak bezwaar tegen het besluit over mijn vergunning.", kind: "Question");
        Assert.Contains("Uw bericht lijkt op een bezwaar", visitor.Text("main"), StringComparison.Ordinal);
        await visitor.Send();
        Assert.Contains("Misschien is dit een bezwaar", visitor.Text("main"), StringComparison.Ordinal);
        var reference = visitor.Text(".loket-confirmation .loket-reference");
        await town.At(new LocalDateTime(2026, 3, 6, 10, 0));

        using var handler = await town.SignIn(Role.Handler);
        await handler.Open("/werk/verdelen");
        Assert.Contains("Dit lijkt op een formeel stuk", handler.Text("#work"), StringComparison.Ordinal);
        await handler.Open("/zaken/" + reference);
        await handler.Send(("Classify.Category", "litter"));
        Assert.Equal(["Beslis eerst of dit een formeel stuk is."], handler.Errors);
        await handler.Send(("Mark.Paper", "Objection"));
        Assert.Contains("Dit is nu een formeel stuk", handler.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Formeel stuk: Bezwaar, ontvangen op", handler.Text(".loket-timeline"), StringComparison.Ordinal);
        await town.RunJobs();

        var view = await town.Use<OpenCase, Result<CaseView>>(open => open.Handle(reference, Actor.System, "test", Cancel));
        Assert.Equal(("paper-objection", new LocalDate(2026, 4, 14)), (view.Value.Type, view.Value.DeadlineAt!.Value.InZone(MunicipalCalendar.Amsterdam).Date));
        var mails = mailbox.MailsTo("bewoner@voorbeeld.example").Select(mail => mail.Read().TextBody!).ToList();
        Assert.Single(mails, mail => mail.Contains("Uw bericht kan ook een bezwaar zijn", StringComparison.Ordinal));
        Assert.Single(mails, mail => mail.Contains("Wij hebben uw bezwaar ontvangen op dinsdag 3 maart", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task A_complaint_about_a_lamp_is_kept_from_others_until_somebody_has_seen_that_it_is_a_lamp(Database database)
    {
        await using var town = await Town.On(database);
        using var visitor = new Visitor(town.Client());
        var reference = await visitor.Sends("Formal complaint: the street light 118-042 is dark again", "118-042");
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/zaken/" + reference);
        Assert.Equal(HttpStatusCode.NotFound, agent.Status);

        var insider = await town.Somebody(Role.Handler, Loket.Demo.Town.TeamKeys.Integrity);
        var held = await town.Sees(insider, reference);
        Assert.Equal((FormalPaper.Complaint, 1), (held.ProposedPaper, held.Contacts));
        Assert.NotNull(held.Team);
        var decided = await town.Use<UnmarkPaper, Result<ChangedCase>>(unmark => unmark.Handle(new CaseChange(RequestKey.None, held.Id, insider, held.Version), Cancel));
        Assert.True(decided.Succeeded, decided.Failure?.Code);

        await agent.Open("/zaken/" + reference);
        Assert.Equal(HttpStatusCode.OK, agent.Status);
        Assert.Contains("Geen formeel stuk: Klacht over gedrag", agent.Text(".loket-timeline"), StringComparison.Ordinal);
        Assert.Equal("street-light", (await town.Sees(insider, reference)).Category);
    }

    [Theory, BothDatabases]
    public async Task A_registered_report_is_marked_as_a_claim_and_the_mark_is_taken_off_again(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        using var visitor = new Visitor(town.Client());
        var reference = await visitor.Sends("Mijn fiets is stuk door een gat in de weg");
        using var handler = await town.SignIn(Role.Handler);
        await handler.Open("/zaken/" + reference);
        await handler.Send(("Mark.Paper", ""));
        Assert.Equal(["Kies welk formeel stuk het is."], handler.Errors);
        await handler.Send(("Mark.Paper", "DamageClaim"));
        Assert.Contains("Schadeclaim", handler.Text("main"), StringComparison.Ordinal);

        await handler.Follow(handler.Pressed("Unmark"));
        Assert.Contains("Dit is geen formeel stuk", handler.Text("main"), StringComparison.Ordinal);
        await town.RunJobs();
        Assert.Single(mailbox.MailsTo("bewoner@voorbeeld.example"), mail => mail.Read().TextBody!.Contains("behandelen wij het als gewoon bericht", StringComparison.Ordinal));
        Assert.Null((await town.Sees(Actor.System, reference)).Paper);
    }

    [Theory, BothDatabases]
    public async Task The_same_pages_stand_in_English(Database database)
    {
        await using var town = await Town.On(database);
        using var visitor = new Visitor(town.Client());

        await visitor.FillsIn("The bin is full", email: null, root: "/en");
        await visitor.Send();

        Assert.Equal("We received your report", visitor.Heading);
        Assert.Contains("/en/", visitor.Address);
    }

    [Theory, BothDatabases]
    public async Task A_photo_stands_on_the_case_without_its_place_and_a_program_does_not_go_along(Database database)
    {
        await using var town = await Town.On(database);
        using var visitor = new Visitor(town.Client());
        await visitor.Open("/melden");
        await visitor.Send(("Form.Kind", "Report"));
        await visitor.Send(("Form.Text", "Een scheve paal"));
        await visitor.Send(("Form.Place", ""));

        await visitor.Follow(Upload(visitor, "virus.exe", [0x4D, 0x5A, 0, 1]));
        Assert.Contains("virus.exe", Assert.Single(visitor.Errors));
        var taken = Documents.Files.PhotoWithPlace();
        Assert.Contains("GPS", Encoding.Latin1.GetString(taken), StringComparison.Ordinal);
        await visitor.Follow(Upload(visitor, "paal.jpg", taken));
        await visitor.Follow(Upload(visitor, "verhaal.txt", "Zo ging het."u8.ToArray()));
        Assert.Contains("verhaal.txt", visitor.Page.Body!.TextContent);
        await visitor.Send(("then", "next"));
        await visitor.Send(("Form.TellBy", "None"));
        await visitor.Send();

        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/zaken/" + visitor.Text(".loket-confirmation .loket-reference"));
        var files = agent.Page.QuerySelectorAll(".loket-files a").ToList();
        Assert.Equal(["paal.jpg", "verhaal.txt"], files.Select(file => file.TextContent.Trim()));
        var photo = await agent.Client.GetByteArrayAsync(new Uri(files[0].GetAttribute("href")!, UriKind.Relative), Cancel);
        Assert.Equal([0xFF, 0xD8, 0xFF], photo[..3]);
        Assert.DoesNotContain("GPS", Encoding.Latin1.GetString(photo), StringComparison.Ordinal);
        Assert.Equal("Zo ging het.", await agent.Client.GetStringAsync(new Uri(files[1].GetAttribute("href")!, UriKind.Relative), Cancel));
    }

    [Theory, BothDatabases]
    public async Task A_house_a_village_from_the_list_and_words_alone_stand_on_the_case_as_where_it_is(Database database)
    {
        await using var town = await Town.On(database);
        var house = (await town.Use<IAddressSource, Result<IReadOnlyList<AddressCard>>>(addresses => addresses.Suggest("Kruisweg 1", Cancel))).Value.First(card => card.Number is not null);

        var written = await Sent(house.Written, null);
        Assert.Equal((house.StreetAndNumber, house.Area), (written.Address, written.Area));
        Assert.True(written is { X: not null, Y: not null });
        var chosen = await Sent("", "zwanenburg");
        Assert.Equal(("Zwanenburg", "zwanenburg", null), (chosen.Text, chosen.Area, chosen.Address));
        var both = await Sent("achter de kerk", "rijsenhout");
        Assert.Equal(("achter de kerk", "rijsenhout"), (both.Text, both.Area));

        async Task<Place> Sent(string place, string? village)
        {
            using var visitor = new Visitor(town.Client());
            await visitor.Open("/melden/wat?soort=Report");
            await visitor.Send(("Form.Text", "Er zit hier een rattennest"));
            await visitor.Send(("Form.Place", place), ("Form.Village", village ?? ""));
            await visitor.Send(("then", "next"));
            await visitor.Send(("Form.TellBy", "None"));
            await visitor.Send();
            return (await town.Sees(Actor.System, visitor.Text(".loket-confirmation .loket-reference"))).Place;
        }
    }

    [Theory, BothDatabases]
    public async Task Far_too_much_is_refused_in_words_and_what_was_typed_before_stays(Database database)
    {
        await using var town = await Town.On(database);
        using var visitor = new Visitor(town.Client());
        await visitor.Open("/melden/wat?soort=Report");
        await visitor.Send(("Form.Text", "Een scheve paal"));
        await visitor.Send(("Form.Place", ""));

        var upload = Upload(visitor, "film.jpg", new byte[65 * 1024 * 1024]);
        upload.Headers.ExpectContinue = true;
        await visitor.Follow(upload);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, visitor.Status);
        Assert.Contains("Dit is te groot", visitor.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("samen hoogstens 60 MB", visitor.Page.Body.TextContent, StringComparison.Ordinal);

        await visitor.Open("/melden/wat");
        Assert.Equal("Een scheve paal", visitor.Value("Form.Text"));
    }

    [Theory, BothDatabases]
    public async Task Home_desks_privacy_and_accessibility_are_open_in_both_languages(Database database)
    {
        await using var town = await Town.On(database);
        using var visitor = new Visitor(town.Client());
        foreach (var path in new[] { "/", "/loketten", "/privacy", "/toegankelijkheid", "/volgen", "/en/", "/en/loketten", "/en/privacy", "/en/toegankelijkheid", "/en/volgen" })
        {
            await visitor.Open(path);
            Assert.Equal(HttpStatusCode.OK, visitor.Status);
            Assert.NotEqual("", visitor.Heading);
        }
    }

    private static HttpRequestMessage Upload(Visitor visitor, string name, byte[] content)
    {
        var form = new MultipartFormDataContent { { new StringContent(visitor.Value("__RequestVerificationToken")), "__RequestVerificationToken" }, { new StringContent("add"), "then" } };
        form.Add(new ByteArrayContent(content), "Form.Files", name);
        return new HttpRequestMessage(HttpMethod.Post, "/melden/fotos") { Content = form };
    }
}
