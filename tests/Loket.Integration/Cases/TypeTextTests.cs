using System.Net;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Cases;

/// <summary>A kind of case has texts of its own in place of the general ones: looked at with an example, checked before they go live, and kept by cases that run.</summary>
public sealed class TypeTextTests
{
    private static readonly NewMatter Pavement = new("stoeptegel los", Category: "pavement", Place: new Place { Text = "bij de speeltuin", Area = "nieuwemeer" });

    [Theory, BothDatabases]
    public async Task Residents_get_the_text_of_the_kind_and_those_of_a_case_that_ran_already_the_general_one(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        town.SetTo(hour: 10);
        var agent = await town.Somebody(Role.Agent);
        var running = await town.Receives(agent, Pavement, new MatterEnding.NewCase(), new CustomerDetails("A. Een", "+31612345677", "een@example.nl"), MessageChannel.Email);
        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        await Write(administrator, "nl", "De stoep ligt weer recht.\n\n{{#result}}{{result}}{{/result}}");
        await Write(administrator, "en", "The pavement is level again.\n\n{{#result}}{{result}}{{/result}}");
        await administrator.Press("Neem in gebruik");
        Assert.Contains("Dit is nu in gebruik", administrator.Text("main"), StringComparison.Ordinal);
        var opened = await town.Receives(agent, Pavement, new MatterEnding.NewCase(), new CustomerDetails("A. Twee", "+31612345678", "twee@example.nl"), MessageChannel.Email);

        using var handler = await town.SignIn(Role.Handler);
        foreach (var reference in new[] { running.CaseReference, opened.CaseReference })
        {
            await handler.Open("/zaken/" + reference);
            await handler.Send(("Close.Result", "solved"), ("Close.Solved", "yes"));
        }

        await town.RunJobs();
        Assert.Single(mailbox.MailsTo("twee@example.nl"), mail => mail.Read().TextBody!.Contains("De stoep ligt weer recht.", StringComparison.Ordinal));
        Assert.DoesNotContain(mailbox.MailsTo("een@example.nl"), mail => mail.Read().TextBody!.Contains("De stoep ligt weer recht.", StringComparison.Ordinal));
        Assert.Single(mailbox.MailsTo("een@example.nl"), mail => mail.Read().TextBody!.Contains("Klopt dit niet?", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task What_a_text_lacks_is_named_when_it_is_looked_at_and_before_it_goes_live(Database database)
    {
        await using var town = await Town.On(database);
        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        await administrator.Open("/beheer/zaaktypen/report/teksten/status-change/nl");
        await administrator.Send(("Form.Body", "Beste {{onbekend}}"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "De tekst gebruikt “onbekend”. Dat gegeven bestaat niet voor dit bericht."), (administrator.Status, Assert.Single(administrator.Errors)));

        await administrator.Send(("Form.Body", "Er is nieuws over {{subject}}, uiterlijk {{deadline}}."));
        Assert.Equal(
            [
                "Voortgang (Nederlands): Zet het gegeven “status” in de tekst en in de korte tekst. Anders leest de inwoner het niet.",
                "Voortgang (Nederlands): Het gegeven “deadline” is er niet altijd. Zet het in een deel dat alleen blijft staan als het er is.",
                "Voortgang (Nederlands): Schrijf deze tekst ook in de andere taal. Anders krijgt wie die taal leest de algemene tekst.",
            ],
            administrator.Page.QuerySelectorAll("#missing li").Select(line => line.TextContent.Trim()));
        await administrator.Press("Neem in gebruik");
        Assert.Equal(HttpStatusCode.Conflict, administrator.Status);

        // Taken away again, nothing is left of it.
        await administrator.Open("/beheer/zaaktypen/report/teksten/status-change/nl");
        await administrator.Follow(administrator.Pressed("Restore"));
        Assert.Contains("Er is niets gewijzigd", administrator.Text("main"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_text_is_looked_at_with_an_example_of_such_a_case(Database database)
    {
        await using var town = await Town.On(database);
        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        await administrator.Open("/beheer/zaaktypen/report/teksten/status-change/nl");
        await administrator.Follow(administrator.Sent("Preview", ("Form.Body", "Nieuws: {{status}} {{#deadline}}Uiterlijk {{deadline}}.{{/deadline}}")));

        Assert.Contains("Nieuws: Wij zijn ermee bezig. Uiterlijk ", administrator.Text("#preview"), StringComparison.Ordinal);
        Assert.Empty(administrator.Page.QuerySelectorAll("#lacks li"));
        Assert.Contains("Nieuws: {{status}}", administrator.Value("Form.Body"), StringComparison.Ordinal);
    }

    private static async Task Write(Visitor administrator, string language, string body)
    {
        await administrator.Open("/beheer/zaaktypen/report/teksten/closed-solved/" + language);
        await administrator.Send(("Form.Body", body));
        Assert.Empty(administrator.Errors);
    }
}
