using System.Net;
using Loket.Cases;
using Loket.Cases.Handling;
using Loket.Contacts;
using Loket.Demo.Outside;
using Loket.Integration.Api;
using Loket.Integration.Cases;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Testing;
using NodaTime;
using Xunit;

namespace Loket.Integration.Messages;

/// <summary>Everybody who asked is told, once per event, by the way that they chose; what cannot be delivered is seen, and its content goes no other way.</summary>
public sealed class TellingTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly NewMatter Bench = new("bankje kapot", Category: "pavement", Place: new Place { Text = "bij de speeltuin", Area = "nieuwemeer" });
    private static readonly NewMatter Lamp = new("lamp 118-042 brandt niet", Category: "street-light", Place: Calls.Lamp);

    [Theory, BothDatabases]
    public async Task Everybody_is_told_once_per_event_by_the_own_way(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        town.SetTo(hour: 10);
        using var program = await town.Program(Right.RegisterContacts, Right.SeePersonalData, Right.SeeCases);
        var known = await Registers(program, """{"name":"E. Post","email":"e@example.nl"}""", "email", """{"kind":"newCase"}""");
        foreach (var (person, way) in new[]
        {
            ("""{"name":"S. Bericht","phone":"06 12345678"}""", "sms"), ("""{"name":"B. Brief","address":"Dorpsstraat 1\n2131 AA Hoofddorp"}""", "letter"),
            ("""{"name":"T. Bel","phone":"023 555 12 34"}""", "phone"), ("""{"name":"L. Loket"}""", "desk"),
        }) await Registers(program, person, way, $$"""{"kind":"join","case":"{{known}}"}""");
        var handler = await town.Somebody(Role.Handler);

        await Answers(town, handler, known, "De lamp is woensdag weer aan.");
        await town.RunJobs();

        var told = (await Messages(program, known)).Where(one => one.Kind == "answer").ToList();
        Assert.Equal(["desk", "email", "letter", "phone", "sms"], told.Select(one => one.Channel).Order(StringComparer.Ordinal));
        Assert.Equal(5, told.Select(one => one.To).Distinct().Count());
        Assert.Equal(["atDesk", "sent", "sent", "toCall", "toPost"], told.Select(one => one.State).Order(StringComparer.Ordinal));
        Assert.Single(mailbox.MailsTo("e@example.nl"), mail => mail.Read().TextBody!.Contains("woensdag weer aan", StringComparison.Ordinal));
        Assert.Single(mailbox.Http.Requests, text => text.Text.Contains("woensdag weer aan", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task A_wish_for_one_kind_of_message_holds_for_that_kind_alone(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var handler = await town.Somebody(Role.Handler);
        var lamp = await town.Receives(handler, Lamp, new MatterEnding.NewCase(), new CustomerDetails("A. Twee", "+31612345678", "a@example.nl"), MessageChannel.Email);
        var customer = (await town.Sees(handler, lamp.Reference)).Participants[0].Customer!.Value;

        var wished = await town.Use<ChangePreference, Result<Done>>(change => change.Handle(
            new(RequestKey.None, customer, [new PreferredWay(MessageKind.Answer, MessageChannel.Sms)], new Who(WhoKind.Resident, customer.Value)), Cancel));
        await Answers(town, handler, lamp.CaseReference!, "Wij komen woensdag.");
        await Asks(town, handler, lamp.CaseReference!, "Brandt de lamp ernaast wel?");
        await town.RunJobs();

        Assert.True(wished.Succeeded, wished.Failure?.Code);
        Assert.Single(mailbox.Http.Requests, text => text.Text.Contains("Wij komen woensdag", StringComparison.Ordinal));
        Assert.Single(mailbox.MailsTo("a@example.nl"), mail => mail.Read().TextBody!.Contains("Brandt de lamp ernaast", StringComparison.Ordinal));
        Assert.DoesNotContain(mailbox.MailsTo("a@example.nl"), mail => mail.Read().TextBody!.Contains("Wij komen woensdag", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task What_does_not_arrive_is_seen_and_a_notice_without_content_goes_the_next_way(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        mailbox.Mail.Treat("weg@example.nl", SmtpMood.Refuse);
        using var program = await town.Program(Right.RegisterContacts, Right.SeePersonalData, Right.SeeCases);
        var known = await Registers(program, """{"name":"V. Weg","email":"weg@example.nl","phone":"06 12345678"}""", "email", """{"kind":"newCase"}""");
        await town.RunJobs();
        var handler = await town.Somebody(Role.Handler);

        await Answers(town, handler, known, "Het geheim van de lamp.");
        await town.RunJobs();
        await town.Pass(Duration.FromDays(1));

        var messages = await Messages(program, known);
        Assert.Equal(("failed", "message.refused"), messages.Where(one => one.Kind == "answer").Select(one => (one.State, one.Failure)).Single());
        var failed = messages.Count(one => one is { Channel: "email", State: "failed" });
        Assert.Equal((failed, failed), (messages.Count(one => one is { Kind: "neutralNotice", Channel: "sms", State: "sent" }), mailbox.Http.Requests.Count));
        Assert.All(mailbox.Http.Requests, text => Assert.DoesNotContain("geheim", text.Text, StringComparison.Ordinal));
        Assert.All(mailbox.Http.Requests, text => Assert.DoesNotContain("lamp", text.Text, StringComparison.OrdinalIgnoreCase));
    }

    [Theory, BothDatabases]
    public async Task A_notice_never_goes_the_way_that_has_just_failed_though_another_is_wished_meanwhile(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        mailbox.Mail.Treat("weg@example.nl", SmtpMood.Refuse);
        var agent = await town.Somebody(Role.Agent);
        var contact = new NewContact(Loket.Contacts.Channel.Phone, null, new CustomerDetails("V. Weg", "+31612345678", "weg@example.nl"), MessageChannel.Email, [Lamp, Bench]);
        var registered = await town.Use<RegisterContact, Result<ContactReceipt>>(register => register.Handle(
            new(RequestKey.None, contact, [new MatterEnding.NewCase(), new MatterEnding.Forward("province")], agent), Cancel));
        Assert.True(registered.Succeeded, registered.Failure?.Code);

        // The mails wait to be sent; meanwhile the resident would rather have text messages.
        await Wishes(town, registered.Value.Customer!.Value, ChangePreference.Everything(MessageChannel.Sms));
        await town.RunJobs();

        Assert.Equal(
            registered.Value.Matters.Select(matter => matter.Reference).Order(StringComparer.Ordinal),
            mailbox.Http.Texts.Where(text => text.To == "+31612345678").Select(text => registered.Value.Matters.Single(matter => text.Text.Contains(matter.Reference, StringComparison.Ordinal)).Reference)
                .Distinct().Order(StringComparer.Ordinal));
        Assert.DoesNotContain(await town.MessagesOf(registered.Value.Matters[0].Case!.Value.Value), one => one is { Kind: MessageKind.NeutralNotice, Channel: MessageChannel.Email });
    }

    [Theory, BothDatabases]
    public async Task A_notice_that_fails_as_well_goes_on_to_what_was_not_tried_though_each_kind_of_message_has_its_own_order(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        mailbox.Mail.Treat("weg@example.nl", SmtpMood.Refuse);
        var handler = await town.Somebody(Role.Handler);
        var lamp = await town.Receives(
            handler, Lamp, new MatterEnding.NewCase(), new CustomerDetails("V. Weg", "+31612345678", "weg@example.nl", "Dorpsstraat 1\n2131 AA Hoofddorp"), MessageChannel.Email);
        await Wishes(town, (await town.Sees(handler, lamp.Reference)).Participants[0].Customer!.Value, [new PreferredWay(MessageKind.Answer, MessageChannel.Letter)]);
        await Answers(town, handler, lamp.CaseReference!, "De lamp is woensdag weer aan.");
        var letter = Assert.Single(await town.MessagesOf(lamp.Case!.Value.Value), one => one.Kind == MessageKind.Answer);
        Assert.Equal(MessageChannel.Letter, letter.Channel);

        // Letter, then e-mail by the order of answers; by that of notices the third would be the letter once more.
        await town.Use<RecordReturn, Result<MessageState>>(record => record.Handle(new(RequestKey.None, letter.Id, "Onbestelbaar", Sender.Clerk), Cancel));
        await town.RunJobs();

        var notices = (await town.MessagesOf(lamp.Case!.Value.Value)).Where(one => one.Kind == MessageKind.NeutralNotice && one.QueuedAt >= letter.StateAt).ToList();
        Assert.Equal([MessageChannel.Email, MessageChannel.Sms], notices.Where(one => one.Person == letter.Person).Select(one => one.Channel).Distinct().Order());
        Assert.DoesNotContain(notices, one => one.Channel == MessageChannel.Letter);
    }

    [Theory, BothDatabases]
    public async Task Who_reported_it_three_times_is_told_once(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var handler = await town.Somebody(Role.Handler);
        var first = await town.Receives(handler, Lamp, new MatterEnding.NewCase(), new CustomerDetails("A. Trouw", Email: "a@example.nl"), MessageChannel.Email);
        var customer = (await town.Sees(handler, first.Reference)).Participants[0].Customer;
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var again = await town.Use<RegisterContact, Result<ContactReceipt>>(register => register.Handle(
                new(RequestKey.None, new NewContact(Loket.Contacts.Channel.Phone, customer, new CustomerDetails(), MessageChannel.Email, [Lamp]), [new MatterEnding.Join(first.Case!.Value)], handler), Cancel));
            Assert.True(again.Succeeded, again.Failure?.Code);
        }

        await Answers(town, handler, first.CaseReference!, "De lamp is woensdag weer aan.");
        await town.RunJobs();

        Assert.Single(mailbox.MailsTo("a@example.nl"), mail => mail.Read().TextBody!.Contains("woensdag weer aan", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task Who_cannot_be_told_that_it_was_forwarded_gets_a_notice_by_the_next_way(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var agent = await town.Somebody(Role.Agent);
        mailbox.Mail.Treat("weg@example.nl", SmtpMood.Refuse);

        var forwarded = await town.Receives(agent, Lamp, new MatterEnding.Forward("province"), new CustomerDetails("W. Eg", "+31612345678", "weg@example.nl"), MessageChannel.Email);
        await town.RunJobs();

        var notice = Assert.Single(mailbox.Http.Texts);
        Assert.Equal("+31612345678", notice.To);
        Assert.Contains(forwarded.Reference, notice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Provinci", notice.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Each_hears_it_in_the_own_words_and_never_in_those_of_another(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var handler = await town.Somebody(Role.Handler);
        var first = await town.Receives(
            handler, Lamp with { Subject = "lamp bij mevrouw Jansen kapot", Place = Calls.Lamp with { Address = null, Text = "voor het raam van mevrouw Jansen" } },
            new MatterEnding.NewCase(), new CustomerDetails("A. Een", Email: "a@example.nl"));
        await town.Receives(handler, Lamp with { Subject = "lantaarnpaal 118-042", Place = null }, new MatterEnding.Join(first.Case!.Value), new CustomerDetails("B. Twee", Email: "b@example.nl"));
        await town.Receives(
            handler, Lamp with { Subject = "mast 118-042", Place = Calls.Lamp with { Address = null, Text = "naast de kerk" } }, new MatterEnding.Join(first.Case!.Value), new CustomerDetails("C. Drie", Email: "c@example.nl"));

        await Answers(town, handler, first.CaseReference!, "De lamp is woensdag weer aan.");
        await town.RunJobs();

        Assert.Contains(mailbox.MailsTo("a@example.nl"), mail => mail.Read().TextBody!.Contains("voor het raam van mevrouw Jansen", StringComparison.Ordinal));
        Assert.Contains(mailbox.MailsTo("b@example.nl"), mail => mail.Read().TextBody!.Contains("Plaats: Nieuwemeer (118-042)", StringComparison.Ordinal));
        Assert.Contains(mailbox.MailsTo("c@example.nl"), mail => mail.Read().TextBody!.Contains("Plaats: naast de kerk (118-042)", StringComparison.Ordinal));
        Assert.All(mailbox.MailsTo("b@example.nl").Concat(mailbox.MailsTo("c@example.nl")), mail => Assert.DoesNotContain("Jansen", mail.Read().Subject + mail.Read().TextBody, StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task Who_calls_again_is_not_told_that_somebody_else_did(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var agent = await town.Somebody(Role.Agent);
        var first = await town.Receives(agent, Lamp, new MatterEnding.NewCase(), new CustomerDetails("A. Trouw", Email: "a@example.nl"));
        // The same person, as a customer of their own: nobody said that it is the same one.
        await town.Receives(agent, Lamp, new MatterEnding.Join(first.Case!.Value), new CustomerDetails("A. Trouw", Email: "a@example.nl"));
        await town.Receives(agent, Lamp, new MatterEnding.Join(first.Case!.Value), new CustomerDetails("B. Buur", Email: "b@example.nl"));
        await town.RunJobs();

        var (again, other) = (Joined("a@example.nl"), Joined("b@example.nl"));
        Assert.Contains("Wij weten dit al", again, StringComparison.Ordinal);
        Assert.DoesNotContain("Iemand anders", again, StringComparison.Ordinal);
        Assert.Contains("Iemand anders heeft dit ook gemeld", other, StringComparison.Ordinal);

        string Joined(string address) => Assert.Single(mailbox.MailsTo(address), mail => mail.Read().Subject!.Contains("bekend", StringComparison.Ordinal)).Read().TextBody!;
    }

    [Theory, BothDatabases]
    public async Task What_is_forwarded_is_told_with_the_name_of_the_body(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var agent = await town.Somebody(Role.Agent);

        await town.Receives(agent, new NewMatter("Gat in de provinciale weg"), new MatterEnding.Forward("province"), new CustomerDetails("P. Rovincie", Email: "p@example.nl"));
        await town.RunJobs();

        var mail = Assert.Single(mailbox.MailsTo("p@example.nl")).Read();
        Assert.Contains("doorgestuurd naar Provinciale wegbeheerder", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Provinciale wegbeheerder", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Gat in de provinciale weg", mail.TextBody, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_somebody_said_last_of_how_to_be_told_counts(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        town.SetTo(hour: 10);
        var handler = await town.Somebody(Role.Handler);
        var first = await town.Receives(handler, Lamp, new MatterEnding.NewCase(), new CustomerDetails("A. Twee", "+31612345678", "a@example.nl"), MessageChannel.Email);
        var customer = (await town.Sees(handler, first.Reference)).Participants[0].Customer!.Value;
        await town.Pass(Duration.FromHours(1));
        await town.Use<ChangePreference, Result<Done>>(change => change.Handle(new(RequestKey.None, customer, ChangePreference.Everything(MessageChannel.Sms), new Who(WhoKind.Resident, customer.Value)), Cancel));
        await Answers(town, handler, first.CaseReference!, "Wij komen woensdag.");
        await town.Pass(Duration.FromHours(1));

        var later = await town.Use<RegisterContact, Result<ContactReceipt>>(register => register.Handle(
            new(RequestKey.None, new NewContact(Loket.Contacts.Channel.Phone, customer, new CustomerDetails(), MessageChannel.Email, [new NewMatter("Vraag over het loket")]), [new MatterEnding.NewCase()], handler), Cancel));
        await Answers(town, handler, later.Value.Matters[0].CaseReference!, "Maandag zijn wij open.");
        await town.RunJobs();

        Assert.Single(mailbox.Http.Requests, text => text.Text.Contains("Wij komen woensdag", StringComparison.Ordinal));
        Assert.Single(mailbox.MailsTo("a@example.nl"), mail => mail.Read().TextBody!.Contains("Maandag zijn wij open", StringComparison.Ordinal));
        Assert.DoesNotContain(mailbox.Http.Requests, text => text.Text.Contains("Maandag zijn wij open", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task Who_reads_English_is_told_in_English_by_mail_and_by_text_message(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        using var program = await town.Program(Right.RegisterContacts, Right.SeePersonalData, Right.SeeCases);
        var known = await Registers(program, """{"name":"E. Mail","email":"e@example.nl","language":"en"}""", "email", """{"kind":"newCase"}""");
        await Registers(program, """{"name":"T. Ext","phone":"06 12345678","language":"en"}""", "sms", $$"""{"kind":"join","case":"{{known}}"}""");
        await Answers(town, await town.Somebody(Role.Handler), known, "Wednesday.");
        await town.RunJobs();

        var mails = mailbox.MailsTo("e@example.nl").Select(mail => mail.Read()).ToList();
        Assert.Contains(mails, mail => mail.Subject!.StartsWith("We have received your report", StringComparison.Ordinal)
            && mail.TextBody!.Contains("Your reference is", StringComparison.Ordinal) && mail.TextBody.Contains("You will hear from us by", StringComparison.Ordinal));
        Assert.Contains(mails, mail => mail.Subject!.StartsWith("Our answer:", StringComparison.Ordinal));
        Assert.Contains(mailbox.Http.Requests, text => text.Text.StartsWith("We already knew about your report.", StringComparison.Ordinal));
        Assert.Contains(mailbox.Http.Requests, text => text.Text.Contains("Our answer to", StringComparison.Ordinal));
        Assert.All(mails, mail => Assert.DoesNotContain("Gemeente", mail.TextBody, StringComparison.Ordinal));
        Assert.All(mails, mail => Assert.Contains("/en/volgen", mail.TextBody, StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task That_somebody_works_on_it_is_told_once_by_the_way_chosen_for_such_news(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var (handler, colleague) = (await town.Somebody(Role.Handler), await town.Somebody(Role.TeamLead));
        var bench = await town.Receives(handler, Bench, new MatterEnding.NewCase(), new CustomerDetails("A. Twee", "+31612345678", "a@example.nl"), MessageChannel.Email);
        var customer = (await town.Sees(handler, bench.Reference)).Participants[0].Customer!.Value;
        await town.Use<ChangePreference, Result<Done>>(change => change.Handle(
            new(RequestKey.None, customer, [new PreferredWay(MessageKind.StatusChange, MessageChannel.Sms)], new Who(WhoKind.Resident, customer.Value)), Cancel));

        await Takes(town, handler, bench);
        await town.RunJobs();
        Assert.Empty(mailbox.Http.Requests);
        await town.Pass(Duration.FromMinutes(16));
        var news = Assert.Single(mailbox.Http.Requests);
        Assert.Contains("is hiermee bezig", news.Text, StringComparison.Ordinal);
        Assert.Contains("U hoort uiterlijk", news.Text, StringComparison.Ordinal);

        // Who takes it over is no news.
        await town.Use<HandBackCase, Result<ChangedCase>>(back => back.Handle(new CaseChange(RequestKey.None, bench.Case!.Value, handler), Cancel));
        await Takes(town, colleague, bench);
        await town.Pass(Duration.FromMinutes(16));
        Assert.Single(mailbox.Http.Requests);
    }

    [Theory, BothDatabases]
    public async Task What_is_taken_and_ended_at_one_sitting_is_told_as_ended_alone(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var handler = await town.Somebody(Role.Handler);
        var bench = await town.Receives(handler, Bench, new MatterEnding.NewCase(), new CustomerDetails("A. Een", Email: "a@example.nl"));

        await Takes(town, handler, bench);
        var closed = await town.Use<CloseCase, Result<ChangedCase>>(close => close.Handle(new CaseChange(RequestKey.None, bench.Case!.Value, handler), "solved", true, "De bank staat weer recht.", Cancel));
        Assert.True(closed.Succeeded, closed.Failure?.Code);
        await town.Pass(Duration.FromHours(1));

        Assert.Contains(mailbox.MailsTo("a@example.nl"), mail => mail.Read().TextBody!.Contains("De bank staat weer recht.", StringComparison.Ordinal));
        Assert.DoesNotContain(mailbox.MailsTo("a@example.nl"), mail => mail.Read().TextBody!.Contains("hiermee bezig", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task Another_date_than_was_promised_is_told_when_somebody_chooses_the_subject(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        town.SetTo(hour: 10);
        var lead = await town.Somebody(Role.TeamLead);
        var bench = await town.Receives(lead, Bench with { Category = null }, new MatterEnding.NewCase(), new CustomerDetails("A. Een", Email: "a@example.nl"));
        var promised = (await town.Sees(lead, bench.Reference)).DeadlineAt!.Value;

        await Classifies("litter");
        var moved = (await town.Sees(lead, bench.Reference)).DeadlineAt!.Value;
        await Classifies("litter");
        await town.RunJobs();

        Assert.NotEqual(MessageWords.Day(promised, promised, "nl"), MessageWords.Day(moved, promised, "nl"));
        var news = Assert.Single(mailbox.MailsTo("a@example.nl"), mail => mail.Read().TextBody!.Contains("een andere datum", StringComparison.Ordinal)).Read().TextBody!;
        Assert.Contains($"U hoort uiterlijk {MessageWords.Day(moved, promised, "nl")} weer van ons.", news.Replace("*", "", StringComparison.Ordinal), StringComparison.Ordinal);

        async Task Classifies(string subject)
        {
            var result = await town.Use<ClassifyCase, Result<ChangedCase>>(classify => classify.Handle(new CaseChange(RequestKey.None, bench.Case!.Value, lead), subject, Cancel));
            Assert.True(result.Succeeded, result.Failure?.Code);
        }
    }

    private static async Task Wishes(Town town, CustomerId customer, IReadOnlyList<PreferredWay> ways)
    {
        var wished = await town.Use<ChangePreference, Result<Done>>(change => change.Handle(new(RequestKey.None, customer, ways, new Who(WhoKind.Resident, customer.Value)), Cancel));
        Assert.True(wished.Succeeded, wished.Failure?.Code);
    }

    private static async Task Takes(Town town, Actor by, MatterReceipt matter)
    {
        var taken = await town.Use<TakeCase, Result<ChangedCase>>(take => take.Handle(new CaseChange(RequestKey.None, matter.Case!.Value, by), Cancel));
        Assert.True(taken.Succeeded, taken.Failure?.Code);
    }

    private static async Task<string> Registers(HttpClient program, string person, string replyBy, string ending)
    {
        using var answer = await program.Post("contacts", $$$"""
            {"channel":"phone","person":{{{person}}},"replyBy":"{{{replyBy}}}","matters":[{"subject":"Lamp 118-042 is uit","category":"street-light","place":{"asset":"118-042"},"ending":{{{ending}}}}]}
            """);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Json())["matters"]![0]!["case"]!.GetValue<string>();
    }

    private static async Task<List<(string Kind, string Channel, string State, string? To, string? Failure)>> Messages(HttpClient program, string @case) =>
        [.. (await (await program.Read($"cases/{@case}/messages?size=200")).Json()).AsArray().Select(one => (
            one!["kind"]!.GetValue<string>(), one["channel"]!.GetValue<string>(), one["state"]!.GetValue<string>(), one["to"]?.GetValue<string>(), one["failure"]?.GetValue<string>()))];

    private static async Task Answers(Town town, Actor handler, string @case, string text)
    {
        var id = (await town.Sees(handler, @case)).Id;
        var answered = await town.Use<AnswerCase, Result<ChangedCase>>(answer => answer.Handle(new CaseChange(RequestKey.None, id, handler), text, null, Cancel));
        Assert.True(answered.Succeeded, answered.Failure?.Code);
    }

    private static async Task Asks(Town town, Actor handler, string @case, string text)
    {
        var id = (await town.Sees(handler, @case)).Id;
        var asked = await town.Use<AskParticipants, Result<ChangedCase>>(ask => ask.Handle(new CaseChange(RequestKey.None, id, handler), text, Cancel));
        Assert.True(asked.Succeeded, asked.Failure?.Code);
    }
}
