using System.Globalization;
using System.Net;
using Loket.Cases.Handling;
using Loket.Cases.Handovers;
using Loket.Cases.Reading;
using Loket.Cases.Together;
using Loket.Contacts;
using Loket.Documents;
using Loket.Intake.Register;
using Loket.Integration.Cases;
using Loket.Integration.Storage;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Storage.Journal;
using Loket.Testing;
using NodaTime;
using SkiaSharp;
using Xunit;

namespace Loket.Integration.Staff;

/// <summary>Work lists and the case page, as somebody at a browser without script sees them.</summary>
public sealed class CasePageTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly Place Bridge = new() { Text = "bij de brug", Area = "nieuwemeer" };

    [Theory, BothDatabases]
    public async Task A_case_without_a_subject_waits_in_triage_and_goes_on_once_it_has_one(Database database)
    {
        await using var town = await Town.On(database);
        var receipt = await Call(town, "De brug piept vreselijk", null);
        using var lead = await town.SignIn(Role.TeamLead);

        await lead.Open("/werk/verdelen");
        Assert.Contains("De brug piept vreselijk", lead.Text("#work tbody"), StringComparison.Ordinal);

        await lead.Send(("category", "street-light"));
        Assert.Contains("Geplaatst: De brug piept vreselijk", lead.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("De brug piept vreselijk", lead.Text("#work tbody"), StringComparison.Ordinal);

        await lead.Open("/zaken/" + receipt.Reference);
        Assert.Contains("Onderwerp gekozen", lead.Text(".loket-timeline"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_handler_takes_a_case_notes_answers_all_and_closes_it(Database database)
    {
        await using var town = await Town.On(database);
        var receipt = await Call(town, "De brug piept vreselijk", null);
        using var handler = await town.SignIn(Role.Handler);

        await handler.Open("/zaken/" + receipt.Reference);
        Assert.Equal(HttpStatusCode.OK, handler.Status);
        await handler.Follow(handler.Pressed("Take"));
        Assert.Contains("U hebt deze zaak opgepakt", handler.Text("main"), StringComparison.Ordinal);

        await handler.Send(("Note.Text", "Scharnier is droog."));
        Assert.Contains("Scharnier is droog.", handler.Text(".loket-timeline"), StringComparison.Ordinal);

        await handler.Open("/zaken/" + receipt.CaseReference + "/antwoord");
        await handler.Send(("Form.Text", "Wij smeren de brug morgen."));
        Assert.Contains("Dit gaat naar 1 mens", handler.Text("main"), StringComparison.Ordinal);
        await handler.Send(("Form.Text", "Wij smeren de brug morgen."));
        Assert.Contains("Antwoord verstuurd", handler.Text(".loket-timeline"), StringComparison.Ordinal);

        await handler.Send(("Close.Result", "solved"));
        Assert.NotEmpty(handler.Errors);
        await handler.Send(("Close.Result", "solved"), ("Close.Solved", "yes"));
        Assert.Contains("De zaak is gesloten", handler.Text("main"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_is_not_solved_is_told_with_the_reason_and_a_message_that_comes_back_is_recorded_on_the_case(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var receipt = await Call(town, "De brug piept vreselijk", null, who: new CustomerDetails("Jo Bakker", "+31612345678", "jo@voorbeeld.example"));
        using var handler = await town.SignIn(Role.Handler);
        await handler.Open("/zaken/" + receipt.CaseReference);
        await handler.Send(("Close.Result", "solved"), ("Close.Solved", "no"));
        Assert.NotEmpty(handler.Errors);
        await handler.Send(("Close.Result", "solved"), ("Close.Solved", "no"), ("Close.Explanation", "De brug wordt volgend jaar vervangen."));
        Assert.Contains("De zaak is gesloten", handler.Text("main"), StringComparison.Ordinal);
        await town.RunJobs();

        Assert.False((await town.Sees(Actor.System, receipt.Reference)).Solved);
        var told = Assert.Single(mailbox.MailsTo("jo@voorbeeld.example"), mail => mail.Read().Subject!.StartsWith("Wij stoppen met", StringComparison.Ordinal)).Read().TextBody!;
        Assert.Contains("Het is niet opgelost.", told, StringComparison.Ordinal);
        Assert.Contains("De brug wordt volgend jaar vervangen.", told, StringComparison.Ordinal);

        // Who may not mend what was not delivered, sees the messages and has no button.
        await handler.Open("/zaken/" + receipt.CaseReference);
        Assert.Equal(2, handler.Page.QuerySelectorAll("#message-list > li").Length);
        var first = handler.Text("#message-list > li");
        Assert.Contains("aan Jo Bakker", first, StringComparison.Ordinal);
        Assert.Contains("jo@voorbeeld.example", first, StringComparison.Ordinal);
        Assert.Contains("Verstuurd", first, StringComparison.Ordinal);
        Assert.Contains("e-mail", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Kwam terug", handler.Text("#message-list"), StringComparison.Ordinal);

        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/zaken/" + receipt.CaseReference);
        await agent.Send(("Said", "550 mailbox unavailable"));
        Assert.Contains("Genoteerd: het bericht kwam terug", agent.Text("main"), StringComparison.Ordinal);
        var failed = agent.Text("#message-list > li");
        Assert.Contains("Niet aangekomen", failed, StringComparison.Ordinal);
        Assert.Contains("Het bericht is teruggekomen.", failed, StringComparison.Ordinal);
        Assert.Contains("550 mailbox unavailable", failed, StringComparison.Ordinal);
        await town.RunJobs();
        // A notice without content goes the next way.
        Assert.DoesNotContain("vervangen", Assert.Single(mailbox.Http.Texts).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_somebody_else_changed_meanwhile_is_told_and_nothing_typed_is_lost(Database database)
    {
        await using var town = await Town.On(database);
        var receipt = await Call(town, "De brug piept vreselijk", null);
        using var first = await town.SignIn(Role.Handler);
        using var second = await town.SignIn(Role.Handler);
        await first.Open("/zaken/" + receipt.Reference);
        await second.Open("/zaken/" + receipt.Reference);

        await second.Follow(second.Pressed("Take"));
        await first.Send(("Ask.Text", "Hoe laat piept de brug?"));

        Assert.Equal(HttpStatusCode.Conflict, first.Status);
        Assert.Contains("Iemand anders heeft dit intussen gewijzigd", first.Text(".loket-error-summary"), StringComparison.Ordinal);
        var both = first.Text(".loket-alert");
        Assert.Contains("Opgepakt door", both, StringComparison.Ordinal);
        Assert.Contains("Hoe laat piept de brug?", both, StringComparison.Ordinal);
        Assert.Equal("Hoe laat piept de brug?", first.Value("Ask.Text"));

        await first.Send(("Ask.Text", "Hoe laat piept de brug?"));
        Assert.Contains("Uw vraag is verstuurd", first.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Opgepakt door", first.Text(".loket-timeline"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_contact_is_not_taken_off_a_case_that_somebody_else_took_meanwhile(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);
        var bridge = new NewMatter("De brug piept vreselijk", Place: new() { Area = "hoofddorp" });
        var known = await town.Receives(agent, bridge, new MatterEnding.NewCase());
        var again = await town.Receives(agent, bridge, new MatterEnding.NewCase());
        using var first = await town.SignIn(Role.Agent);
        using var second = await town.SignIn(Role.Handler);
        await first.Open("/zaken/" + again.Reference);
        await second.Open("/zaken/" + again.Reference);
        await second.Follow(second.Pressed("Take"));

        await first.Follow(first.Pressed("Join"));

        Assert.Equal(HttpStatusCode.Conflict, first.Status);
        Assert.Contains("Opgepakt door", first.Text(".loket-alert"), StringComparison.Ordinal);
        Assert.Equal((1, 1), ((await town.Sees(agent, again.Reference)).Contacts, (await town.Sees(agent, known.Reference)).Contacts));
    }

    [Theory, BothDatabases]
    public async Task A_contact_in_triage_is_put_on_the_case_that_it_is_a_repeat_of_by_who_places_work(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);
        var bridge = new NewMatter("De brug piept vreselijk", Place: new() { Area = "hoofddorp" });
        var known = await town.Receives(agent, bridge, new MatterEnding.NewCase());
        var again = await town.Receives(agent, bridge, new MatterEnding.NewCase());
        using var desk = await town.SignIn(Role.DeskHost);
        using var page = await town.SignIn(Role.Agent);

        await desk.Open("/zaken/" + again.Reference);
        Assert.Empty(desk.Page.QuerySelectorAll("form[action*='handler=Join']"));
        await page.Open("/zaken/" + again.Reference);
        await page.Follow(page.Pressed("Join"));

        Assert.Contains("Het contact staat nu bij deze zaak", page.Text("main"), StringComparison.Ordinal);
        Assert.Equal(2, (await town.Sees(agent, known.Reference)).Contacts);
    }

    [Theory, BothDatabases]
    public async Task An_answer_that_crossed_a_change_is_kept_and_sent_after_a_second_look(Database database)
    {
        await using var town = await Town.On(database);
        var receipt = await Call(town, "De brug piept vreselijk", null);
        using var first = await town.SignIn(Role.Handler);
        using var second = await town.SignIn(Role.Handler);
        await first.Open("/zaken/" + receipt.CaseReference + "/antwoord");
        await first.Send(("Form.Text", "Wij smeren de brug morgen."));

        await second.Open("/zaken/" + receipt.Reference);
        await second.Follow(second.Pressed("Take"));
        await first.Send(("Form.Text", "Wij smeren de brug morgen."));
        Assert.Equal(HttpStatusCode.Conflict, first.Status);
        Assert.Equal("Wij smeren de brug morgen.", first.Value("Form.Text"));

        await first.Send(("Form.Text", "Wij smeren de brug morgen."));
        await first.Send(("Form.Text", "Wij smeren de brug morgen."));
        Assert.Contains("Uw antwoord is verstuurd", first.Text("main"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_clock_is_stopped_and_lengthened_more_than_once_and_the_page_says_how_the_date_came_about(Database database)
    {
        await using var town = await Town.On(database);
        var receipt = await Call(town, "Lamp brandt niet", "street-light");
        using var handler = await town.SignIn(Role.Handler);
        await handler.Open("/zaken/" + receipt.Reference);
        foreach (var reason in (string[])["Wij wachten op een foto.", "Wij wachten op een tweede foto."])
        {
            var until = town.Tenant.Clock.Now().InZone(MunicipalCalendar.Amsterdam).Date.PlusDays(5);
            await handler.Send(("Pause.Until.Day", Text(until.Day)), ("Pause.Until.Month", Text(until.Month)), ("Pause.Until.Year", Text(until.Year)), ("Pause.Reason", reason));
            Assert.Contains("De termijn staat stil sinds", handler.Text("#state"), StringComparison.Ordinal);
            await town.Pass(Duration.FromDays(3));
            await handler.Follow(handler.Pressed("Resume"));
        }

        await handler.Send(("Extend.Amount", "5"), ("Extend.Reason", "Het onderdeel is besteld."));
        await handler.Send(("Extend.Amount", "2"), ("Extend.Reason", "Het onderdeel is te laat."));

        var steps = handler.Text("#steps");
        Assert.Contains("Hiervoor staat", steps, StringComparison.Ordinal);
        Assert.Equal(2, steps.Split("De termijn stond stil").Length - 1);
        Assert.Contains("Erbij: 5 werkdagen. Het onderdeel is besteld.", steps, StringComparison.Ordinal);
        Assert.Contains("Erbij: 2 werkdagen. Het onderdeel is te laat.", steps, StringComparison.Ordinal);
        Assert.Contains("De uiterste datum is", steps, StringComparison.Ordinal);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [Theory, BothDatabases]
    public async Task What_a_partner_asks_stands_out_and_is_answered(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var receipt = await Call(town, "Lamp brandt niet", "street-light");
        using var handler = await town.SignIn(Role.Handler);
        await handler.Open("/zaken/" + receipt.Reference);
        if (handler.Page.QuerySelector("[name='HandOver.Partner']") is not null)
        {
            var partner = handler.Page.QuerySelectorAll("[name='HandOver.Partner'] option")[1].GetAttribute("value")!;
            await handler.Send(("HandOver.Partner", partner), ("HandOver.Question", "Wilt u dit herstellen?"));
        }

        var handover = (await town.Use<OpenCase, Result<CaseView>>(cases => cases.Handle(receipt.CaseReference!, Actor.System, "test", Cancel))).Value.Handovers[0];
        var asks = new ReplyToHandover.Request(RequestKey.None, handover.Id, Actor.System, new PartnerReply.AskBack("Staat er een kraan?"));
        await town.Use<ReplyToHandover, Result<Done>>(reply => reply.Handle(asks, Cancel));

        await handler.Open("/zaken/" + receipt.CaseReference);
        Assert.Contains("wacht op uw antwoord", handler.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Staat er een kraan?", handler.Text(".loket-pane--stays"), StringComparison.Ordinal);
        await handler.Send(("Tell.Text", "Ja, aan de overkant."));
        Assert.Contains("Uw antwoord is naar de ketenpartner gestuurd", handler.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("wacht op uw antwoord", handler.Text("main"), StringComparison.Ordinal);

        await town.RunJobs();
        Assert.Contains(mailbox.Mail.Arrived, mail => mail.Read().TextBody?.Contains("Ja, aan de overkant.", StringComparison.Ordinal) == true);
    }

    [Theory, BothDatabases]
    public async Task Danger_at_night_is_acknowledged_on_the_case_and_the_calling_stops(Database database)
    {
        await using var town = await Town.On(database);
        town.Tenant.Clock.SetTo(Instant.FromUtc(2026, 11, 28, 23, 0));
        var receipt = await Call(town, "Losse draden uit de lichtmast", "street-light", danger: true);
        await town.RunJobs();
        using var handler = await town.SignIn(Role.Handler);
        await handler.Open("/zaken/" + receipt.CaseReference);
        Assert.Contains("Nog niemand gaat erop af", handler.Text("main"), StringComparison.Ordinal);

        await handler.Follow(handler.Pressed("Acknowledge"));
        Assert.Contains("U gaat erop af", handler.Text("main"), StringComparison.Ordinal);
        Assert.Empty(handler.Page.QuerySelectorAll("form[action*='handler=Acknowledge']"));
        Assert.Contains("gaat erop af", handler.Text(".loket-timeline"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_file_is_kept_shown_small_and_given_only_to_keep_and_who_opens_it_is_seen(Database database)
    {
        await using var town = await Town.On(database);
        var receipt = await Call(town, "De brug piept vreselijk", null);
        using var handler = await town.SignIn(Role.Handler);
        using var manager = await town.SignIn(Role.AreaManager);
        await handler.Open("/zaken/" + receipt.CaseReference);
        await handler.Upload("Attach.File", "brug.png", Documents.Files.Picture(SKEncodedImageFormat.Png));
        Assert.Contains("Het bestand is toegevoegd", handler.Text("main"), StringComparison.Ordinal);

        var link = handler.Page.QuerySelector(".loket-files a")!.GetAttribute("href")!;
        var picture = handler.Page.QuerySelector(".loket-files img")!.GetAttribute("src")!;
        using var small = await handler.Client.GetAsync(new Uri(picture, UriKind.Relative), Cancel);
        Assert.Equal((HttpStatusCode.OK, null), (small.StatusCode, small.Content.Headers.ContentDisposition));
        using var file = await handler.Client.GetAsync(new Uri(link, UriKind.Relative), Cancel);
        Assert.Equal(("attachment", "brug.png"), (file.Content.Headers.ContentDisposition?.DispositionType, file.Content.Headers.ContentDisposition?.FileName));
        Assert.Equal("nosniff", Assert.Single(file.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("sandbox", Assert.Single(file.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);

        await manager.Open("/zaken/" + receipt.CaseReference);
        Assert.Empty(manager.Page.QuerySelectorAll(".loket-files a"));
        using var refused = await manager.Client.GetAsync(new Uri(link, UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);

        var view = (await town.Use<OpenCase, Result<CaseView>>(cases => cases.Handle(receipt.CaseReference!, Actor.System, "test", Cancel))).Value;
        var lines = await town.Use<JournalReader, IReadOnlyList<TimelineLine>>(journal => journal.Timeline(view.Id.Value, Audience.Audit, 200, null, Cancel));
        Assert.Single(lines, line => line.Happened is DocumentLookedAt);
    }

    [Theory, BothDatabases]
    public async Task Who_may_see_it_sees_who_asked_where_it_is_and_how_many_working_days_are_left(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var receipt = await Call(town, "Stoeptegel los", "pavement");
        using var handler = await town.SignIn(Role.Handler);
        await handler.Open("/zaken/" + receipt.CaseReference);

        Assert.Contains("Jo Bakker", handler.Text(".loket-people"), StringComparison.Ordinal);
        Assert.Contains(receipt.Reference, handler.Text(".loket-people"), StringComparison.Ordinal);
        Assert.Contains("bij de brug", handler.Text("section[aria-labelledby=what] dl"), StringComparison.Ordinal);
        Assert.Contains("Nieuwemeer", handler.Text("section[aria-labelledby=what] dl"), StringComparison.Ordinal);
        var deadline = (await town.Sees(await town.Somebody(Role.Agent), receipt.CaseReference!)).DeadlineAt!.Value.InZone(MunicipalCalendar.Amsterdam).Date;
        // There is no holiday in March.
        var left = Enumerable.Range(1, Period.DaysBetween(new LocalDate(2026, 3, 3), deadline)).Count(day => new LocalDate(2026, 3, 3).PlusDays(day).DayOfWeek <= IsoDayOfWeek.Friday);
        Assert.StartsWith($"nog {left} werkdag", handler.Text(".loket-deadline"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Who_sees_no_personal_data_sees_how_it_stands_and_nobody(Database database)
    {
        await using var town = await Town.On(database);
        var receipt = await Call(town, "De brug piept vreselijk", null);
        await town.RunJobs();
        using var manager = await town.SignIn(Role.AreaManager);
        await manager.Open("/zaken/" + receipt.CaseReference);

        Assert.Contains("1 contact", manager.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Jo Bakker", manager.Page.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("612345678", manager.Page.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_contact_that_belongs_elsewhere_is_put_there_and_the_empty_case_is_withdrawn(Database database)
    {
        await using var town = await Town.On(database);
        var bridge = await Call(town, "De brug piept vreselijk", null);
        var tree = await Call(town, "Boom over de sloot", null);
        using var handler = await town.SignIn(Role.Handler);

        await handler.Open("/zaken/" + tree.Reference);
        await handler.Send(("Move.Reference", bridge.CaseReference!));

        Assert.Equal("/zaken/" + bridge.CaseReference, handler.Address);
        Assert.Contains("2 contacten", handler.Text("main"), StringComparison.Ordinal);
        await handler.Open("/zaken/" + tree.CaseReference);
        Assert.Contains("Deze zaak is ongedaan gemaakt", handler.Text(".loket-timeline"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_contact_that_stands_with_the_wrong_case_gets_one_of_its_own(Database database)
    {
        await using var town = await Town.On(database);
        var bridge = await Call(town, "De brug piept vreselijk", null);
        var tree = await Call(town, "Boom over de sloot", null);
        using var handler = await town.SignIn(Role.Handler);
        await handler.Open("/zaken/" + tree.Reference);
        await handler.Send(("Move.Reference", bridge.CaseReference!));
        var matter = (await town.Use<OpenCase, Result<CaseView>>(cases => cases.Handle(bridge.CaseReference!, Actor.System, "test", Cancel))).Value
            .Participants.Single(one => one.Reference == tree.Reference).Matter;

        await handler.Send(("Move.Reference", ""), ("Move.Matter", matter.Value.ToString()));

        Assert.DoesNotContain(handler.Address, (string[])["/zaken/" + bridge.CaseReference, "/zaken/" + tree.CaseReference]);
        Assert.Equal("Boom over de sloot", handler.Heading);
        Assert.Contains("1 contact", handler.Text("#people"), StringComparison.Ordinal);
        Assert.Contains(tree.Reference, handler.Text(".loket-people"), StringComparison.Ordinal);
        await handler.Open("/zaken/" + bridge.CaseReference);
        Assert.Contains("1 contact", handler.Text("#people"), StringComparison.Ordinal);
        Assert.DoesNotContain(tree.Reference, handler.Text(".loket-people"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_page_asks_the_database_as_often_with_three_parts_as_with_none(Database database)
    {
        await using var town = await Town.On(database);
        var whole = await Call(town, "De brug piept vreselijk", null);
        await town.Receives(await town.Somebody(Role.Agent), new NewMatter("Herrie bij de brug"), new MatterEnding.Join(whole.Case!.Value), new CustomerDetails("An Visser"));
        using var lead = await town.SignIn(Role.TeamLead);
        await using var db = town.Open();
        using var statements = Statements.To(db);

        var alone = await Asked();
        for (var number = 0; number < 3; number++)
        {
            var part = await Call(town, $"Nog meer herrie {number}", null);
            var merged = await town.Use<MergeCase, Result<ChangedCase>>(merge => merge.Handle(new CaseChange(RequestKey.None, part.Case!.Value, Actor.System), whole.CaseReference, Cancel));
            Assert.True(merged.Succeeded, merged.Failure?.Code);
        }

        var together = await Asked();
        Assert.Equal(3, lead.Page.QuerySelectorAll("form[action*='handler=Part']").Length);
        Assert.True(alone == together, string.Join(Environment.NewLine + Environment.NewLine, statements.Heard.TakeLast(together)));

        async Task<int> Asked()
        {
            await statements.Settle(() => lead.Open("/zaken/" + whole.CaseReference));
            return await statements.During(() => lead.Open("/zaken/" + whole.CaseReference));
        }
    }

    private static async Task<MatterReceipt> Call(Town town, string subject, string? category, bool danger = false, CustomerDetails? who = null)
    {
        var agent = await town.Somebody(Role.Agent);
        var request = new RegisterContact.Request(
            RequestKey.None,
            new NewContact(Channel.Phone, null, who ?? new CustomerDetails("Jo Bakker", "+31612345678"), null, [new NewMatter(subject, Category: category, Place: Bridge)]),
            [new MatterEnding.NewCase(danger)], agent);
        return (await town.Use<RegisterContact, Result<ContactReceipt>>(register => register.Handle(request, Cancel))).Value.Matters[0];
    }
}
