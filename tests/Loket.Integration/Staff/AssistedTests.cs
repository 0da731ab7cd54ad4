using Loket.Integration.Api;
using Loket.Integration.Residents;
using Loket.Organisation.Rights;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Staff;

/// <summary>What somebody does for another is recorded as such: by whom it was entered, and for whom (row A11).</summary>
public sealed class AssistedTests
{
    [Theory, BothDatabases]
    public async Task Who_calls_for_his_mother_is_not_the_person_whom_it_is_about(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/intake");
        await agent.Send(("Form.Subject", "De stoep ligt scheef"), ("Form.Name", "Mevrouw Bakker"), ("Form.Phone", "06 12345678"), ("Form.AssistedBy", "haar zoon Jo"), ("ending", "new"));
        Assert.Contains("Wie vraagt dit?", Assert.Single(agent.Errors), StringComparison.Ordinal);
        await agent.Send(("Form.Assistance", "AskedForAnother"), ("ending", "new"));

        await agent.Open("/zaken/" + agent.Text(".loket-confirmation .loket-reference"));
        var person = agent.Text(".loket-people > li");
        Assert.Equal("Mevrouw Bakker", agent.Text(".loket-people > li > strong"));
        Assert.Contains("namens een ander gevraagd", person, StringComparison.Ordinal);
        Assert.Contains("haar zoon Jo", person, StringComparison.Ordinal);
        Assert.Contains("opgenomen door " + agent.Text(".loket-user summary"), person, StringComparison.Ordinal);
        Assert.Contains("Zaak gemaakt, namens een ander", agent.Text(".loket-timeline"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Who_helps_at_a_public_computer_says_so_and_staff_and_programs_see_it(Database database)
    {
        await using var town = await Town.On(database);
        using var visitor = new Visitor(town.Client());
        await visitor.FillsIn("De stoep ligt scheef in Abbenes", email: "inwoner@voorbeeld.example");
        Assert.Contains("Geen", visitor.Text(".loket-summary"), StringComparison.Ordinal);
        await visitor.Open("/melden?wijzig=true");
        await visitor.Send(("Form.HelpedBy", "vrijwilliger van de bibliotheek"));
        Assert.Equal("Klopt alles?", visitor.Heading);
        Assert.Contains("vrijwilliger van de bibliotheek", visitor.Text(".loket-summary"), StringComparison.Ordinal);
        await visitor.Send();
        var reference = visitor.Text(".loket-confirmation .loket-reference");

        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/zaken/" + reference);
        Assert.Contains("met hulp ingevuld", agent.Text(".loket-people > li"), StringComparison.Ordinal);
        Assert.Contains("vrijwilliger van de bibliotheek", agent.Text(".loket-people > li"), StringComparison.Ordinal);
        Assert.Contains("Zaak gemaakt, met hulp ingevuld", agent.Text(".loket-timeline"), StringComparison.Ordinal);

        using var program = await town.Program(Right.SeeCases, Right.SeePersonalData);
        var read = await (await program.Read("cases/" + reference)).Json();
        Assert.Equal("""{"how":"filledInTogether","by":"vrijwilliger van de bibliotheek"}""", read["people"]![0]!["assisted"]!.ToJsonString());
        var timeline = await (await program.Read($"cases/{reference}/timeline")).Json();
        Assert.Contains("\"assistance\":\"FilledInTogether\"", timeline.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_program_registers_what_somebody_asks_for_another(Database database)
    {
        await using var town = await Town.On(database);
        using var program = await town.Program(Right.RegisterContacts, Right.SeeCases, Right.SeePersonalData);
        using var made = await program.Post("contacts", """
            {"channel":"phone","person":{"name":"Mevrouw Bakker"},"assisted":{"how":"askedForAnother","by":"haar zoon Jo"},"matters":[{"subject":"De stoep ligt scheef","ending":{"kind":"newCase"}}]}
            """);
        var reference = (await made.Json())["matters"]![0]!["reference"]!.GetValue<string>();

        var person = (await (await program.Read("cases/" + reference)).Json())["people"]![0]!;
        Assert.Equal(("Mevrouw Bakker", "haar zoon Jo"), (person["name"]!.GetValue<string>(), person["assisted"]!["by"]!.GetValue<string>()));
    }
}
