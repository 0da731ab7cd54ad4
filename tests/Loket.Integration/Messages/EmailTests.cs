using Loket.Demo.Outside;
using Loket.Integration.Organisation;
using Loket.Messages;
using Loket.Messages.Templates;
using Loket.Organisation.Settings;
using Loket.Storage;
using Loket.Testing;
using MimeKit;
using NodaTime;
using Xunit;

namespace Loket.Integration.Messages;

public sealed class EmailTests
{
    private const string Resident = "e.bakker@example.nl";
    private readonly Guid lamp = Guid.NewGuid();

    [Theory, BothDatabases]
    public async Task A_resident_gets_a_receipt_in_plain_text_and_html(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);

        await town.Queues(Sender.Receipt(MessageAddress.Email(Resident, "E. Bakker"), @case: lamp));
        Assert.Empty(mailbox.Mail.Arrived);
        await town.RunJobs();

        using var mail = mailbox.OnlyMailTo(Resident);
        Assert.Equal("Wij hebben uw melding ontvangen (7K4-Q2MD)", mail.Subject);
        var sender = Assert.Single(mail.From.Mailboxes);
        Assert.Equal(("Gemeente Polderstad", "gemeente@polderstad.example"), (sender.Name, sender.Address));
        Assert.Equal("loket@polderstad.example", mailbox.MailsTo(Resident)[0].From);
        Assert.StartsWith("Beste E. Bakker,", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("U hoort uiterlijk donderdag 26 november van ons.", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("493817", mail.TextBody + mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"nl\">", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.EndsWith("@polderstad.example", mail.MessageId, StringComparison.Ordinal);
        Assert.Equal(MessageState.Sent, (await town.Sees(lamp)).State);
        Assert.Single((await town.Journal(lamp)).OfType<MessageSent>());
    }

    [Theory, BothDatabases]
    public async Task What_was_sent_no_longer_holds_its_pin_and_staff_never_see_it(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        await town.Queues(Sender.Receipt(MessageAddress.Email(Resident), @case: lamp));

        Assert.DoesNotContain("493817", (await town.Sees(lamp)).Content!.Text, StringComparison.Ordinal);
        await town.RunJobs();

        await using var db = town.Open();
        Assert.Null(db.Set<Message>().Single().Secrets);
    }

    [Theory, BothDatabases]
    public async Task Who_reads_english_gets_english_and_an_unknown_language_gets_dutch(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);

        await town.Queues(Sender.Receipt(MessageAddress.Email(Resident), "en"));
        await town.Queues(Sender.Receipt(MessageAddress.Email("ander@example.nl"), "fy"));
        await town.RunJobs();

        using var english = mailbox.OnlyMailTo(Resident);
        using var other = mailbox.OnlyMailTo("ander@example.nl");
        Assert.StartsWith("We have received your report", english.Subject, StringComparison.Ordinal);
        Assert.StartsWith("Wij hebben uw melding", other.Subject, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_same_event_is_told_to_the_same_person_once(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var envelope = Sender.Receipt(MessageAddress.Email(Resident), @case: lamp);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => town.Queues(envelope)));
        await town.RunJobs();

        Assert.Single(answers, answer => answer.IsNew);
        Assert.Single(answers.Select(answer => answer.Message).Distinct());
        Assert.Single(mailbox.MailsTo(Resident));
    }

    [Theory, BothDatabases]
    public async Task A_mailbox_that_does_not_exist_is_seen_at_once_and_can_be_mended(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        mailbox.Mail.Treat(Resident, SmtpMood.Refuse);
        await town.Queues(Sender.Receipt(MessageAddress.Email(Resident), @case: lamp));
        await town.RunJobs();

        var failed = await town.Sees(lamp);
        Assert.Equal((MessageState.Failed, "message.refused"), (failed.State, failed.Failure!.Code));
        Assert.Contains("550", failed.Failure.Arguments[0].ToString(), StringComparison.Ordinal);
        Assert.Equal("message.refused", Assert.Single((await town.Journal(lamp)).OfType<MessageFailed>()).Reason);

        var again = await town.Use<QueueAgain, Kernel.Result<MessageState>>(use =>
            use.Handle(new(Kernel.RequestKey.None, failed.Id, "e.bakker@elders.example", Sender.Clerk), TestContext.Current.CancellationToken));
        await town.RunJobs();

        Assert.Equal(MessageState.Queued, again.Value);
        using var mail = mailbox.OnlyMailTo("e.bakker@elders.example");
        Assert.Contains("493817", mail.TextBody, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_mail_server_that_is_down_for_a_night_loses_nothing(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        await mailbox.StopMail();
        await town.Queues(Sender.Receipt(MessageAddress.Email(Resident), @case: lamp));
        await town.RunJobs();

        for (var hour = 0; hour < 12; hour++) await town.Pass(Duration.FromHours(1));
        Assert.Equal((MessageState.Queued, "message.unreachable"), ((await town.Sees(lamp)).State, (await town.Sees(lamp)).Failure!.Code));
        mailbox.RestartMail();
        await town.Pass(Duration.FromHours(1));

        Assert.Single(mailbox.MailsTo(Resident));
        Assert.Equal((MessageState.Sent, null), ((await town.Sees(lamp)).State, (await town.Sees(lamp)).Failure));
    }

    [Theory, BothDatabases]
    public async Task After_four_days_of_trying_somebody_must_look(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        mailbox.Mail.Treat(Resident, SmtpMood.Delay);
        await town.Queues(Sender.Receipt(MessageAddress.Email(Resident), @case: lamp));
        await town.RunJobs();

        for (var day = 0; day < 5; day++) await town.Pass(Duration.FromDays(1));

        Assert.Equal((MessageState.Failed, "message.unreachable"), ((await town.Sees(lamp)).State, (await town.Sees(lamp)).Failure!.Code));
        Assert.Single((await town.Journal(lamp)).OfType<MessageFailed>());
    }

    [Theory, BothDatabases]
    public async Task A_connection_that_breaks_in_mid_sending_gives_the_same_mail_with_the_same_message_id(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        mailbox.Mail.Treat(Resident, SmtpMood.HangUpAfterData);
        await town.Queues(Sender.Receipt(MessageAddress.Email(Resident), @case: lamp));
        await town.RunJobs();
        mailbox.Mail.Treat(Resident, SmtpMood.Accept);
        await town.Pass(Duration.FromMinutes(2));

        Assert.Equal(2, mailbox.MailsTo(Resident).Count);
        Assert.Single(mailbox.MailsTo(Resident).Select(mail => mail.MessageId).Distinct());
        Assert.True((await town.Sees(lamp)).MaybeTwice);
    }

    [Theory, BothDatabases]
    public async Task A_code_is_never_sent_twice_nor_too_late(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        Envelope Code(string address) => Sender.Receipt(MessageAddress.Email(address), @case: Guid.NewGuid()) with
        {
            Kind = MessageKind.OneTimeCode,
            Template = TemplateKeys.OneTimeCode,
            Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["code"] = "602214", ["minutes"] = "10" },
            ExpiresAt = town.Tenant.Clock.Now() + Duration.FromMinutes(10),
        };
        var (broken, late) = (Code(Resident), Code("laat@example.nl"));
        mailbox.Mail.Treat(Resident, SmtpMood.HangUpAfterData);
        mailbox.Mail.Treat("laat@example.nl", SmtpMood.Delay);
        await town.Queues(broken);
        await town.Queues(late);
        await town.RunJobs();
        mailbox.Mail.Treat("laat@example.nl", SmtpMood.Accept);

        await town.Pass(Duration.FromMinutes(11));

        Assert.Single(mailbox.MailsTo(Resident));
        Assert.Empty(mailbox.MailsTo("laat@example.nl"));
        Assert.Equal("message.code-in-flight", (await town.Sees(broken.About.Case!.Value)).Failure!.Code);
        Assert.Equal(MessageState.Expired, (await town.Sees(late.About.Case!.Value)).State);
        await using var db = town.Open();
        Assert.All(db.Set<Message>(), message => Assert.Null(message.Secrets));
    }

    [Theory, BothDatabases]
    public async Task A_sender_that_died_in_mid_sending_is_followed_by_another_with_the_same_message_id(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        await town.Queues(Sender.Receipt(MessageAddress.Email(Resident), @case: lamp));
        // The state in which a crash leaves it: under way, with its name known.
        await town.Use<UnitOfWork, object>(async unit => await unit.Run<Kernel.Done>(work =>
        {
            work.Db.Set<Message>().Single().BeginSending("0123456789abcdef", work.Now);
            return Task.FromResult<Kernel.Result<Kernel.Done>>(default(Kernel.Done));
        }, TestContext.Current.CancellationToken));

        await town.RunJobs();

        Assert.Equal("0123456789abcdef@polderstad.example", Assert.Single(mailbox.MailsTo(Resident)).MessageId);
        Assert.True(Assert.Single((await town.Journal(lamp)).OfType<MessageSent>()).MaybeTwice);
    }

    [Theory, BothDatabases]
    public async Task Lines_that_begin_with_a_dot_and_letters_from_everywhere_arrive_whole(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        const string answer = "Beste 👩🏽‍🌾,\n.\n..twee punten\nبريد Ž";
        await town.Queues(Sender.Receipt(MessageAddress.Email(Resident)) with
        {
            Kind = MessageKind.Answer,
            Template = TemplateKeys.Answer,
            Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["reference"] = "7K4-Q2MD", ["subject"] = "Lamp", ["answer"] = answer },
        });
        await town.RunJobs();

        using var mail = mailbox.OnlyMailTo(Resident);
        Assert.Contains(answer, mail.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_municipality_that_changes_its_name_signs_with_the_new_one_at_once(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        await town.Queues(Sender.Receipt(MessageAddress.Email("eerst@example.nl")));
        await town.Becomes(new Profile("Meerstad", "MRS", "", "nl", "https://meerstad.example/"));
        await town.Queues(Sender.Receipt(MessageAddress.Email(Resident)));
        await town.RunJobs();

        using var mail = mailbox.OnlyMailTo(Resident);
        Assert.EndsWith("Met vriendelijke groet,\nGemeente Meerstad", mail.TextBody!.ReplaceLineEndings("\n").TrimEnd(), StringComparison.Ordinal);
    }
}
