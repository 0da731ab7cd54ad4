using System.Net;
using Loket.Cases;
using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Kernel.References;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Cases;

/// <summary>A kind of case has statuses of its own: who works on a case sets them, residents read their words, and lists and norms go by the stage.</summary>
public sealed class StatusTests
{
    private static readonly NewMatter Pavement = new("stoeptegel los", Category: "pavement", Place: new Place { Text = "bij de speeltuin", Area = "nieuwemeer" });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_status_is_set_on_the_case_and_residents_hear_and_read_its_words(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        town.SetTo(hour: 10);
        var agent = await town.Somebody(Role.Agent);
        var running = await town.Receives(agent, Pavement, new MatterEnding.NewCase());
        await SetUp(town);
        var opened = await town.Receives(agent, Pavement, new MatterEnding.NewCase(), new CustomerDetails("A. Twee", "+31612345678", "a@example.nl"), MessageChannel.Email);
        using var handler = await town.SignIn(Role.Handler);

        await handler.Open("/zaken/" + opened.CaseReference);
        Assert.Empty(handler.Page.QuerySelectorAll("[name='Progress.Status']"));
        await handler.Follow(handler.Pressed("Take"));
        Assert.Contains("Onderzoek", handler.Text("main"), StringComparison.Ordinal);
        await handler.Send(("Progress.Status", "s-onderdeel-besteld"));
        Assert.Contains("De status is gewijzigd", handler.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Status: Onderdeel besteld", handler.Text("main"), StringComparison.Ordinal);
        Assert.Equal((CaseStatus.InProgress, "Wij hebben een onderdeel besteld."), await Followed(opened));
        await town.RunJobs();
        Assert.Single(mailbox.MailsTo("a@example.nl"), mail => mail.Read().TextBody!.Contains("Wij hebben een onderdeel besteld.", StringComparison.Ordinal));

        // One without a message changes the stage, and what residents read, in silence.
        await handler.Send(("Progress.Status", "s-wacht-op-foto"));
        Assert.Equal((CaseStatus.WaitingForResident, "U stuurt ons een foto."), await Followed(opened));
        await town.RunJobs();
        Assert.DoesNotContain(mailbox.MailsTo("a@example.nl"), mail => mail.Read().TextBody!.Contains("U stuurt ons een foto.", StringComparison.Ordinal));

        // A case that was opened before goes on as it was.
        await handler.Open("/zaken/" + running.CaseReference);
        await handler.Follow(handler.Pressed("Take"));
        Assert.Empty(handler.Page.QuerySelectorAll("[name='Progress.Status']"));
        Assert.Equal((CaseStatus.InProgress, null), await Followed(running));

        async Task<(CaseStatus, string?)> Followed(MatterReceipt matter)
        {
            Assert.True(Reference.TryParse(matter.Reference, out var reference));
            var followed = await town.Use<FollowedCases, FollowedCase?>(cases => cases.ToTell(reference, Actor.System, Cancel));
            return (followed!.Status, followed.Own?.ResidentsNl);
        }
    }

    [Theory, BothDatabases]
    public async Task What_no_longer_fits_how_the_case_stands_is_refused_in_words(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        await SetUp(town);
        var opened = await town.Receives(await town.Somebody(Role.Agent), Pavement, new MatterEnding.NewCase());
        using var handler = await town.SignIn(Role.Handler);
        await handler.Open("/zaken/" + opened.CaseReference);
        await handler.Follow(handler.Pressed("Take"));

        await handler.Send(("Progress.Status", "bestaat-niet"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Kies een status uit de lijst. Wat u koos, past niet meer bij hoe de zaak ervoor staat."), (handler.Status, Assert.Single(handler.Errors)));
        await handler.Send(("Progress.Status", "s-onderzoek"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, handler.Status);
    }

    [Theory, BothDatabases]
    public async Task Statuses_that_say_nothing_to_residents_do_not_go_live(Database database)
    {
        await using var town = await Town.On(database);
        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        await administrator.Open("/beheer/zaaktypen/report/statussen");
        await administrator.Send(("Form.Statuses[0].Nl", "Onderzoek"), ("Form.Statuses[0].En", "Looking"), ("Form.Statuses[1].Nl", "Nieuw"), ("Form.Statuses[1].En", "New"),
            ("Form.Statuses[1].Stage", "Received"), ("Form.Statuses[1].Place", "1"), ("Form.Statuses[1].ResidentsNl", "Wij hebben dit ontvangen."), ("Form.Statuses[1].ResidentsEn", "We received this."));
        Assert.Equal(
            ["Schrijf in het Nederlands en in het Engels wat inwoners lezen bij “Onderzoek”."], administrator.Page.QuerySelectorAll("#missing li").Select(line => line.TextContent));
        await administrator.Press("Neem in gebruik");
        Assert.Equal(HttpStatusCode.Conflict, administrator.Status);

        // The one with a number comes before the one without.
        await administrator.Open("/beheer/zaaktypen/report/statussen");
        Assert.Equal(("Nieuw", "Onderzoek"), (administrator.Value("Form.Statuses[0].Nl"), administrator.Value("Form.Statuses[1].Nl")));
        await administrator.Send(("Form.Statuses[1].Place", "achteraan"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "achteraan"), (administrator.Status, administrator.Value("Form.Statuses[1].Place")));
        await administrator.Send(("Form.Statuses[1].Place", "2"), ("Form.Statuses[2].Nl", "Onderzoek"), ("Form.Statuses[2].En", "Looking"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Deze naam is al in gebruik. Kies een andere."), (administrator.Status, Assert.Single(administrator.Errors)));
    }

    private static async Task SetUp(Town town)
    {
        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        await administrator.Open("/beheer/zaaktypen/report/statussen");
        await administrator.Send([
            .. Status(0, "Onderzoek", "Looking into it", "InProgress", "Wij zoeken het uit.", "We are looking into it."),
            .. Status(1, "Onderdeel besteld", "Part ordered", "InProgress", "Wij hebben een onderdeel besteld.", "We ordered a part."), ("Form.Statuses[1].Tells", "true"),
        ]);
        Assert.Empty(administrator.Errors);
        await administrator.Open("/beheer/zaaktypen/report/statussen");
        await administrator.Send([.. Status(2, "Wacht op foto", "Waiting for a photo", "WaitingForResident", "U stuurt ons een foto.", "You send us a photo.")]);
        Assert.Empty(administrator.Errors);
        await administrator.Press("Neem in gebruik");
        Assert.Contains("Dit is nu in gebruik", administrator.Text("main"), StringComparison.Ordinal);
    }

    private static IEnumerable<(string Name, string Value)> Status(int place, string nl, string en, string stage, string residentsNl, string residentsEn) =>
    [
        ($"Form.Statuses[{place}].Nl", nl), ($"Form.Statuses[{place}].En", en), ($"Form.Statuses[{place}].Stage", stage),
        ($"Form.Statuses[{place}].ResidentsNl", residentsNl), ($"Form.Statuses[{place}].ResidentsEn", residentsEn),
    ];
}
