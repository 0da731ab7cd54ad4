using System.Net;
using Loket.Cases.Handling;
using Loket.Contacts;
using Loket.Integration.Cases;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Testing;
using NodaTime;
using Xunit;

namespace Loket.Integration.Staff;

/// <summary>Who acts for another (row A4): noted once, chosen at intake, and told about what they asked for that person.</summary>
public sealed class ActingTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly CustomerDetails Mother = new("Truus de Oude", "+31235551234", Address: "Dorpsstraat 12\n2131 AA Hoofddorp");
    private static readonly CustomerDetails Daughter = new("Anna de Oude", "+31612345678", "anna@voorbeeld.example");

    [Theory, BothDatabases]
    public async Task A_daughter_who_acts_for_her_mother_calls_for_her_and_hears_the_answer(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        town.SetTo(hour: 10);
        using var agent = await town.SignIn(Role.Agent);
        var by = await town.Somebody(Role.Agent);
        var (mother, daughter) = (await Known(town, by, Mother, MessageChannel.Letter), await Known(town, by, Daughter, MessageChannel.Email));

        await agent.Open("/klanten/" + mother.Value);
        foreach (var (field, fields) in ((string, (string, string)[])[]) [
            ("Acts_Who", []), ("Acts_Who", [("Acts.Who", "06 99999999"), ("Acts.How", "Family"), ("Acts.Seen", "Machtiging gezien")]),
            ("Acts_How", [("Acts.Who", "06 12345678"), ("Acts.How", "")]), ("Acts_Seen", [("Acts.Who", "06 12345678"), ("Acts.How", "Family"), ("Acts.Seen", "")]),
            ("Acts_Who", [("Acts.Who", "023 5551234"), ("Acts.How", "Family"), ("Acts.Seen", "Machtiging gezien")])])
        {
            await agent.Send(fields.Length == 0 ? [("Acts.Who", "")] : fields);
            Assert.Equal((field, HttpStatusCode.UnprocessableEntity), (field, agent.Status));
            Assert.NotNull(agent.Page.QuerySelector($".loket-error-summary a[href='#{field}']"));
        }

        await agent.Send(("Acts.Who", "06 12345678"), ("Acts.How", "Family"), ("Acts.Seen", "Machtiging van 3 maart gezien"));
        Assert.Contains("Namens deze inwoner handelt Anna de Oude", agent.Text("#acting"), StringComparison.Ordinal);
        await agent.Send(("Acts.Who", "06 12345678"), ("Acts.How", "Family"), ("Acts.Seen", "Machtiging van 3 maart gezien"));
        Assert.Equal(HttpStatusCode.Conflict, agent.Status);
        await agent.Open("/klanten/" + daughter.Value);
        Assert.Contains("Handelt namens Truus de Oude", agent.Text("#acting"), StringComparison.Ordinal);

        await agent.Open("/intake");
        await agent.Follow(agent.Sent("Find", ("Form.Subject", "Wanneer komt de rolstoel?"), ("Form.Phone", "06 12345678")));
        Assert.Contains("Voor Truus de Oude", agent.Text("#similar"), StringComparison.Ordinal);
        await agent.Send(("Form.Customer", $"{daughter.Value}"), ("Form.For", $"{mother.Value}"), ("Form.ReplyBy", "Email"), ("Form.Category", "pavement"), ("ending", "new"));
        var reference = agent.Text(".loket-confirmation .loket-reference");
        await town.RunJobs();

        var view = await town.Sees(by, reference);
        Assert.Equal((mother, Assistance.AskedForAnother, "Anna de Oude"), (view.Participants[0].Customer!.Value, view.Participants[0].Assisted!.How, view.Participants[0].Assisted!.By));
        Assert.Contains(mailbox.MailsTo("anna@voorbeeld.example"), mail => mail.Read().TextBody!.Contains(reference, StringComparison.Ordinal));
        await agent.Open("/klanten/" + mother.Value);
        Assert.Contains("Wanneer komt de rolstoel?", agent.Text("#cases"), StringComparison.Ordinal);
        await agent.Open("/klanten/" + daughter.Value);
        Assert.Contains("namens een ander", agent.Text("#contacts"), StringComparison.Ordinal);

        // No longer: she can't call for her, and what she asked stays.
        await agent.Open("/klanten/" + mother.Value);
        await agent.Follow(agent.Pressed("ActsNoMore"));
        Assert.Null(agent.Page.QuerySelector("#acting"));
        await agent.Open("/intake");
        await agent.Send(("Form.Subject", "En de lift?"), ("Form.Customer", $"{daughter.Value}"), ("Form.For", $"{mother.Value}"), ("ending", "new"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "En de lift?"), (agent.Status, agent.Value("Form.Subject")));
        Assert.Equal(mother, (await town.Sees(by, reference)).Participants[0].Customer);

        // What comes from now on is for the mother.
        var (mails, handler) = (mailbox.MailsTo("anna@voorbeeld.example").Count, await town.Somebody(Role.Handler));
        Assert.True((await town.Use<AnswerCase, Result<ChangedCase>>(answer => answer.Handle(new CaseChange(RequestKey.None, view.Id, handler), "De rolstoel komt maandag.", null, Cancel))).Succeeded);
        await town.RunJobs();
        Assert.Equal(mails, mailbox.MailsTo("anna@voorbeeld.example").Count);
        Assert.Contains(
            await town.Use<ReadMessages, IReadOnlyList<MessageView>>(read => read.OfCase(view.Id.Value, Actor.System, 50, null, Cancel)),
            message => message is { Channel: MessageChannel.Letter, Kind: MessageKind.Answer });
    }

    [Theory, BothDatabases]
    public async Task Whoever_meets_them_reads_what_is_warned_of_in_both(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        using var agent = await town.SignIn(Role.Agent);
        var (by, lead) = (await town.Somebody(Role.Agent), await town.Somebody(Role.TeamLead));
        var (mother, daughter) = (await Known(town, by, Mother, MessageChannel.Letter), await Known(town, by, Daughter, MessageChannel.Email));
        Assert.True((await town.Use<NameRepresentative, Result<Done>>(name => name.Handle(
            new NameRepresentative.Request(RequestKey.None, mother, "06 12345678", RepresentationKind.Family, "Machtiging gezien", null, by), Cancel))).Succeeded);
        foreach (var (customer, kind) in ((CustomerId, WarningKind)[])[(mother, WarningKind.Guardian), (daughter, WarningKind.Aggression)])
        {
            Assert.True((await town.Use<PlaceWarning, Result<Done>>(place => place.Handle(
                new PlaceWarning.Request(RequestKey.None, customer, kind, "Staat in het dossier.", new LocalDate(2026, 6, 1), lead), Cancel))).Succeeded);
        }

        await agent.Open("/intake");
        await agent.Follow(agent.Sent("Find", ("Form.Subject", "Wanneer komt de rolstoel?"), ("Form.Phone", "06 12345678")));
        foreach (var said in (string[])["Let op: agressie", "Een ander beslist"]) Assert.Contains(said, agent.Text("#similar"), StringComparison.Ordinal);
        await agent.Send(("Form.Customer", $"{daughter.Value}"), ("Form.For", $"{mother.Value}"), ("Form.ReplyBy", "Email"), ("Form.Category", "pavement"), ("ending", "new"));
        await agent.Open("/zaken/" + agent.Text(".loket-confirmation .loket-reference"));

        foreach (var said in (string[])["Een ander beslist", "Wie namens deze inwoner belt: let op: agressie"]) Assert.Contains(said, agent.Text(".loket-people"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task It_passes_after_its_last_day_and_nobody_acts_for_themselves_or_for_who_is_not_there(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var by = await town.Somebody(Role.Agent);
        var (mother, daughter) = (await Known(town, by, Mother, MessageChannel.Letter), await Known(town, by, Daughter, MessageChannel.Email));
        var secret = (await town.Sees(Actor.System, (await town.Receives(Actor.System, new NewMatter("schulden", Category: "debt"), new MatterEnding.NewCase(), Mother with { Phone = "+31201111111" })).Reference)).Participants[0].Customer!.Value;
        var today = town.Tenant.Clock.Now().InUtc().Date;

        Assert.Equal(ContactFailures.NotFound, await Names(secret, "06 12345678", null));
        Assert.Equal(RepresentationFailures.Unknown, await Names(mother, "020 1111111", null));
        Assert.Equal(RepresentationFailures.Themselves, await Names(mother, "023 5551234", null));
        Assert.Equal(RepresentationFailures.UntilPast, await Names(mother, "06 12345678", today.PlusDays(-1)));
        Assert.Null(await Names(mother, "anna@voorbeeld.example", today.PlusDays(7)));
        Assert.Equal(RepresentationFailures.Stands, await Names(mother, "06 12345678", null));
        await town.At(new LocalDateTime(2026, 3, 11, 8, 0));
        Assert.Empty((await town.Use<ActingFor, Acting>(acting => acting.Of([daughter], by, Cancel))).Represented);
        Assert.Null(await Names(mother, "06 12345678", null));

        async Task<Failure?> Names(CustomerId customer, string who, LocalDate? until) => (await town.Use<NameRepresentative, Result<Done>>(name => name.Handle(
            new NameRepresentative.Request(RequestKey.None, customer, who, RepresentationKind.Family, "Machtiging gezien", until, by), Cancel))).Failure;
    }

    private static async Task<CustomerId> Known(Town town, Actor by, CustomerDetails who, MessageChannel replyBy) =>
        (await town.Sees(by, (await town.Receives(by, new NewMatter("stoep ligt los", Category: "pavement"), new MatterEnding.NewCase(), who, replyBy)).Reference)).Participants[0].Customer!.Value;
}
