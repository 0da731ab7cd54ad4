using System.Net;
using Loket.Contacts;
using Loket.Integration.Cases;
using Loket.Intake.Register;
using Loket.Messages;
using Loket.Messages.Templates;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Messages;

/// <summary>What the other side will never take is not tried for days: it is seen at once, and its person hears by the next way that something waits.</summary>
public sealed class RefusedForGoodTests
{
    private static readonly NewMatter Bench = new("bankje kapot", Category: "pavement", Place: new Place { Text = "bij de speeltuin", Area = "nieuwemeer" });

    [Theory, BothDatabases]
    public async Task A_text_message_that_the_gateway_refuses_has_failed_and_a_notice_without_content_goes_by_mail(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var agent = await town.Somebody(Role.Agent);
        foreach (var (answer, phone, email) in new[]
        {
            (HttpStatusCode.BadRequest, "+31612345678", "a@example.nl"), (HttpStatusCode.UnprocessableEntity, "+31612345679", "b@example.nl"),
        })
        {
            mailbox.Http.Treat(phone, answer);
            var bench = await town.Receives(agent, Bench, new MatterEnding.NewCase(), new CustomerDetails("V. Weg", phone, email), MessageChannel.Sms);
            await town.RunJobs();

            var messages = (await town.MessagesOf(bench.Case!.Value.Value)).Where(one => one.About.Participant is not null).ToList();
            var refused = Assert.Single(messages, one => one.Channel == MessageChannel.Sms);
            Assert.Equal((MessageState.Failed, "message.refused", 1), (refused.State, refused.Failure?.Code, refused.Tries));
            var notice = Assert.Single(messages, one => one.Channel == MessageChannel.Email);
            Assert.Equal((MessageKind.NeutralNotice, MessageState.Sent), (notice.Kind, notice.State));
            var mail = mailbox.OnlyMailTo(email);
            Assert.Contains(bench.Reference, mail.TextBody, StringComparison.Ordinal);
            Assert.DoesNotContain("bankje", mail.Subject + mail.TextBody, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory, BothDatabases]
    public async Task A_line_to_a_chat_room_that_is_gone_has_failed(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var lamp = Guid.NewGuid();
        await town.Queues(Sender.Receipt(MessageAddress.Chat(new Uri(mailbox.Http.SmsUrl, "/gone/groen").ToString()), @case: lamp) with
        {
            Kind = MessageKind.StaffEscalation,
            Template = TemplateKeys.StaffEscalation,
            Values = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["reference"] = "7K4-Q2MD", ["subject"] = "Lamp", ["reason"] = "Drie mensen vroegen ernaar.", ["link"] = "https://loket.example/zaak/7K4-Q2MD",
            },
        });
        await town.RunJobs();

        var line = await town.Sees(lamp);
        Assert.Equal((MessageState.Failed, "message.refused", 1), (line.State, line.Failure?.Code, line.Tries));
        Assert.Single((await town.Journal(lamp)).OfType<MessageFailed>());
    }
}
