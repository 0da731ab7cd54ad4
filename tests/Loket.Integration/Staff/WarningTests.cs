using System.Globalization;
using System.Net;
using Loket.Cases.Handling;
using Loket.Contacts;
using Loket.Integration.Cases;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Storage.Journal;
using Loket.Testing;
using NodaTime;
using Xunit;

namespace Loket.Integration.Staff;

/// <summary>Warnings on people (row K2): placed with a ground and a last day, seen by whoever meets them, and kept to what they are for.</summary>
public sealed class WarningTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly CustomerDetails Jo = new("Jo van der Meijer", "+31612345678", "jo@voorbeeld.example", "Dorpsstraat 12\n2131 AA Hoofddorp");
    private static readonly NewMatter Bench = new("bankje kapot bij de speeltuin", Category: "playground");

    [Theory, BothDatabases]
    public async Task It_is_placed_by_who_leads_seen_by_whoever_meets_them_and_its_ground_by_few(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        using var lead = await town.SignIn(Role.TeamLead);
        using var agent = await town.SignIn(Role.Agent);
        var receipt = await town.Receives(await town.Somebody(Role.Agent), Bench, new MatterEnding.NewCase(), Jo, MessageChannel.Email);
        var page = "/klanten/" + await Who(town, receipt);

        await agent.Open(page);
        Assert.Null(agent.Page.QuerySelector("[name='Warning.Kind']"));
        await lead.Open(page);
        foreach (var (field, fields) in ((string, (string, string)[])[]) [
            ("Warning.Kind", []),
            ("Warning.Ground", [("Warning.Kind", "Aggression")]),
            ("Warning.Until", [("Warning.Kind", "Aggression"), ("Warning.Ground", "Dreigde aan de balie op 2 maart.")]),
            ("Warning.Until", [("Warning.Kind", "Aggression"), ("Warning.Ground", "Dreigde aan de balie op 2 maart."), .. Until(2029, 1, 1)])])
        {
            await lead.Send(fields.Length == 0 ? [("Warning.Ground", "")] : fields);
            Assert.Equal((field, HttpStatusCode.UnprocessableEntity), (field, lead.Status));
            Assert.NotNull(lead.Page.QuerySelector($".loket-error-summary a[href='#{field.Replace('.', '_')}'], .loket-error-summary a[href^='#{field.Replace('.', '_')}']"));
            Assert.NotNull(lead.Page.QuerySelector("details[open] [name='Warning.Kind']"));
        }

        await lead.Send([("Warning.Kind", "Aggression"), ("Warning.Ground", "Dreigde aan de balie op 2 maart."), .. Until(2026, 6, 1)]);
        Assert.Contains("De waarschuwing staat erop", lead.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Let op: agressie", lead.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Dreigde aan de balie", lead.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Tot en met 1 juni 2026", lead.Text("main"), StringComparison.Ordinal);
        await lead.Send([("Warning.Kind", "Aggression"), ("Warning.Ground", "Nog een keer op 3 maart."), .. Until(2026, 6, 1)]);
        Assert.Equal(HttpStatusCode.Conflict, lead.Status);

        await agent.Open(page);
        Assert.Contains("Vraag een collega erbij", agent.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Dreigde", agent.Page.DocumentElement.TextContent, StringComparison.Ordinal);
        await agent.Open("/intake");
        await agent.Follow(agent.Sent("Find", ("Form.Subject", "Vraag"), ("Form.Phone", "06 12345678")));
        Assert.Contains("Let op: agressie", agent.Text("#similar"), StringComparison.Ordinal);
        await agent.Open("/zaken/" + receipt.Reference);
        Assert.Contains("Let op: agressie", agent.Text(".loket-people"), StringComparison.Ordinal);

        // Past its last day it counts no more, and can be placed anew.
        await town.At(new LocalDateTime(2026, 6, 2, 0, 0));
        await agent.Open(page);
        Assert.DoesNotContain("agressie", agent.Text("main"), StringComparison.OrdinalIgnoreCase);
        await lead.Open(page);
        await lead.Send([("Warning.Kind", "Aggression"), ("Warning.Ground", "Dreigde opnieuw op 1 juni."), .. Until(2026, 12, 1)]);
        Assert.Contains("De waarschuwing staat erop", lead.Text("main"), StringComparison.Ordinal);
        await lead.Follow(lead.Pressed("Unwarn"));
        Assert.Contains("De waarschuwing is weg", lead.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("agressie", lead.Text(".loket-summary"), StringComparison.OrdinalIgnoreCase);
        var lines = await town.Use<JournalReader, IReadOnlyList<TimelineLine>>(reader => reader.Timeline(Guid.Parse(page.Split('/')[^1]), Audience.Audit, 200, null, Cancel));
        Assert.Equal((2, 1), (lines.Count(line => line.Happened is WarningPlaced), lines.Count(line => line.Happened is WarningEnded)));
        Assert.Contains(lines, line => line.Happened is GroundsLookedAt);
    }

    [Theory, BothDatabases]
    public async Task A_secret_address_is_shown_nowhere_finds_nobody_and_goes_on_the_envelope_alone(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var by = await town.Somebody(Role.Agent);
        using var agent = await town.SignIn(Role.DeskHost);
        var receipt = await town.Receives(by, Bench, new MatterEnding.NewCase(), Jo, MessageChannel.Letter);
        await town.RunJobs();
        var id = await Who(town, receipt);
        Assert.True((await Place(town, id, WarningKind.SecretAddress)).Succeeded);
        var twin = await town.Receives(by, Bench, new MatterEnding.NewCase(), Jo with { Address = "Kerkstraat 3\n2131 ZZ Hoofddorp" }, MessageChannel.Letter);
        await town.RunJobs();
        // Who comes back with the same number may be that person.
        foreach (var shown in (Guid[])[await Who(town, twin), id])
        {
            await agent.Open("/klanten/" + shown);
            Assert.DoesNotContain("Kerkstraat", agent.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }

        var same = new MergeCustomers.Request(RequestKey.None, new CustomerId(await Who(town, twin)), new CustomerId(id), by);
        Assert.True((await town.Use<MergeCustomers, Result<Done>>(merge => merge.Handle(same, Cancel))).Succeeded);

        foreach (var address in (string[])["/klanten/" + id, "/zaken/" + receipt.Reference, $"/contact/{receipt.Reference}/stand", "/berichten/verstuurd"])
        {
            await agent.Open(address);
            Assert.DoesNotContain("Dorpsstraat", agent.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
            if (address.StartsWith("/klanten", StringComparison.Ordinal)) Assert.DoesNotContain("Kerkstraat", agent.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }

        await agent.Open("/klanten/" + id);
        Assert.Contains("Geheim", agent.Text(".loket-summary"), StringComparison.Ordinal);
        foreach (var typed in (string[])["Dorpsstraat 12", "2131AA 12"])
        {
            await agent.Open("/zoeken");
            await agent.Send(("Form.Sought", typed));
            Assert.Equal("Niemand gevonden", agent.Text(".loket-empty h2"));
        }

        await agent.Open("/zoeken");
        await agent.Send(("Form.Sought", "Meijer"));
        Assert.DoesNotContain("Dorpsstraat", agent.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.NotEmpty(agent.Page.QuerySelectorAll("#found tbody tr"));

        // Who posts the letter needs to know where it goes.
        await agent.Open("/berichten/brieven/print");
        Assert.Contains("Dorpsstraat 12", agent.Page.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task In_an_emergency_somebody_reads_a_secret_address_for_an_hour_and_the_privacy_officer_hears_of_it(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        town.SetTo(hour: 10);
        using var agent = await town.SignIn(Role.Agent);
        using var colleague = await town.SignIn(Role.Agent);
        var receipt = await town.Receives(await town.Somebody(Role.Agent), Bench, new MatterEnding.NewCase(), Jo, MessageChannel.Email);
        var id = await Who(town, receipt);
        Assert.True((await Place(town, id, WarningKind.SecretAddress)).Succeeded);

        await agent.Open("/klanten/" + id);
        await agent.Send(("Emergency.Reason", "nu"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "nu"), (agent.Status, agent.Value("Emergency.Reason")));
        await agent.Send(("Emergency.Reason", "De ambulance staat in de straat en zoekt de voordeur."));
        Assert.Contains("Dorpsstraat 12", agent.Text(".loket-summary"), StringComparison.Ordinal);
        Assert.Contains("Noodtoegang tot", agent.Text(".loket-summary"), StringComparison.Ordinal);
        await colleague.Open("/klanten/" + id);
        Assert.DoesNotContain("Dorpsstraat", colleague.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await town.RunJobs();
        Assert.Contains(mailbox.Mail.Arrived, mail => mail.Read().TextBody?.Contains("/beheer/inzage", StringComparison.Ordinal) == true && !mail.Read().TextBody!.Contains("ambulance", StringComparison.Ordinal));

        await town.Pass(Duration.FromMinutes(61));
        await agent.Open("/klanten/" + id);
        Assert.DoesNotContain("Dorpsstraat", agent.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var lines = await town.Use<JournalReader, IReadOnlyList<TimelineLine>>(reader => reader.Timeline(id, Audience.Audit, 200, null, Cancel));
        Assert.Contains(lines, line => line.Happened is CustomerLookedAt { Purpose: "emergency" });
    }

    [Theory, BothDatabases]
    public async Task Who_has_died_is_told_nothing_any_more_and_others_on_the_case_are(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        town.SetTo(hour: 10);
        var (by, handler) = (await town.Somebody(Role.Agent), await town.Somebody(Role.Handler));
        var first = await town.Receives(by, Bench, new MatterEnding.NewCase(), Jo, MessageChannel.Email);
        await town.Receives(by, Bench, new MatterEnding.Join(first.Case!.Value), new CustomerDetails("Kees", Email: "kees@voorbeeld.example"), MessageChannel.Email);
        await town.RunJobs();
        var calls = await town.Receives(by, Bench, new MatterEnding.NewCase(), Jo with { Name = "Piet Poot", Phone = "+31612345670", Email = null }, MessageChannel.Phone);
        await town.RunJobs();
        Assert.Contains(await Messages(calls), message => message.State == MessageState.ToCall);
        var before = mailbox.MailsTo("jo@voorbeeld.example").Count;
        Assert.True((await Place(town, await Who(town, first), WarningKind.Deceased)).Succeeded);
        Assert.True((await Place(town, await Who(town, calls), WarningKind.Deceased)).Succeeded);
        Assert.All(await Messages(calls), message => Assert.Equal(MessageState.Withdrawn, message.State));

        await town.Use<AnswerCase, Result<ChangedCase>>(answer => answer.Handle(
            new CaseChange(RequestKey.None, first.Case!.Value, handler), "Het bankje is weer heel.", null, Cancel));
        await town.RunJobs();

        Assert.Equal(before, mailbox.MailsTo("jo@voorbeeld.example").Count);
        Assert.Contains(mailbox.MailsTo("kees@voorbeeld.example"), mail => mail.Read().TextBody!.Contains("weer heel", StringComparison.Ordinal));

        Task<IReadOnlyList<MessageView>> Messages(MatterReceipt receipt) =>
            town.Use<ReadMessages, IReadOnlyList<MessageView>>(read => read.OfCase(receipt.Case!.Value.Value, Actor.System, 50, null, Cancel));
    }

    [Theory, BothDatabases]
    public async Task Who_proves_to_be_another_takes_their_warnings_along_and_keeps_a_secret_address_when_they_are_two_again(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var by = await town.Somebody(Role.Agent);
        using var agent = await town.SignIn(Role.Agent);
        var (first, second) = (await town.Receives(by, Bench, new MatterEnding.NewCase(), Jo, MessageChannel.Email), await town.Receives(by, Bench, new MatterEnding.NewCase(), Jo with { Name = "J. Meijer" }, MessageChannel.Email));
        var (one, two) = (await Who(town, first), await Who(town, second));
        Assert.True((await Place(town, one, WarningKind.SecretAddress)).Succeeded);

        await Merge(two, one);
        await agent.Open("/klanten/" + two);
        Assert.Contains("Geheim adres", agent.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Dorpsstraat", agent.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        // Which of the two it is is for people to say: until then both keep it.
        await Merge(two, null);
        await agent.Open("/klanten/" + two);
        Assert.Contains("Geheim adres", agent.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Dorpsstraat", agent.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        using var lead = await town.SignIn(Role.TeamLead);
        await lead.Open("/klanten/" + two);
        await lead.Follow(lead.Pressed("Unwarn"));
        Assert.Contains("Dorpsstraat 12", lead.Text(".loket-summary"), StringComparison.Ordinal);
        await agent.Open("/klanten/" + one);
        Assert.Contains("Geheim adres", agent.Text("main"), StringComparison.Ordinal);

        async Task Merge(Guid twin, Guid? into) => Assert.True((await town.Use<MergeCustomers, Result<Done>>(merge => merge.Handle(
            new MergeCustomers.Request(RequestKey.None, new CustomerId(twin), into is { } id ? new CustomerId(id) : null, by), Cancel))).Succeeded);
    }

    [Theory, BothDatabases]
    public async Task Two_who_place_the_same_at_once_place_one_and_who_may_not_places_none(Database database)
    {
        await using var town = await Town.On(database);
        var receipt = await town.Receives(await town.Somebody(Role.Agent), Bench, new MatterEnding.NewCase(), Jo, MessageChannel.Email);
        var id = await Who(town, receipt);

        var both = await Task.WhenAll(Place(town, id, WarningKind.Guardian), Place(town, id, WarningKind.Guardian));
        Assert.Single(both, placed => placed.Succeeded);
        Assert.Single(both, placed => placed.Failure == WarningFailures.Stands);
        Assert.Equal(ContactFailures.NotFound, (await Place(town, id, WarningKind.Deceased, Role.Handler)).Failure);
        var secret = await town.Receives(Actor.System, new NewMatter("schulden lopen op", Category: "debt"), new MatterEnding.NewCase(), Jo, MessageChannel.Email);
        Assert.Equal(ContactFailures.NotFound, (await Place(town, await Who(town, secret), WarningKind.Deceased)).Failure);
    }

    [Theory, BothDatabases]
    public async Task Who_stood_here_before_by_the_same_number_mail_or_house_keeps_the_address_secret_too_until_a_lead_says_otherwise(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        using var agent = await town.SignIn(Role.Agent);
        using var lead = await town.SignIn(Role.TeamLead);
        var jo = await Known(town, Jo);
        var (called, mailed) = (await Known(town, new("J. Meijer", Jo.Phone, Address: "Kerkstraat 3\n2131 ZZ Hoofddorp")), await Known(town, new("Jo M.", Email: Jo.Email, Address: "Molenweg 5\n2131 XX Hoofddorp")));
        var (housed, elsewhere) = (await Known(town, new("Mevrouw Meijer", Address: "dorpsstraat 12\n2131AA HOOFDDORP")), await Known(town, new("Kees Bakker", "+31612345679", Address: "Dorpsstraat 12\n1431 AA Aalsmeer")));

        Assert.True((await Place(town, jo, WarningKind.SecretAddress)).Succeeded);

        foreach (var (one, street) in ((Guid, string)[])[(jo, "orpsstraat"), (called, "Kerkstraat"), (mailed, "Molenweg"), (housed, "orpsstraat")])
        {
            await agent.Open("/klanten/" + one);
            Assert.Contains("Geheim adres", agent.Text("main"), StringComparison.Ordinal);
            Assert.DoesNotContain(street, agent.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }

        await Finds(agent, "Meijer");
        Assert.Equal(3, agent.Page.QuerySelectorAll("#found tbody tr").Length);
        foreach (var street in (string[])["orpsstraat", "Kerkstraat"]) Assert.DoesNotContain(street, agent.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        foreach (var typed in (string[])["Kerkstraat 3", "Molenweg 5", "2131AA 12"])
        {
            await Finds(agent, typed);
            Assert.Equal((typed, "Niemand gevonden"), (typed, agent.Text(".loket-empty h2")));
        }

        // The same street and number in another village is another house.
        await Finds(agent, "Dorpsstraat 12");
        Assert.Equal("Kees Bakker", Assert.Single(agent.Page.QuerySelectorAll("#found tbody th")).TextContent.Trim());
        await agent.Open("/klanten/" + elsewhere);
        Assert.Contains("Dorpsstraat 12", agent.Text(".loket-summary"), StringComparison.Ordinal);

        await lead.Open("/klanten/" + called);
        await lead.Follow(lead.Pressed("Unwarn"));
        Assert.Contains("Kerkstraat 3", lead.Text(".loket-summary"), StringComparison.Ordinal);
        await Comes(agent, called);
        await agent.Open("/klanten/" + called);
        Assert.Contains("Kerkstraat 3", agent.Text(".loket-summary"), StringComparison.Ordinal);
        await agent.Open("/klanten/" + jo);
        Assert.DoesNotContain("orpsstraat", agent.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var lines = await town.Use<JournalReader, IReadOnlyList<TimelineLine>>(reader => reader.Timeline(housed, Audience.Staff, 100, null, Cancel));
        Assert.Single(lines, line => line.Happened is WarningPlaced { Warns: WarningKind.SecretAddress });
    }

    [Theory, BothDatabases]
    public async Task Who_was_known_already_and_proves_to_be_known_by_the_same_keeps_the_address_secret_too(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        using var agent = await town.SignIn(Role.Agent);
        var jo = await Known(town, Jo);
        var (moves, rectified) = (await Known(town, new("Kees Bakker", "+31612345670")), await Known(town, new("Piet Poot", "+31612345671", Address: "Kerkstraat 3\n2131 ZZ Hoofddorp")));
        var met = await Known(town, new("An Visser", "+31612345679", Address: "Molenweg 5\n2131 XX Hoofddorp"));
        Assert.True((await Place(town, jo, WarningKind.SecretAddress)).Succeeded);

        await Comes(agent, moves, ("Form.Address", "Dorpsstraat 12\n2131 AA Hoofddorp"));
        await Hides(moves, "Dorpsstraat");
        await agent.Open($"/klanten/{rectified}/gegevens");
        await agent.Send(("Form.Phone", "06 12345678"));
        Assert.Empty(agent.Errors);
        await Hides(rectified, "Kerkstraat");
        // The person of whom is warned gets a number by which another was known.
        await agent.Open($"/klanten/{jo}/gegevens");
        await agent.Send(("Form.Phone", "06 12345679"));
        Assert.Empty(agent.Errors);
        await Hides(met, "Molenweg");
        await Hides(jo, "Dorpsstraat");
        foreach (var typed in (string[])["Dorpsstraat 12", "Kerkstraat 3", "Molenweg 5"])
        {
            await Finds(agent, typed);
            Assert.Equal((typed, "Niemand gevonden"), (typed, agent.Text(".loket-empty h2")));
        }

        async Task Hides(Guid one, string street)
        {
            await agent.Open("/klanten/" + one);
            Assert.Contains("Geheim adres", agent.Text("main"), StringComparison.Ordinal);
            Assert.DoesNotContain(street, agent.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }
    }

    [Theory, BothDatabases]
    public async Task Of_doubles_who_were_warned_of_in_the_same_words_and_prove_to_be_one_it_is_one_warning(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        using var lead = await town.SignIn(Role.TeamLead);
        var (one, two) = (await Known(town, Jo), await Known(town, Jo with { Name = "J. Meijer" }));
        Assert.True((await Place(town, one, WarningKind.SecretAddress)).Succeeded);
        var merge = new MergeCustomers.Request(RequestKey.None, new CustomerId(two), new CustomerId(one), await town.Somebody(Role.Agent));
        Assert.True((await town.Use<MergeCustomers, Result<Done>>(merges => merges.Handle(merge, Cancel))).Succeeded);

        await lead.Open("/klanten/" + one);
        Assert.Single(lead.Page.QuerySelectorAll("form[action*='handler=Unwarn']"));
        await lead.Follow(lead.Pressed("Unwarn"));
        Assert.Empty(lead.Page.QuerySelectorAll("form[action*='handler=Unwarn']"));
        Assert.Contains("Dorpsstraat 12", lead.Text(".loket-summary"), StringComparison.Ordinal);
    }

    private static async Task<Guid> Known(Town town, CustomerDetails who) => await Who(town, await town.Receives(await town.Somebody(Role.Agent), Bench, new MatterEnding.NewCase(), who));

    // Somebody who is known reaches us about something else.
    private static async Task Comes(Visitor agent, Guid customer, params IReadOnlyList<(string, string)> said)
    {
        await agent.Open("/intake?klant=" + customer);
        await agent.Send([("Form.Subject", "Hoe laat gaat het loket open?"), ("Form.Answer", "Om negen uur."), ("ending", "answered"), .. said]);
        Assert.Equal("Direct beantwoord", agent.Heading);
    }

    private static async Task Finds(Visitor agent, string typed)
    {
        await agent.Open("/zoeken");
        await agent.Send(("Form.Sought", typed));
    }

    private static async Task<Result<Done>> Place(Town town, Guid customer, WarningKind kind, Role role = Role.TeamLead)
    {
        var today = town.Tenant.Clock.Now().InUtc().Date;
        var request = new PlaceWarning.Request(RequestKey.None, new CustomerId(customer), kind, "Verteld door de politie.", today.PlusMonths(3), await town.Somebody(role));
        return await town.Use<PlaceWarning, Result<Done>>(place => place.Handle(request, Cancel));
    }

    private static (string, string)[] Until(int year, int month, int day) =>
        [("Warning.Until.Day", Text(day)), ("Warning.Until.Month", Text(month)), ("Warning.Until.Year", Text(year))];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task<Guid> Who(Town town, MatterReceipt receipt) =>
        (await town.Sees(Actor.System, receipt.Reference)).Participants.First(one => one.Reference == receipt.Reference).Customer!.Value.Value;
}
