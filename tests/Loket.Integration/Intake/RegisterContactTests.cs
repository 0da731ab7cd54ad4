using Loket.Cases;
using Loket.Cases.Reading;
using Loket.Cases.Routing;
using Loket.Contacts;
using Loket.Integration.Cases;
using Loket.Intake.Register;
using Loket.Intake.Repeats;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Intake;

public sealed class RegisterContactTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly Place Lamp = new() { Address = "Nieuwemeerdijk 12", Area = "nieuwemeer", Asset = "118-042", X = 115_000, Y = 484_000 };

    [Theory, BothDatabases]
    public async Task A_second_call_about_the_same_lamp_finds_the_case_and_joins_it_with_a_reference_of_its_own(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);

        var first = await Call(town, agent, "+31612345678", new MatterEnding.NewCase());
        var matches = await town.Similar(new(agent, "lamp 118-042 kapot", "street-light", Lamp));
        var second = await Call(town, agent, "+31235551234", new MatterEnding.Join(matches[0].Case.Id));

        Assert.Equal((first.Matters[0].Case, RepeatReason.SameObject, true), (matches[0].Case.Id, matches[0].Reason, matches[0].Certain));
        Assert.Equal((Outcome.Joined, first.Matters[0].Case, 2), (second.Matters[0].Outcome, second.Matters[0].Case, second.Matters[0].Contacts));
        Assert.NotEqual(first.Matters[0].Reference, second.Matters[0].Reference);
    }

    [Theory, BothDatabases]
    public async Task A_report_on_the_web_about_a_known_lamp_joins_by_itself(Database database)
    {
        await using var town = await Town.On(database);
        var first = await Call(town, await town.Somebody(Role.Agent), "+31612345678", new MatterEnding.NewCase());

        var web = await Web(town, "Lantaarnpaal 118-042 is uit", Lamp);

        Assert.Equal((Outcome.Joined, first.Matters[0].Case), (web.Matters[0].Outcome, web.Matters[0].Case));
    }

    [Theory, BothDatabases]
    public async Task Loose_wires_on_a_known_lamp_become_a_case_of_their_own(Database database)
    {
        await using var town = await Town.On(database);
        var first = await Call(town, await town.Somebody(Role.Agent), "+31612345678", new MatterEnding.NewCase());

        var web = await Web(town, "Luik open met losse draden bij 118-042", Lamp);

        Assert.Equal(Outcome.NewCase, web.Matters[0].Outcome);
        Assert.NotEqual(first.Matters[0].Case, web.Matters[0].Case);
    }

    [Theory, BothDatabases]
    public async Task What_may_be_known_waits_for_somebody_who_decides_and_sees_why(Database database)
    {
        await using var town = await Town.On(database);
        using var lead = await town.SignIn(Role.TeamLead);
        var agent = await town.Somebody(Role.Agent);
        // Known as something at this lamp, nobody knows yet what.
        var unclear = await Register(town, agent, new NewContact(Channel.Desk, null, new CustomerDetails(), null, [new NewMatter("Er is iets met 118-042", Place: Lamp)]), new MatterEnding.NewCase());
        var web = await Web(town, "Lantaarnpaal 118-042 is uit", Lamp);

        var found = await town.Use<OpenCase, Result<CaseView>>(open => open.Handle(web.Matters[0].Reference, agent, "test", Cancel));
        Assert.Equal((Outcome.NewCase, TriageReason.LooksKnown), (web.Matters[0].Outcome, found.Value.TriageReason));
        await lead.Open("/zaken/" + web.Matters[0].Reference);
        Assert.Contains("Lijkt dit erop?", lead.Text("main"), StringComparison.Ordinal);
        Assert.Contains(unclear.Matters[0].CaseReference!, lead.Text(".loket-matches"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Another_thing_at_a_known_object_goes_on_at_once_and_who_has_it_sees_the_other(Database database)
    {
        await using var town = await Town.On(database);
        using var lead = await town.SignIn(Role.TeamLead);
        var first = await Call(town, await town.Somebody(Role.Agent), "+31612345678", new MatterEnding.NewCase());
        var other = await Register(town, Actor.Resident, new NewContact(Channel.Web, null, new CustomerDetails(), null, [new NewMatter("Rommel rond de paal", Category: "litter", Place: Lamp)]), new MatterEnding.ByItself());

        await lead.Open("/zaken/" + other.Matters[0].Reference);
        Assert.NotEqual(first.Matters[0].Case, other.Matters[0].Case);
        Assert.DoesNotContain("Verdelen", lead.Text("main .loket-tag"), StringComparison.Ordinal);
        Assert.Contains(first.Matters[0].CaseReference!, lead.Text(".loket-matches"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Whatever_way_somebody_came_in_is_chosen_at_the_intake_and_told_on_the_case(Database database)
    {
        await using var town = await Town.On(database);
        using var lead = await town.SignIn(Role.TeamLead);
        foreach (var channel in Enum.GetValues<Channel>().Where(channel => channel is not (Channel.Web or Channel.Partner)))
        {
            await lead.Open("/intake");
            var words = lead.Page.QuerySelector($"[name='Form.Channel'][value='{channel}']")!.ParentElement!.TextContent.Trim();
            await lead.Send(("Form.Channel", channel.ToString()), ("Form.Subject", "Stoeptegel los"), ("Form.Paper", "none"), ("ending", "new"));
            await lead.Open("/zaken/" + lead.Text(".loket-confirmation .loket-reference"));
            Assert.Contains(words, lead.Text("main"), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory, BothDatabases]
    public async Task A_lamp_of_the_municipality_goes_to_the_contractor_and_the_case_says_so(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);

        var receipt = await Call(town, agent, "+31612345678", new MatterEnding.NewCase());
        var view = (await town.Use<OpenCase, Result<CaseView>>(open => open.Handle(receipt.Matters[0].Reference, agent, "test", Cancel))).Value;

        Assert.Equal(CaseStatus.WithPartner, view.Status);
        Assert.NotNull(view.DeadlineAt);
        Assert.Single(view.Handovers);
        Assert.Single(view.Participants);
    }

    [Theory, BothDatabases]
    public async Task What_has_no_subject_goes_to_triage(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);

        var receipt = await Register(town, agent, new NewContact(Channel.Desk, null, new CustomerDetails(), null, [new NewMatter("Iets met de sloot")]), new MatterEnding.NewCase());
        var triage = await town.Use<Worklists, WorklistPage>(lists => lists.Page(WorklistKind.Triage, agent, 20, null, Cancel));

        Assert.Equal(receipt.Matters[0].CaseReference, Assert.Single(triage.Rows).Reference);
    }

    [Theory, BothDatabases]
    public async Task A_double_click_registers_one_contact(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);
        var request = new RegisterContact.Request(
            new RequestKey("form", "1"), new NewContact(Channel.Desk, null, new CustomerDetails(), null, [new NewMatter("Iets")]), [new MatterEnding.NewCase()], agent);

        var receipts = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => town.Use<RegisterContact, Result<ContactReceipt>>(register => register.Handle(request, Cancel))));

        Assert.Single(receipts.Select(receipt => receipt.Value.Contact).Distinct());
    }

    private static Task<ContactReceipt> Call(Town town, Actor agent, string phone, MatterEnding ending) =>
        Register(town, agent, new NewContact(Channel.Phone, null, new CustomerDetails(Phone: phone), null, [new NewMatter("lamp 118-042 brandt niet", Category: "street-light", Place: Lamp)]), ending);

    private static Task<ContactReceipt> Web(Town town, string subject, Place place) =>
        Register(town, Actor.Resident, new NewContact(Channel.Web, null, new CustomerDetails(Email: "bewoner@example.nl"), null, [new NewMatter(subject, Category: "street-light", Place: place)]), new MatterEnding.ByItself());

    private static async Task<ContactReceipt> Register(Town town, Actor by, NewContact contact, MatterEnding ending)
    {
        var result = await town.Use<RegisterContact, Result<ContactReceipt>>(register =>
            register.Handle(new RegisterContact.Request(RequestKey.None, contact, [ending], by), Cancel));
        Assert.True(result.Succeeded, result.Failure?.Code);
        return result.Value;
    }
}
