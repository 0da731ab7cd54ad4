using Loket.Contacts;
using Loket.Integration.Cases;
using Loket.Intake.Register;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Partners;

/// <summary>Forward, don't refer (row A12): the body gets it, the resident hears to whom it went, and both hear when it is taken back.</summary>
public sealed class ForwardTests
{
    private static readonly NewMatter Hole = new("Gat in de N201", "Vlak voor de rotonde, mijn bsn is 111222333", Place: new Place { Text = "N201, bij de oprit van Pietersen", Area = "hoofddorp" });

    [Theory, BothDatabases]
    public async Task The_body_gets_what_was_told_and_whom_to_answer(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var agent = await town.Somebody(Role.Agent);

        await town.Receives(agent, Hole, new MatterEnding.Forward("Provinciale wegbeheerder"), new CustomerDetails("Jansen", Email: "jansen@inwoner.example"));
        await town.RunJobs();

        var mail = Assert.Single(mailbox.MailsTo("meldingen@province.example").Select(mail => mail.Read()), mail => mail.Subject!.StartsWith("Doorgestuurd: ", StringComparison.Ordinal));
        Assert.Contains("Gat in de N201", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Vlak voor de rotonde", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("bij de oprit van Pietersen", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("jansen@inwoner.example", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("111222333", mail.TextBody, StringComparison.Ordinal);
        var told = Assert.Single(mailbox.MailsTo("jansen@inwoner.example")).Read().TextBody!;
        Assert.Contains("doorgestuurd naar Provinciale wegbeheerder", told, StringComparison.Ordinal);
        Assert.Contains("U krijgt van Provinciale wegbeheerder bericht", told, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_body_that_may_not_know_who_asks_gets_what_and_where_alone(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var agent = await town.Somebody(Role.Agent);

        await town.Receives(agent, Hole with { Category = "water" }, new MatterEnding.Forward("water-board"), new CustomerDetails("Jansen", Email: "jansen@inwoner.example"));
        await town.RunJobs();

        var mail = mailbox.MailsTo("meldingen@water-board.example")[0].Read();
        Assert.Contains("Plaats: Hoofddorp", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Pietersen", mail.Subject + mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("jansen", mail.Subject + mail.TextBody, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("rotonde", mail.Subject + mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("krijgt van", mailbox.MailsTo("jansen@inwoner.example")[0].Read().TextBody, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_is_taken_back_is_told_to_the_body_and_to_the_resident(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var agent = await town.Somebody(Role.Agent);
        var forwarded = await town.Receives(agent, Hole, new MatterEnding.Forward("province"), new CustomerDetails("Jansen", Email: "jansen@inwoner.example"));
        await town.RunJobs();
        Assert.Single(mailbox.MailsTo("jansen@inwoner.example"));

        using var seat = await town.SignIn(Role.Agent);
        await seat.Open("/intake/klaar/" + forwarded.Reference);
        await seat.Follow(seat.Pressed("Undo"));
        await town.RunJobs();

        Assert.Contains(mailbox.MailsTo("meldingen@province.example"), mail => mail.Read().Subject!.StartsWith("U hoeft hier niets meer mee te doen", StringComparison.Ordinal));
        var told = mailbox.MailsTo("jansen@inwoner.example").Select(mail => mail.Read()).ToList();
        Assert.Equal(2, told.Count);
        Assert.Contains("teruggehaald", told[1].Subject, StringComparison.Ordinal);
        Assert.Contains("doorstuurden naar Provinciale wegbeheerder", told[1].TextBody, StringComparison.Ordinal);
        Assert.Contains("Gat in de N201", told[1].TextBody, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Who_was_still_to_be_called_that_it_was_forwarded_is_not_called_at_all(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);
        using var seat = await town.SignIn(Role.Agent);
        var forwarded = await town.Receives(agent, Hole, new MatterEnding.Forward("province"), new CustomerDetails("Jansen", "+31235550123"), MessageChannel.Phone);
        await seat.Open("/berichten/bellen");
        Assert.Contains("Jansen", seat.Text("#messages"), StringComparison.Ordinal);

        await seat.Open("/intake/klaar/" + forwarded.Reference);
        await seat.Follow(seat.Pressed("Undo"));
        await town.RunJobs();

        await seat.Open("/berichten/bellen");
        Assert.Equal("Niemand hoeft gebeld te worden", seat.Text(".loket-empty h2"));
    }

    [Theory, BothDatabases]
    public async Task What_cannot_be_sent_is_not_said_to_be_forwarded(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/intake");

        await agent.Send(("Form.Subject", "Gat in de weg"), ("Form.Body", "Rijkswaterstaat"), ("ending", "forward"));

        Assert.Contains("Naar deze organisatie kunnen wij niets sturen", agent.Page.DocumentElement.TextContent, StringComparison.Ordinal);
    }
}
