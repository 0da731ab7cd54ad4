using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Loket.Cases.Callbacks;
using Loket.Contacts;
using Loket.Integration.Cases;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Loket.Places;
using Loket.Storage.Journal;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Organisation;

/// <summary>The municipality's provider tells what became of an account there: a security event, pushed (RFC 8935, OpenID RISC 1.0).</summary>
public sealed class LeaverTests
{
    private const string Disabled = "account-disabled";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly ProviderPerson Handler = new("subject-of-handler", "H. Handler", "handler", "handler@crew.example", Roles: ["loket-lead"]);
    private static readonly NewMatter Bench = new("bankje kapot", Category: "pavement", Place: new Place { Area = "nieuwemeer", Text = "bij de speeltuin" });

    [Theory, BothDatabases]
    public async Task Who_left_there_is_closed_here_as_by_hand_and_the_work_goes_back_to_the_team(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        await using var provider = await In(town);
        using var visitor = await SignedIn(town);
        var taken = await crew.Takes(Bench, crew.Handler);
        var asked = await town.Receives(
            await town.Somebody(Role.Agent), new NewMatter("Vraag over de kapvergunning"),
            new MatterEnding.CallBack(new NewCallback(new CallbackOwner(null, crew.Handler), CallbackCalls.Window(3, 13, 15))), new CustomerDetails("T. Terug", "+31612345678"));
        var left = provider.Event(Handler.Subject, Disabled);

        Assert.Equal(HttpStatusCode.Accepted, await Push(town, left));

        Assert.False(await IsIn(visitor));
        Assert.NotNull((await Found(town, "handler")).ClosedAt);
        var found = await town.Sees(Actor.System, taken.Reference);
        Assert.Equal((crew.Team, null), (found.Team, found.Handler));
        var callback = (await town.Use<OpenCallback, Result<CallbackView>>(open => open.Handle(asked.Reference, Actor.System, Cancel))).Value;
        Assert.Equal((crew.Team, null), (callback.Team, callback.Owner));
        Assert.Equal(["account.provider-ended", "organisation.staff-closed"], await Written());

        // Pushed once more, as our answer got lost; and the account is removed later.
        Assert.Equal(HttpStatusCode.Accepted, await Push(town, left));
        Assert.Equal(HttpStatusCode.Accepted, await Push(town, provider.Event(Handler.Subject, "account-purged")));
        Assert.Single(await Written(), kind => kind == "organisation.staff-closed");
        await visitor.ThroughProvider();
        Assert.Equal("/sign-in/no-access", visitor.Address);

        // Back in the service of the municipality: a new account, with the address that the provider stands for.
        await town.Make(new PlannedStaff("handler.opnieuw", "H. Handler", [Role.Handler], ["crew"], Handler.Email));
        await visitor.ThroughProvider();
        Assert.Equal("/werk", visitor.Address);
        Assert.NotNull((await Found(town, "handler")).ClosedAt);

        async Task<IEnumerable<string>> Written() =>
            (await town.Use<JournalReader, IReadOnlyList<TimelineLine>>(journal => journal.Timeline(crew.Handler.Value, Audience.Audit, 100, null, Cancel)))
                .Where(line => line.By == Who.System && line.Kind is "organisation.staff-closed" or "account.provider-ended").Select(line => line.Kind).Order(StringComparer.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Who_did_not_leave_is_signed_out_at_most(Database database)
    {
        await using var town = await Town.On(database);
        await Crew.In(town);
        await using var provider = await In(town);
        using var visitor = await SignedIn(town);

        foreach (var (what, told, answer) in (IReadOnlyList<(string, string, HttpStatusCode)>)
        [
            ("nothing", "", HttpStatusCode.BadRequest),
            ("no token", "onzin", HttpStatusCode.BadRequest),
            ("far too long", new string('a', 100_000), HttpStatusCode.BadRequest),
            ("signed by another", provider.Event(Handler.Subject, Disabled, otherKey: true), HttpStatusCode.BadRequest),
            ("about somebody who was never here", provider.Event("stranger", Disabled), HttpStatusCode.Accepted),
            ("another event", provider.Event(Handler.Subject, "identifier-changed"), HttpStatusCode.Accepted),
            ("a notice of the end of sessions", provider.Notice(Handler.Subject), HttpStatusCode.Accepted),
        ])
        {
            Assert.Equal((what, answer), (what, await Push(town, told)));
            Assert.True(await IsIn(visitor), what);
        }

        // Somebody else got hold of the account: it is out of use until that is settled.
        Assert.Equal(HttpStatusCode.Accepted, await Push(town, provider.Event(Handler.Subject, Disabled, "hijacking")));
        Assert.False(await IsIn(visitor));
        Assert.Null((await Found(town, "handler")).ClosedAt);
        using var again = await SignedIn(town);
        Assert.True(await IsIn(again));

        // Signing out at the provider is not leaving.
        using var client = town.Client();
        using var notice = new FormUrlEncodedContent([KeyValuePair.Create("logout_token", provider.Notice(Handler.Subject))]);
        using var ended = await client.PostAsync(new Uri("/sign-in/provider/ended", UriKind.Relative), notice, Cancel);
        Assert.Equal(HttpStatusCode.OK, ended.StatusCode);
        Assert.Null((await Found(town, "handler")).ClosedAt);
    }

    private static async Task<LocalProvider> In(Town town)
    {
        var provider = await LocalProvider.Start();
        provider.Person = Handler;
        await provider.In(town);
        return provider;
    }

    private static async Task<Visitor> SignedIn(Town town)
    {
        var visitor = new Visitor(town.Client());
        await visitor.ThroughProvider();
        Assert.Equal("/werk", visitor.Address);
        return visitor;
    }

    private static async Task<bool> IsIn(Visitor visitor)
    {
        await visitor.Open("/me");
        return visitor.Address == "/me";
    }

    private static async Task<StaffCard> Found(Town town, string name) => (await town.Use<StaffDirectory, StaffCard?>(staff => staff.Find(name, Cancel)))!;

    private static async Task<HttpStatusCode> Push(Town town, string told)
    {
        using var client = town.Client();
        using var content = new StringContent(told, Encoding.ASCII, new MediaTypeHeaderValue("application/secevent+jwt"));
        using var answer = await client.PostAsync(new Uri("/sign-in/provider/ended", UriKind.Relative), content, Cancel);
        return answer.StatusCode;
    }
}
