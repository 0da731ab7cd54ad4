using System.Net;
using Loket.Kernel;
using Loket.Kernel.Text;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Loket.Integration.Places;

public sealed class NationalAddressTests
{
    internal const string Answer = """
        {"response":{"numFound":2,"docs":[
        {"id":"adr-1","type":"adres","straatnaam":"Nieuwemeerdijk","huisnummer":12,"huisletter":"A","postcode":"1171AB","woonplaatsnaam":"Badhoevedorp","centroide_rd":"POINT(113690.5 483910)"},
        {"id":"weg-1","type":"weg","straatnaam":"Nieuwemeerdijk","woonplaatsnaam":"Badhoevedorp","centroide_rd":"POINT(113690.5 483910)"}]}}
        """;

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_municipality_may_ask_the_national_service(Database database)
    {
        var asked = new List<string>();
        await using var service = await Service(context =>
        {
            asked.Add(context.Request.Path + Uri.UnescapeDataString(context.Request.QueryString.Value!));
            return context.Response.WriteAsync(Answer);
        });
        await using var town = await SmallTown.On(database);
        await Choose(town, service.Urls.First());

        var cards = await Suggest(town, "Nieuwe-meerdijk (12) OR *:*");
        var found = await town.Use<IAddressSource, Result<IReadOnlyList<AddressCard>>>(source => source.Find(Postcode.Read("1171 AB").Value, HouseNumber.Read("12").Value, Cancel));
        var again = await town.Use<IAddressSource, Result<AddressCard?>>(source => source.Get("adr-1", Cancel));
        var strange = await town.Use<IAddressSource, Result<AddressCard?>>(source => source.Get("adr-1&fq=x", Cancel));

        Assert.Equal(["Nieuwemeerdijk 12A, 1171 AB Badhoevedorp", "Nieuwemeerdijk, Badhoevedorp"], cards.Value.Select(card => card.Written));
        Assert.Equal(("badhoevedorp", 113_690.5, null), (cards.Value[0].Area, cards.Value[0].Position?.X, cards.Value[1].Position));
        Assert.Equal(cards.Value[0], Assert.Single(found.Value));
        Assert.Equal(cards.Value[0], again.Value);
        Assert.Null(strange.Value);
        Assert.StartsWith("/search/suggest?q=nieuwe meerdijk 12 or&", asked[0], StringComparison.Ordinal);
        Assert.Contains("fq=gemeentecode:0394", asked[0], StringComparison.Ordinal);
        Assert.Contains("fq=postcode:1171AB&fq=huisnummer:12", asked[1], StringComparison.Ordinal);
        Assert.StartsWith("/search/lookup?id=adr-1&", asked[2], StringComparison.Ordinal);
        Assert.Equal(3, asked.Count);
    }

    [Theory, BothDatabases]
    public async Task Nothing_found_is_an_empty_list_and_an_outage_is_said_to_be_one(Database database)
    {
        var answer = new Func<HttpContext, Task>(context => context.Response.WriteAsync("""{"response":{"numFound":0,"docs":[]}}"""));
        await using var service = await Service(context => answer(context));
        await using var town = await SmallTown.On(database);
        await Choose(town, service.Urls.First());
        Assert.Empty((await Suggest(town, "atlantis")).Value);

        foreach (var trouble in new Func<HttpContext, Task>[]
        {
            context => { context.Response.StatusCode = 503; return Task.CompletedTask; },
            context => context.Response.WriteAsync("<html>"),
            context => context.Response.WriteAsync("{}"),
            context => context.Response.WriteAsync("""{"response":{"docs":7}}"""),
            context => { context.Abort(); return Task.CompletedTask; },
            context => Task.Delay(Timeout.Infinite, context.RequestAborted),
        })
        {
            answer = trouble;
            Assert.Equal(PlacesFailures.AddressServiceDown, (await Suggest(town, "nieuwemeerdijk")).Failure);
        }

        await service.StopAsync(Cancel);
        Assert.Equal(FailureKind.Unavailable, (await Suggest(town, "nieuwemeerdijk")).Failure?.Kind);
    }

    [Theory, BothDatabases]
    public async Task An_agent_chooses_from_the_national_service_and_goes_on_while_it_is_down(Database database)
    {
        var asked = new List<string>();
        await using var service = await Service(context =>
        {
            asked.Add(Uri.UnescapeDataString(context.Request.QueryString.Value!));
            return context.Response.WriteAsync(Answer);
        });
        await using var town = await Town.On(database);
        await Choose(town, service.Urls.First());
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/intake");

        // A description may tell more than where: it is not sent outside.
        await agent.Follow(agent.Sent("Find", ("Form.Subject", "Gat in de weg"), ("Form.Where", "bij de brug")));
        Assert.Empty(asked);
        await agent.Follow(agent.Sent("Find", ("Form.Where", "Nieuwemeerdijk 12A")));
        Assert.NotEmpty(asked);
        Assert.Contains("Nieuwemeerdijk 12A", agent.Text("#similar"), StringComparison.Ordinal);
        await agent.Send(("Form.Where", "Nieuwemeerdijk 12A"), ("ending", "new"));
        await agent.Open("/zaken/" + agent.Text(".loket-confirmation .loket-reference"));
        Assert.Contains("Nieuwemeerdijk 12A, Badhoevedorp", agent.Text("main"), StringComparison.Ordinal);
        Assert.Equal(113_690.5, await PlaceOf(town, "Nieuwemeerdijk 12A"));

        await service.StopAsync(Cancel);
        await agent.Open("/intake");
        await agent.Follow(agent.Sent("Find", ("Form.Subject", "Nog een gat"), ("Form.Where", "Dijk van het Westen 9")));
        Assert.Contains("De adressen zijn nu niet te vinden", agent.Text("#similar"), StringComparison.Ordinal);
        Assert.Equal("Dijk van het Westen 9", agent.Value("Form.Where"));
        await agent.Send(("Form.Where", "Dijk van het Westen 9"), ("ending", "new"));
        Assert.Equal("Een nieuwe zaak is gemaakt", agent.Heading);
        await agent.Open("/zaken/" + agent.Text(".loket-confirmation .loket-reference"));
        Assert.Contains("Dijk van het Westen 9", agent.Text("main"), StringComparison.Ordinal);
    }

    private static async Task<double?> PlaceOf(Town town, string where)
    {
        await using var db = town.Open();
        return await db.Database.SqlQuery<double?>($"SELECT place_x AS \"Value\" FROM matters WHERE place_text = {where}").SingleAsync(Cancel);
    }

    private static Task<Result<IReadOnlyList<AddressCard>>> Suggest(Town town, string typed) =>
        town.Use<IAddressSource, Result<IReadOnlyList<AddressCard>>>(source => source.Suggest(typed, Cancel));

    private static Task<bool> Choose(Town town, string service) => town.Use<IConfiguration, bool>(configuration =>
    {
        var section = $"Tenants:{town.Tenant.Name}:Addresses:";
        configuration[section + "Source"] = "national";
        configuration[section + "Service"] = service + "/search";
        configuration[section + "Municipality"] = "0394";
        configuration[section + "PatienceMilliseconds"] = "500";
        return Task.FromResult(true);
    });

    /// <summary>A service that answers like the national one; the caller disposes it.</summary>
    internal static async Task<WebApplication> Service(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        return app;
    }
}
