using System.Net;
using System.Text.Json.Nodes;
using Loket.Cases;
using Loket.Cases.Handling;
using Loket.Cases.Handovers;
using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Integration.Api;
using Loket.Integration.Cases;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation.Partners;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Testing;
using NodaTime;
using Xunit;

namespace Loket.Integration.Partners;

/// <summary>What goes to a partner by mail, page and API: of residents what its rule says, a national number never.</summary>
public sealed class SharingTests
{
    private const string Bsn = "111222333";   // passes the eleven test
    private const string Contractor = "street-light-contractor";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private static readonly NewMatter Lamp = new(
        $"lamp 118-042 uit, mijn bsn is {Bsn}", Category: "street-light", Place: new Place { Text = $"bij nummer 12, bsn 111.222.333", Address = "Nieuwemeerdijk 12", Asset = "118-042", Area = "nieuwemeer" });

    private static readonly Place AtSomebodys = new() { Text = "voor het raam van Pietersen", Asset = "118-042", Area = "nieuwemeer" };

    [Theory, BothDatabases]
    public async Task A_national_number_goes_to_no_partner_by_any_way(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        town.SetTo(hour: 10);
        var handler = await town.Somebody(Role.Handler);
        var lamp = await town.Receives(handler, Lamp, new MatterEnding.NewCase(), new CustomerDetails($"Jansen {Bsn}", "+31612345678"));
        await Share(town, Sharing.NameAndContact);
        var first = (await town.Sees(handler, lamp.Reference)).Handovers[0];
        await town.Use<TakeBack, Result<Loket.Cases.Handling.ChangedCase>>(back => back.Handle(new(RequestKey.None, lamp.Case!.Value, handler), $"Dubbel van bsn 111 222 333", Cancel));
        var again = await town.Use<HandOverCase, Result<Loket.Cases.Handling.ChangedCase>>(hand =>
            hand.Handle(new(RequestKey.None, lamp.Case!.Value, handler), first.Partner, $"Melder heeft nummer {Bsn}, wilt u kijken?", Cancel));
        Assert.True(again.Succeeded, again.Failure?.Code);
        await town.RunJobs();
        for (var day = 0; day < 10; day++) await town.Pass(Duration.FromDays(2));

        var mails = mailbox.Mail.Arrived.Where(mail => mail.To.Any(address => address.EndsWith("@partner.example", StringComparison.Ordinal))).Select(mail => mail.Read()).ToList();
        Assert.True(mails.Count >= 4, $"{mails.Count} mails");
        Assert.All(mails, mail => ShowsNone(mail.Subject + mail.TextBody + mail.HtmlBody));
        Assert.Contains(mails, mail => mail.TextBody!.Contains("Jansen", StringComparison.Ordinal) && mail.TextBody!.Contains("+31612345678", StringComparison.Ordinal));

        var live = (await town.Sees(handler, lamp.Reference)).Handovers.First(one => one.State == HandoverState.Offered);
        using var fitter = new Visitor(town.Client());
        await fitter.Open("/partner/" + PartnerLinks.TokenFor(town.Tenant.Keys, live.Id, null));
        Assert.Equal(HttpStatusCode.OK, fitter.Status);
        ShowsNone(fitter.Page.DocumentElement.OuterHtml);

        // An administrator may tick more for a program than its partner may know.
        foreach (var rights in (Right[][])[[Right.AnswerHandovers], [Right.AnswerHandovers, Right.SeePersonalData]])
        {
            using var program = await town.Program(Contractor, rights);
            foreach (var path in (string[])["cases", $"cases/{lamp.CaseReference}", $"cases/{lamp.CaseReference}/timeline"])
            {
                using var answer = await program.Read(path);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                ShowsNone(await answer.Content.ReadAsStringAsync(Cancel));
            }
        }
    }

    [Theory, BothDatabases]
    public async Task Of_the_people_goes_along_what_the_rule_says(Database database)
    {
        foreach (var (sharing, name, phone) in new[] { (Sharing.Nothing, false, false), (Sharing.Contact, false, true), (Sharing.NameAndContact, true, true) })
        {
            await using var town = await Town.On(database);
            await using var mailbox = await Mailbox.In(town);
            await Share(town, sharing);
            var agent = await town.Somebody(Role.Agent);
            var lamp = await town.Receives(agent, Lamp with { Subject = "lamp 118-042 uit", Place = AtSomebodys }, new MatterEnding.NewCase(), new CustomerDetails("Jansen", "+31612345678"));
            await town.RunJobs();
            using var program = await town.Program(Contractor, Right.AnswerHandovers);
            using var answer = await program.Read($"cases/{lamp.CaseReference}");

            foreach (var seen in (string[])[mailbox.MailsTo("a@partner.example")[0].Read().TextBody!, await answer.Content.ReadAsStringAsync(Cancel)])
            {
                Assert.Equal((name, phone), (seen.Contains("Jansen", StringComparison.Ordinal), seen.Contains("31612345678", StringComparison.Ordinal)));
                // Where it is always goes along, in the words of the resident where names do.
                Assert.Contains("118-042", seen, StringComparison.Ordinal);
                Assert.Equal((name, !name), (seen.Contains("Pietersen", StringComparison.Ordinal), seen.Contains("Nieuwemeer", StringComparison.Ordinal)));
            }
        }
    }

    [Theory, BothDatabases]
    public async Task An_address_that_no_list_has_goes_no_further_than_what_was_said(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        await Share(town, Sharing.Nothing);
        using var program = await town.Program(Right.RegisterContacts, Right.SeeCases);
        using var registered = await program.Post("contacts",
            """{"channel":"phone","matters":[{"subject":"lamp uit","category":"street-light","place":{"address":"achter bij Pietersen 3","village":"nieuwemeer"},"ending":{"kind":"newCase"}}]}""");
        Assert.Equal(HttpStatusCode.Created, registered.StatusCode);
        await town.RunJobs();

        using var mail = mailbox.OnlyMailTo("a@partner.example");
        Assert.Contains("Plaats: Nieuwemeer", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Pietersen", mail.Subject + mail.TextBody, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Of_a_sensitive_case_a_partner_gets_the_question_and_nothing_else(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        await Share(town, Sharing.NameAndContact, "social-counsellors");
        var agent = await town.Somebody(Role.Agent);
        var door = await town.Receives(
            agent, new NewMatter("Deurwaarder aan de deur", Category: "counsellors", Place: new Place { Address = "Dorpsstraat 99", Area = "hoofddorp" }),
            new MatterEnding.NewCase(), new CustomerDetails("Jansen", "+31612345678"));
        await town.RunJobs();

        using var mail = mailbox.OnlyMailTo("a@partner.example");
        foreach (var secret in (string[])["Deurwaarder", "Dorpsstraat", "Jansen", "31612345678"])
            Assert.DoesNotContain(secret, mail.Subject + mail.TextBody, StringComparison.Ordinal);

        var known = await town.Sees(Actor.System, door.Reference);
        foreach (var rights in (Right[][])[[Right.AnswerHandovers], [Right.AnswerHandovers, Right.SeePersonalData]])
        {
            using var program = await town.Program("social-counsellors", rights);
            using var list = await program.Read("cases");
            using var one = await program.Read($"cases/{known.Reference}");
            using var timeline = await program.Read($"cases/{known.Reference}/timeline");
            var row = Assert.Single((await list.Json())["cases"]!.AsArray())!;
            var seen = await one.Json();
            var opened = Assert.Single((await timeline.Json()).AsArray(), line => line!["event"]!.GetValue<string>() == "case.opened")!["facts"]!;

            Assert.Equal((known.Reference, ""), (row["reference"]!.GetValue<string>(), row["subject"]!.GetValue<string>()));
            Assert.Equal(("", ""), (seen["subject"]!.GetValue<string>(), seen["type"]!.GetValue<string>()));
            Assert.Equal("", opened["type"]!.GetValue<string>());
            Assert.All((JsonNode[])[row, seen, opened], told => Assert.True(told["category"] is null && told["team"] is null, told.ToJsonString()));
            foreach (var answer in (HttpResponseMessage[])[list, one, timeline])
            {
                var text = await answer.Content.ReadAsStringAsync(Cancel);
                foreach (var secret in (string[])["Deurwaarder", "Dorpsstraat", "hoofddorp", "Jansen", "31612345678", $":\"{known.Category}\"", $":\"{known.Type}\""])
                    Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
            }
        }
    }

    [Theory, BothDatabases]
    public async Task What_is_told_to_residents_and_asked_of_others_a_partner_does_not_read_back(Database database)
    {
        await using var town = await Town.On(database);
        var handler = await town.Somebody(Role.Handler);
        var lamp = await town.Receives(handler, Lamp with { Subject = "lamp 118-042 uit" }, new MatterEnding.NewCase(), new CustomerDetails("Jansen", "+31612345678"));
        var own = (await town.Sees(handler, lamp.Reference)).Participants[0].Id;
        var answered = await town.Use<AnswerCase, Result<ChangedCase>>(answer => answer.Handle(
            new CaseChange(RequestKey.None, lamp.Case!.Value, handler), "De lamp is woensdag aan.", new Dictionary<ParticipantId, string> { [own] = "Wij bellen u thuis." }, Cancel));
        Assert.True(answered.Succeeded, answered.Failure?.Code);

        using var program = await town.Program(Contractor, Right.AnswerHandovers, Right.SeePersonalData);
        using var timeline = await program.Read($"cases/{lamp.CaseReference}/timeline");
        using var staff = await town.Program(Right.SeeCases, Right.SeePersonalData);
        using var whole = await staff.Read($"cases/{lamp.CaseReference}/timeline");

        Assert.Contains("Wij bellen u thuis.", await whole.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        var seen = await timeline.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("case.answered", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("woensdag", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Wij bellen u thuis.", seen, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task An_address_that_becomes_secret_is_read_nowhere_in_what_the_partner_was_written_and_goes_out_no_more(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        town.SetTo(hour: 10);
        await Share(town, Sharing.NameAndContact);
        var lamp = await town.Receives(
            await town.Somebody(Role.Agent), Lamp with { Subject = "lamp 118-042 uit", Place = AtSomebodys }, new MatterEnding.NewCase(),
            new CustomerDetails("Jansen", "+31612345678", Address: "Laan \"Zonnedauw\" 12\n2131 AA Hoofddorp"));
        await town.RunJobs();
        var sent = mailbox.MailsTo("a@partner.example")[^1].Read().TextBody!;
        Assert.Contains("Laan \"Zonnedauw\" 12, 2131 AA Hoofddorp", sent, StringComparison.Ordinal);

        var whose = (await town.Sees(Actor.System, lamp.Reference)).Participants[0].Customer!.Value;
        var placed = await town.Use<PlaceWarning, Result<Done>>(async place => await place.Handle(
            new PlaceWarning.Request(RequestKey.None, whose, WarningKind.SecretAddress, "Bedreigd door een ander.", new LocalDate(2026, 6, 1), await town.Somebody(Role.TeamLead)), Cancel));
        Assert.True(placed.Succeeded, placed.Failure?.Code);

        using var handler = await town.SignIn(Role.Handler);
        await handler.Open("/zaken/" + lamp.CaseReference);
        Assert.Contains("Jansen, +31612345678", handler.Text("#message-list"), StringComparison.Ordinal);
        Assert.DoesNotContain("Zonnedauw", handler.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var offer = (await town.MessagesOf(lamp.Case!.Value.Value)).First(message => message.Kind == MessageKind.PartnerOffer && message.Content!.Address == "a@partner.example").Id;
        Assert.True((await town.Use<RecordReturn, Result<MessageState>>(back => back.Handle(new RecordReturn.Request(RequestKey.None, offer, null, Actor.System), Cancel))).Succeeded);
        Assert.True((await town.Use<QueueAgain, Result<MessageState>>(again => again.Handle(new QueueAgain.Request(RequestKey.None, offer, null, Actor.System), Cancel))).Succeeded);
        await town.RunJobs();
        using var once = mailbox.MailsTo("a@partner.example")[^1].Read();
        Assert.Contains("Jansen, +31612345678", once.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Zonnedauw", once.TextBody + once.HtmlBody, StringComparison.Ordinal);
    }

    private static void ShowsNone(string text)
    {
        foreach (var written in (string[])[Bsn, "111.222.333", "111 222 333"]) Assert.DoesNotContain(written, text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_is_typed_to_a_partner_says_of_residents_no_more_than_its_rule(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var handler = await town.Somebody(Role.Handler);
        var lamp = await town.Receives(handler, Lamp, new MatterEnding.NewCase(), new CustomerDetails("Kees Jansen", "+31612345678"));
        var first = (await town.Sees(handler, lamp.Reference)).Handovers[0];
        await Share(town, Sharing.Nothing);
        Assert.Equal(("case.names-another", "Reason"), await TakeBack("Kees Jansen belde weer"));
        Assert.Null((await TakeBack("Dubbel")).Code);

        Assert.Equal(("case.names-another", "Question"), await Ask("Wilt u Kees Jansen bellen?"));
        await Share(town, Sharing.Contact);
        Assert.Equal(("case.names-another", "Question"), await Ask("Wilt u Kees Jansen bellen?"));
        Assert.Equal(("case.names-another", "Question"), await Ask("Wilt u meneer Jansen bellen?"));
        Assert.Null((await Ask("Wilt u bellen met 06 12345678?")).Code);
        Assert.Equal(("case.names-another", "Text"), await Answer("Vraag naar Kees Jansen"));
        await Share(town, Sharing.NameAndContact);
        Assert.Null((await Answer("Vraag naar Kees Jansen")).Code);

        async Task<(string? Code, string? Field)> TakeBack(string reason) => Of(await town.Use<TakeBack, Result<Loket.Cases.Handling.ChangedCase>>(back =>
            back.Handle(new(RequestKey.None, lamp.Case!.Value, handler), reason, Cancel)));
        async Task<(string? Code, string? Field)> Ask(string question) => Of(await town.Use<HandOverCase, Result<Loket.Cases.Handling.ChangedCase>>(hand =>
            hand.Handle(new(RequestKey.None, lamp.Case!.Value, handler), first.Partner, question, Cancel)));
        async Task<(string? Code, string? Field)> Answer(string text) => Of(await town.Use<AnswerPartner, Result<Loket.Cases.Handling.ChangedCase>>(answer =>
            answer.Handle(new(RequestKey.None, lamp.Case!.Value, handler), text, Cancel)));
        static (string? Code, string? Field) Of(Result<Loket.Cases.Handling.ChangedCase> result) => (result.Failure?.Code, result.Failure?.Field);
    }

    private static async Task Share(Town town, Sharing sharing, string partner = Contractor)
    {
        var now = (await town.Use<PartnerDirectory, PartnerCard?>(partners => partners.Find(partner, Cancel)))!;
        var details = new PartnerDetails(now.Key, now.Name, now.Email, now.ResponseNorm, sharing, now.Phone, [new PartnerPersonDetails("A. Monteur", "a@partner.example")]);
        var changed = await town.Use<ChangePartner, Result<Done>>(change => change.Handle(new ChangePartner.Request(RequestKey.None, now.Id, now.Version, details, Actor.System), Cancel));
        Assert.True(changed.Succeeded, changed.Failure?.Code);
    }
}
