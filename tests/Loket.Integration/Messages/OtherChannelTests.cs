using System.Net;
using Loket.Kernel;
using Loket.Messages;
using Loket.Messages.Templates;
using Loket.Organisation.Rights;
using Loket.Testing;
using NodaTime;
using Xunit;

namespace Loket.Integration.Messages;

public sealed class OtherChannelTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly Guid lamp = Guid.NewGuid();

    [Theory, BothDatabases]
    public async Task A_text_message_goes_through_the_gateway_once_per_key(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        mailbox.Http.Treat("+31612345678", HttpStatusCode.ServiceUnavailable);
        await town.Queues(Sender.Receipt(MessageAddress.Sms("+31612345678"), @case: lamp));
        await town.RunJobs();
        mailbox.Http.Treat("+31612345678", HttpStatusCode.OK);
        await town.Pass(Duration.FromMinutes(2));

        var text = Assert.Single(mailbox.Http.Requests);
        Assert.StartsWith("Wij hebben uw melding ontvangen. Uw kenmerk is 7K4-Q2MD.", text.Text, StringComparison.Ordinal);
        Assert.Equal(MessageState.Sent, (await town.Sees(lamp)).State);
    }

    [Theory, BothDatabases]
    public async Task Whoever_is_called_because_of_danger_reads_as_much_as_fits_and_where_to_acknowledge(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        await town.Queues(Sender.Receipt(MessageAddress.Sms("+31612345678"), @case: lamp) with
        {
            Kind = MessageKind.DangerPage,
            Template = TemplateKeys.StaffDanger,
            Values = new Dictionary<string, string>
            {
                ["reference"] = "7K4-Q2MD", ["time"] = "dinsdag 3 maart om 10.00 uur", ["subject"] = new string('s', 200), ["place"] = new string('p', 600), ["acknowledge_by"] = "dinsdag 3 maart om 10.15 uur", ["link"] = "https://loket.example/zaken/1",
            },
        });
        await town.RunJobs();

        var text = Assert.Single(mailbox.Http.Texts).Text;
        Assert.Matches("^GEVAAR: s{149}…, p{149}…. Bevestig vóór dinsdag 3 maart om 10.15 uur: https://loket.example/zaken/1$", text);
        Assert.Equal(MessageState.Sent, (await town.Sees(lamp)).State);
    }

    [Theory, BothDatabases]
    public async Task A_text_of_the_municipality_that_no_text_message_holds_is_seen_as_failed(Database database)
    {
        await using var town = await Town.On(database);
        var changed = await town.Use<ChangeTemplate, Result<int>>(change => change.Handle(
            new(RequestKey.None, TemplateKeys.ReceiptReport, "nl", new TemplateText("Ontvangen", new string('x', 700), "Ontvangen."), 0, Sender.Clerk), Cancel));
        Assert.True(changed.Succeeded, changed.Failure?.Code);

        var queued = await town.Queues(Sender.Receipt(MessageAddress.Sms("+31612345678"), @case: lamp));

        Assert.Equal("message.too-long", queued.Failure?.Code);
        Assert.Equal((MessageState.Failed, "message.too-long"), ((await town.Sees(lamp)).State, (await town.Sees(lamp)).Failure?.Code));
    }

    [Theory, BothDatabases]
    public async Task A_gateway_that_falls_silent_may_have_passed_it_on_and_a_code_is_not_sent_again(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        mailbox.Http.Treat("+31612345678", HttpStatusCode.GatewayTimeout);
        var code = Guid.NewGuid();
        await town.Queues(Sender.Receipt(MessageAddress.Sms("+31612345678"), @case: lamp));
        await town.Queues(Sender.Receipt(MessageAddress.Sms("+31612345678"), @case: code) with
        {
            Kind = MessageKind.OneTimeCode,
            Template = TemplateKeys.OneTimeCode,
            Values = new Dictionary<string, string> { ["code"] = "493817", ["minutes"] = "15" },
            ExpiresAt = town.Tenant.Clock.Now() + Duration.FromMinutes(15),
        });
        await town.RunJobs();
        mailbox.Http.Treat("+31612345678", HttpStatusCode.OK);
        await town.Pass(Duration.FromMinutes(2));

        var sent = await town.Sees(lamp);
        Assert.Equal((MessageState.Sent, true), (sent.State, sent.MaybeTwice));
        Assert.Equal(2, mailbox.Http.Texts.Count);
        Assert.Equal((MessageState.Failed, "message.code-in-flight"), ((await town.Sees(code)).State, (await town.Sees(code)).Failure?.Code));
        Assert.Single(mailbox.Http.Requests, text => text.Text.Contains("493817", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task An_address_that_is_none_is_seen_and_never_stops_what_happened(Database database)
    {
        await using var town = await Town.On(database);
        foreach (var address in (MessageAddress[])[
            MessageAddress.Email("niemand"), MessageAddress.Email("een@twee\0.nl"), MessageAddress.Email("a@b.nl\r\nBcc: c@d.nl"),
            MessageAddress.Sms("0612345678"), MessageAddress.Letter("Dorpsstraat 1"), MessageAddress.Chat("http://elders.example/hook")])
        {
            var @case = Guid.NewGuid();
            var queued = await town.Queues(Sender.Receipt(address, @case: @case));

            Assert.Equal("message.address-invalid", queued.Failure?.Code);
            Assert.Equal((MessageState.Failed, "message.address-invalid"), ((await town.Sees(@case)).State, (await town.Sees(@case)).Failure?.Code));
            Assert.Single((await town.Journal(@case)).OfType<MessageFailed>());
        }
    }

    [Theory, BothDatabases]
    public async Task A_letter_is_printed_with_its_pin_and_posted(Database database)
    {
        await using var town = await Town.On(database);
        await town.Queues(Sender.Receipt(MessageAddress.Letter("Dorpsstraat 1\n1234 AB Polderstad", "E. Bakker"), @case: lamp));

        var letter = Assert.Single((await town.Use<ListMessages, Result<IReadOnlyList<MessageView>>>(list => list.ToPost(Sender.Clerk, Cancel))).Value);
        Assert.Contains("<strong>493817</strong>", letter.Content!.Html, StringComparison.Ordinal);
        Assert.Single((await town.Journal(letter.Id.Value)).OfType<MessagesLookedAt>());
        var posted = await town.Use<PostLetters, Result<int>>(use => use.Handle(new(new RequestKey("t", "1"), [letter.Id], Sender.Clerk), Cancel));

        Assert.Equal(1, posted.Value);
        Assert.Equal(MessageState.Posted, (await town.Sees(lamp)).State);
        Assert.Empty((await town.Use<ListMessages, Result<IReadOnlyList<MessageView>>>(list => list.ToPost(Sender.Clerk, Cancel))).Value);
        Assert.Equal(MessageChannel.Letter, Assert.Single((await town.Journal(lamp)).OfType<MessageSent>()).Channel);
    }

    [Theory, BothDatabases]
    public async Task A_letter_that_comes_back_is_a_failure(Database database)
    {
        await using var town = await Town.On(database);
        var queued = await town.Queues(Sender.Receipt(MessageAddress.Letter("Dorpsstraat 1\n1234 AB Polderstad"), @case: lamp));
        await town.Use<PostLetters, Result<int>>(use => use.Handle(new(RequestKey.None, [queued.Message], Sender.Clerk), Cancel));

        await town.Use<RecordReturn, Result<MessageState>>(use => use.Handle(new(RequestKey.None, queued.Message, "Onbestelbaar", Sender.Clerk), Cancel));

        Assert.Equal("message.returned", Assert.Single((await town.Journal(lamp)).OfType<MessageFailed>()).Reason);
    }

    [Theory, BothDatabases]
    public async Task Three_calls_in_vain_are_a_failure_to_deliver(Database database)
    {
        await using var town = await Town.On(database);
        var queued = await town.Queues(Sender.Receipt(MessageAddress.Phone("+31235551234"), @case: lamp));
        Task<Result<MessageState>> Call(CallOutcome outcome) =>
            town.Use<RecordCall, Result<MessageState>>(use => use.Handle(new(RequestKey.None, queued.Message, outcome, Sender.Clerk), Cancel));

        Assert.Equal(MessageState.ToCall, (await Call(CallOutcome.NotReached)).Value);
        Assert.Equal(MessageState.ToCall, (await Call(CallOutcome.NotReached)).Value);
        Assert.Equal(MessageState.Failed, (await Call(CallOutcome.NotReached)).Value);

        Assert.Equal("message.wrong-state", (await Call(CallOutcome.Told)).Failure?.Code);
        Assert.Equal(2, (await town.Journal(lamp)).OfType<CallUnanswered>().Count());
        Assert.Single((await town.Journal(lamp)).OfType<MessageFailed>());
    }

    [Theory, BothDatabases]
    public async Task What_is_ready_at_a_desk_is_told_there(Database database)
    {
        await using var town = await Town.On(database);
        var queued = await town.Queues(Sender.Receipt(MessageAddress.Desk("hoofddorp", "E. Bakker"), @case: lamp));

        Assert.Single((await town.Use<ListMessages, Result<IReadOnlyList<MessageView>>>(list => list.AtDesk("hoofddorp", Sender.Clerk, Cancel))).Value);
        Assert.Empty((await town.Use<ListMessages, Result<IReadOnlyList<MessageView>>>(list => list.AtDesk("zwanenburg", Sender.Clerk, Cancel))).Value);
        await town.Use<TellAtDesk, Result<MessageState>>(use => use.Handle(new(RequestKey.None, queued.Message, Sender.Clerk), Cancel));

        Assert.Equal(MessageState.Delivered, (await town.Sees(lamp)).State);
    }

    [Theory, BothDatabases]
    public async Task A_team_reads_it_in_its_chat_room(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        await town.Queues(Sender.Receipt(MessageAddress.Chat(mailbox.Http.ChatRoom("groen").ToString())) with
        {
            Kind = MessageKind.StaffEscalation,
            Template = TemplateKeys.StaffEscalation,
            Values = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["reference"] = "7K4-Q2MD", ["subject"] = "Lamp", ["reason"] = "Drie mensen vroegen ernaar.", ["link"] = "https://loket.example/zaak/7K4-Q2MD",
            },
        });
        await town.RunJobs();

        var line = Assert.Single(mailbox.Http.Lines);
        Assert.Equal(("groen", "7K4-Q2MD vraagt om actie: Drie mensen vroegen ernaar. https://loket.example/zaak/7K4-Q2MD"), (line.Room, line.Text));
    }

    [Theory, BothDatabases]
    public async Task Without_an_outside_world_everything_stays_inside_and_can_be_read_there(Database database)
    {
        await using var town = await Town.On(database);
        await town.Queues(Sender.Receipt(MessageAddress.Email("e.bakker@example.nl"), @case: lamp));
        await town.Queues(Sender.Receipt(MessageAddress.Sms("+31612345678")));
        await town.RunJobs();

        var inside = (await town.Use<ListMessages, Result<IReadOnlyList<MessageView>>>(list => list.KeptInside(Sender.Clerk, null, Cancel))).Value;
        Assert.Equal(2, inside.Count);
        Assert.All(inside, message => Assert.Equal(MessageState.Sent, message.State));
        Assert.Contains("493817", inside[1].Content!.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_message_about_a_sensitive_case_is_for_its_group_only(Database database)
    {
        await using var town = await Town.On(database);
        await town.Queues(Sender.Receipt(MessageAddress.Letter("Dorpsstraat 1\n1234 AB Polderstad"), @case: lamp) with { SensitiveGroup = "youth" });
        var youth = Sender.Clerk with { Groups = ["youth"] };

        Assert.Empty(await town.Use<ReadMessages, IReadOnlyList<MessageView>>(read => read.OfCase(lamp, Sender.Clerk, 50, null, Cancel)));
        Assert.Empty((await town.Use<ListMessages, Result<IReadOnlyList<MessageView>>>(list => list.ToPost(Sender.Clerk, Cancel))).Value);
        Assert.Single((await town.Use<ListMessages, Result<IReadOnlyList<MessageView>>>(list => list.ToPost(youth, Cancel))).Value);
    }

    [Theory, BothDatabases]
    public async Task Who_may_not_see_personal_data_sees_that_somebody_was_told_and_not_whom_or_what(Database database)
    {
        await using var town = await Town.On(database);
        await town.Queues(Sender.Receipt(MessageAddress.Email("e.bakker@example.nl"), @case: lamp));
        var host = Sender.Clerk with { Rights = [Right.SeeCases, Right.PrintLetters] };

        Assert.Null((await town.Sees(lamp, host)).Content);
        Assert.Equal("message.not-allowed", (await town.Use<ListMessages, Result<IReadOnlyList<MessageView>>>(list => list.ToPost(host, Cancel))).Failure?.Code);
    }
}
