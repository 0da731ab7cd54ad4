using System.Net;
using Loket.Contacts;
using Loket.Contacts.Numbers;
using Loket.Integration.Api;
using Loket.Integration.Cases;
using Loket.Organisation.Rights;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Staff;

/// <summary>Whether somebody is a person or a company (row A4): said by who takes a contact, on their page or by a program, and changed by nothing else.</summary>
public sealed class CompanyTests
{
    private const string Company = "Bedrijf of organisatie";
    private const string Bakery = """{"channel":"web","person":{"name":"Bakkerij De Korenaar B.V.","phone":"023 5551234","kind":"company"},"matters":[{"subject":"Vraag over de vergunning","ending":{"kind":"newCase"}}]}""";

    [Theory, BothDatabases]
    public async Task A_company_of_a_program_is_found_stays_one_whoever_calls_and_gets_no_national_number(Database database)
    {
        await using var town = await Town.On(database);
        using var program = await town.Program(Right.RegisterContacts, Right.SeeCases, Right.SeePersonalData);
        using var agent = await town.SignIn(Role.Agent, Role.NumberUser);
        using var registered = await program.Post("contacts", Bakery);
        var reference = (await registered.Json())["matters"]![0]!["reference"]!.GetValue<string>();

        foreach (var typed in (string[])["Korenaar", "023 5551234"])
        {
            await Finds(agent, typed);
            Assert.Contains(Company, agent.Text("#found tbody tr"), StringComparison.Ordinal);
        }

        var page = agent.Page.QuerySelector("#found tbody th a")!.GetAttribute("href")!;
        var id = Guid.Parse(page.Split('/')[^1]);
        await agent.Open("/intake?klant=" + id);
        Assert.Contains(Company, agent.Text("#similar"), StringComparison.Ordinal);
        Assert.Equal("", agent.Value("Form.Kind"));
        await agent.Send(("Form.Subject", "Hoe laat gaat het loket open?"), ("Form.Email", "info@korenaar.example"), ("Form.Answer", "Om negen uur."), ("ending", "answered"));
        Assert.Equal("Direct beantwoord", agent.Heading);
        using var again = await program.Post(
            "contacts", $$$"""{"channel":"phone","sameCustomerAs":"{{{reference}}}","person":{"address":"Dorpsstraat 12"},"matters":[{"subject":"Nog een vraag","ending":{"kind":"newCase"}}]}""");
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);

        await agent.Open(page);
        foreach (var shown in (string[])[Company, "info@korenaar.example", "Dorpsstraat 12"]) Assert.Contains(shown, agent.Text(".loket-summary"), StringComparison.Ordinal);
        Assert.Null(agent.Page.QuerySelector("main a[href$='/nummer']"));
        await agent.Open(page + "/nummer");
        Assert.Equal(HttpStatusCode.NotFound, agent.Status);
        Assert.Equal(NumberFailures.NotAPerson, (await town.Keeps(Actor.System, new CustomerId(id))).Failure);
    }

    [Theory, BothDatabases]
    public async Task Who_takes_a_contact_says_whether_it_is_a_company_of_who_is_new_and_of_who_is_known(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);

        await agent.Open("/intake");
        await agent.Send(("Form.Kind", "bestaat-niet"), ("Form.Subject", "Vraag over reclame"), ("ending", "new"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, agent.Status);
        await agent.Send(("Form.Kind", "Company"), ("Form.Subject", "Vraag over reclame"), ("Form.Name", "Stichting Meerzicht"), ("Form.Phone", "023 5551234"), ("ending", "new"));
        Assert.Equal("Een nieuwe zaak is gemaakt", agent.Heading);
        await Finds(agent, "Meerzicht");
        Assert.Contains(Company, agent.Text("#found tbody tr"), StringComparison.Ordinal);

        var person = await town.Asks("De Groene Vinger", "+31612345678");
        await agent.Open("/klanten/" + person.Value);
        Assert.Contains("Persoon", agent.Text(".loket-summary"), StringComparison.Ordinal);
        await agent.Open("/intake?klant=" + person.Value);
        await agent.Send(("Form.Kind", "Company"), ("Form.Subject", "Hoe laat gaat het loket open?"), ("Form.Answer", "Om negen uur."), ("ending", "answered"));
        Assert.Equal("Direct beantwoord", agent.Heading);
        await agent.Open("/klanten/" + person.Value);
        Assert.Contains(Company, agent.Text(".loket-summary"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task On_their_page_it_is_put_right_for_all_under_whom_they_stand_and_a_number_that_was_kept_goes(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);
        var (one, two) = (await town.Asks("Jo Bakker", "+31612345678"), await town.Asks("J. Bakker", "+31612345678"));
        Assert.True((await town.Keeps(Actor.System, one)).Succeeded);
        Assert.True((await town.Merges(Actor.System, two, one)).Succeeded);

        await agent.Open($"/klanten/{one.Value}/gegevens");
        Assert.Equal("Person", agent.Value("Form.Kind"));
        await agent.Send(("Form.Kind", "bestaat-niet"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, agent.Status);
        await agent.Send(("Form.Kind", "Company"));
        Assert.Contains(Company, agent.Text(".loket-summary"), StringComparison.Ordinal);

        Assert.Equal(0, await town.Counts("SELECT COUNT(*) FROM customer_numbers"));
        Assert.Equal(2, await town.Counts("SELECT COUNT(*) FROM customers WHERE kind = 'Company'"));
        Assert.Equal(NumberFailures.NotAPerson, (await town.Keeps(Actor.System, two)).Failure);
        var written = await town.Written(one);
        Assert.Single(written.OfType<NationalNumberRemoved>());
        Assert.Equal(CustomerKind.Person, Assert.Single(written.OfType<CustomerRectified>()).Kind);

        // A company and a person are two; once it is put right again, they can be one.
        var other = await town.Asks("Jo Bakker", "+31612345678");
        Assert.Equal(ContactFailures.KindsDiffer, (await town.Merges(Actor.System, other, one)).Failure);
        await agent.Open($"/klanten/{one.Value}/gegevens");
        await agent.Send(("Form.Kind", "Person"));
        Assert.True((await town.Merges(Actor.System, other, one)).Succeeded);
        Assert.True((await town.Keeps(Actor.System, two)).Succeeded);
    }

    private static async Task Finds(Visitor visitor, string typed)
    {
        await visitor.Open("/zoeken");
        await visitor.Send(("Form.Sought", typed));
    }
}
