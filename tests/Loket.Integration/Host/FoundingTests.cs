using System.Net;
using Loket.Commands;
using Loket.Integration.Places;
using Loket.Integration.Residents;
using Loket.Testing;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Loket.Integration.Host;

/// <summary>From an empty machine to the first contact, with the program as it goes to production and what docs/operations.md says.</summary>
public sealed class FoundingTests
{
    private const string Password = "fiets langs de ringvaart";

    [Theory, BothDatabases]
    public async Task An_empty_machine_becomes_a_municipality_that_takes_contacts_in(Database database)
    {
        using var machine = await EmptyMachine.With(database);
        var founded = await machine.Found();
        Assert.True(founded.Code == ExitCode.Ok, founded.Said);
        await machine.Write("areas.csv", "key;naam;soort;ligt in;inwoners\nnoord;Noord;gebied;;\npolderdorp;Polderdorp;dorp;noord;1200\n");
        await machine.Write("addresses.csv", "straatnaam;huisnummer;postcode;woonplaats;dorp\nDorpsstraat;1;1170AA;Polderdorp;polderdorp\nDorpsstraat;3;1170AA;Polderdorp;polderdorp\n");
        await machine.Write("lamps.csv", "number,kind,x,y,area,street\n118-042,lamp,113700,483900,polderdorp,Dorpsstraat\n");
        Assert.Equal((ExitCode.Ok, "areas: 2 added, 0 changed."), Ended(await machine.Run("import", "areas", "areas.csv")));
        Assert.Equal((ExitCode.Ok, "addresses: 2 added, 0 changed, 0 removed."), Ended(await machine.Run("import", "addresses", "addresses.csv")));
        Assert.Equal((ExitCode.Ok, "objects: 1 added, 0 changed, 0 retired."), Ended(await machine.Run("import", "objects", "lamps.csv", "--complete")));

        var (program, address) = await machine.Serve();
        using (program)
        {
            using var administrator = await Starts(address, "ada.de.vries", StartCode(founded.Said));
            using var agent = await Starts(address, "noor", await NewColleague(administrator, "Noor Bakker", "noor", "Agent"));
            await agent.Open("/intake");
            await agent.Send(("Form.Subject", "Lamp brandt niet"), ("Form.Asset", "118-042"), ("Form.Phone", "06 12345678"), ("ending", "new"));
            Assert.Equal("Een nieuwe zaak is gemaakt", agent.Heading);
            Assert.Contains("PLD-", agent.Text("main"), StringComparison.Ordinal);

            using var resident = Visitor(address);
            Assert.StartsWith("PLD-", await resident.Sends("De stoep is kapot", "Dorpsstraat 3"), StringComparison.Ordinal);

            await administrator.Open("/beheer/onderwerpen/nieuw");
            Assert.Equal(HttpStatusCode.OK, administrator.Status);
            Assert.NotNull(administrator.Page.QuerySelector("[name='Form.Group'] option[value='traffic']"));
            Assert.Equal(ExitCode.Ok, await program.Stop());
        }
    }

    [Theory, BothDatabases]
    public async Task Whose_settings_name_the_national_address_service_asks_it_where_things_are(Database database)
    {
        using var machine = await EmptyMachine.With(database);
        Assert.Equal(ExitCode.Ok, (await machine.Found()).Code);
        var asked = 0;
        await using var service = await NationalAddressTests.Service(context =>
        {
            Interlocked.Increment(ref asked);
            return context.Response.WriteAsync(NationalAddressTests.Answer);
        });
        machine.Settings["Tenants:village:Addresses:Source"] = "national";
        machine.Settings["Tenants:village:Addresses:Service"] = service.Urls.First() + "/search";
        machine.Settings["Tenants:village:Addresses:Municipality"] = "0394";

        var (program, address) = await machine.Serve();
        using (program)
        {
            using var resident = Visitor(address);
            Assert.StartsWith("PLD-", await resident.Sends("De stoep is kapot", "Nieuwemeerdijk 12A"), StringComparison.Ordinal);
            Assert.Equal(ExitCode.Ok, await program.Stop());
        }

        Assert.True(asked > 0);
    }

    [Theory, BothDatabases]
    public async Task A_municipality_is_founded_once_and_a_lost_code_is_given_anew(Database database)
    {
        using var machine = await EmptyMachine.With(database);
        var first = await machine.Found();
        Assert.True(first.Code == ExitCode.Ok, first.Said);

        var second = await machine.Run("found", "founding.json");
        Assert.Equal((ExitCode.Refused, true), (second.Code, second.Said.Contains("founded already", StringComparison.Ordinal)));
        var nobody = await machine.Run("start-code", "eve");
        Assert.Equal(ExitCode.Refused, nobody.Code);
        var again = await machine.Run("start-code", "ada.de.vries");
        Assert.NotEqual(StartCode(first.Said), StartCode(again.Said));

        var (program, address) = await machine.Serve();
        using (program)
        {
            using var tooLate = Visitor(address);
            await Start(tooLate, "ada.de.vries", StartCode(first.Said));
            Assert.NotEmpty(tooLate.Errors);
            using var administrator = await Starts(address, "ada.de.vries", StartCode(again.Said));
        }
    }

    [Theory, BothDatabases]
    public async Task What_is_wrong_in_a_file_is_said_and_nothing_is_changed(Database database)
    {
        using var machine = await EmptyMachine.With(database);
        // What may take long says at once what it does, and then every few seconds.
        Assert.Contains(" s] village: bringing the schema up to date ...", (await machine.Run("migrate", "--create")).Said, StringComparison.Ordinal);
        await machine.Write("typo.json", """{ "Name": "Gemeente", "ReferencePrefix": "PLD", "BaseAdress": "https://a.example/", "Administrator": { "Name": "A", "SignInName": "ada" } }""");
        await machine.Write("prefix.json", """{ "Name": "Gemeente", "ReferencePrefix": "polder", "BaseAddress": "https://a.example/", "Administrator": { "Name": "A", "SignInName": "ada" } }""");
        await machine.Write("areas.csv", "key,name,kind\nnoord,Noord,planeet\n");

        Assert.Contains("BaseAdress", (await machine.Run("found", "typo.json")).Said, StringComparison.Ordinal);
        Assert.Contains("ReferencePrefix: Use two to four capital letters.", (await machine.Run("found", "prefix.json")).Said, StringComparison.Ordinal);
        Assert.Contains("Row 2, column “kind”: “planeet” is not right.", (await machine.Run("import", "areas", "areas.csv")).Said, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Refused, (await machine.Run("import", "areas", "nowhere.csv")).Code);
        Assert.Equal(ExitCode.Ok, (await machine.Found()).Code);
    }

    // What was done, without how far it was meanwhile.
    private static (int, string) Ended((int Code, string Said) ended)
    {
        var lines = ended.Said.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToLookup(line => line.StartsWith('['));
        Assert.Contains(lines[true], line => line.Contains(".csv: 0 % read ...", StringComparison.Ordinal));
        return (ended.Code, string.Join('\n', lines[false]));
    }

    private static string StartCode(string said) =>
        said.Split('\n').First(line => line.StartsWith("Start code: ", StringComparison.Ordinal))["Start code: ".Length..].Trim();

    private static Visitor Visitor(Uri address) =>
        new(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address });

    private static async Task<Visitor> Starts(Uri address, string name, string startCode)
    {
        var visitor = Visitor(address);
        await Start(visitor, name, startCode);
        Assert.Equal("Koppel een app aan uw account", visitor.Heading);
        await visitor.Send(("Form.Code", TownSignIn.Code(key: TownSignIn.KeyOf(visitor.Text("#app-secret")))));
        Assert.NotEmpty(visitor.Page.QuerySelectorAll("#recovery-codes li"));
        return visitor;
    }

    private static async Task<string> NewColleague(Visitor administrator, string name, string signInName, string role)
    {
        await administrator.Open("/manage/accounts/new");
        await administrator.Send(("Form.Name", name), ("Form.SignInName", signInName), ("Form.Roles", role));
        await administrator.Press("Geef een startcode");
        return administrator.Text("#start-code");
    }

    private static async Task Start(Visitor visitor, string name, string startCode)
    {
        await visitor.Open("/sign-in/start");
        await visitor.Send(("Form.SignInName", name), ("Form.StartCode", startCode), ("Form.Password", Password));
    }
}
