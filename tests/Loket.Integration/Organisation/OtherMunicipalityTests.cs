using System.Net;
using System.Net.Http.Headers;
using Loket.Cases.Handovers;
using Loket.Integration.Api;
using Loket.Intake.Follow;
using Loket.Kernel;
using Loket.Kernel.References;
using Loket.Organisation.Clients;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Organisation;

/// <summary>Two municipalities on one installation (row K5): what opens something in one opens nothing in the other.</summary>
public sealed class OtherMunicipalityTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Who_is_signed_in_here_is_a_stranger_there(Database database)
    {
        await using var here = await Town.On(database);
        await using var there = await Town.On(database);
        var colleague = new PlannedStaff("fatima", "Fatima", [Role.TeamLead], Account: new PlannedAccount(TownSignIn.Password, TownSignIn.CodeKey));
        await here.Make(colleague);
        await there.Make(colleague);
        var cookies = new CookieContainer();
        using var fatima = new Visitor(here.Client(cookies: cookies));
        await fatima.SignIn("fatima");

        Assert.Equal(HttpStatusCode.OK, (await Get(here, "/werk", cookies, here)).Status);
        var refused = await Get(there, "/werk", cookies, here);
        Assert.Equal(HttpStatusCode.Redirect, refused.Status);
        Assert.StartsWith("/sign-in", refused.Location, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_program_of_here_gets_no_token_there_and_its_token_opens_nothing(Database database)
    {
        await using var here = await Town.On(database);
        await using var there = await Town.On(database);
        var client = await here.Make(new ClientDetails("website", "Website", [Right.SeeCases]));
        await there.Make(new ClientDetails("website", "Website", [Right.SeeCases]));
        using var ours = here.Client();
        using var theirs = there.Client();
        using var given = await ours.AskToken(client.Key, client.Secret);
        var token = new AuthenticationHeaderValue("Bearer", (await given.Json())["access_token"]!.GetValue<string>());
        (ours.DefaultRequestHeaders.Authorization, theirs.DefaultRequestHeaders.Authorization) = (token, token);

        using var asked = await theirs.AskToken(client.Key, client.Secret);

        Assert.Equal(HttpStatusCode.OK, (await ours.Read("cases")).StatusCode);
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), ((await theirs.Read("cases")).StatusCode, asked.StatusCode));
    }

    [Theory, BothDatabases]
    public async Task A_link_of_a_partner_is_good_in_the_municipality_that_made_it(Database database)
    {
        await using var here = await Town.On(database);
        await using var there = await Town.On(database);
        var (ours, theirs) = (await PartnerJob.In(here), await PartnerJob.In(there));
        using var visitor = theirs.Visitor();

        await visitor.Open(theirs.Link(0));
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        foreach (var link in new[] { ours.Link(0), "/partner/" + PartnerLinks.TokenFor(here.Tenant.Keys, theirs.Id, theirs.Partner.People[0].Id) })
        {
            await visitor.Open(link);
            Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        }
    }

    [Theory, BothDatabases]
    public async Task Who_follows_here_follows_nothing_there(Database database)
    {
        await using var here = await Town.On(database);
        await using var there = await Town.On(database);
        var (ours, theirs) = (await PartnerJob.In(here), await PartnerJob.In(there));
        var agent = await here.Somebody(Role.Agent);
        Assert.True(Reference.TryParse(ours.Reference, out var matter));
        var pin = await here.Use<IssuePin, Result<string>>(issue => issue.Handle(new IssuePin.Request(matter, agent), Cancel));
        var cookies = new CookieContainer();
        using var resident = new Visitor(here.Client(cookies: cookies));
        await resident.Open("/volgen");
        await resident.Send(("Form.Reference", ours.Reference), ("way", "pin"));
        await resident.Send(("Form.Code", pin.Value));
        Assert.Equal("/volgen/zaak", resident.Address);

        Assert.Equal(HttpStatusCode.OK, (await Get(here, "/volgen/zaak", cookies, here)).Status);
        Assert.Equal((HttpStatusCode.Redirect, "/volgen"), await Get(there, "/volgen/zaak", cookies, here));
        using var stranger = new Visitor(there.Client());
        foreach (var reference in new[] { ours.Reference, theirs.Reference })
        {
            await stranger.Open("/volgen");
            await stranger.Send(("Form.Reference", reference), ("way", "pin"));
            await stranger.Send(("Form.Code", pin.Value));
            Assert.Single(stranger.Errors);
        }
    }

    [Theory, BothDatabases]
    public async Task What_a_resident_began_here_is_not_there_and_a_name_of_no_municipality_opens_nothing(Database database)
    {
        await using var here = await Town.On(database);
        await using var there = await Town.On(database);
        var cookies = new CookieContainer();
        using var resident = new Visitor(here.Client(cookies: cookies));
        await resident.Open("/melden");
        await resident.Send(("Form.Kind", "Report"));
        await resident.Send(("Form.Text", "Het hek bij de sloot is kapot"));

        Assert.Equal(HttpStatusCode.OK, (await Get(here, "/melden/waar", cookies, here)).Status);
        Assert.Equal((HttpStatusCode.Redirect, "/melden"), await Get(there, "/melden/waar", cookies, here));
        using var client = here.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/", UriKind.Relative)) { Headers = { Host = "elders.example" } };
        using var nowhere = await client.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
    }

    // A page of one town, asked for with what a browser carries for another.
    private static async Task<(HttpStatusCode Status, string? Location)> Get(Town town, string path, CookieContainer cookies, Town of)
    {
        using var client = town.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Add("Cookie", cookies.GetCookieHeader(of.Address));
        using var answer = await client.SendAsync(request, Cancel);
        return (answer.StatusCode, answer.Headers.Location?.OriginalString);
    }
}
