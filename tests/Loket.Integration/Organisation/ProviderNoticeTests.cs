using System.Net;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Organisation;

/// <summary>The provider says that somebody is signed out or has left (OpenID Connect Back-Channel Logout 1.0).</summary>
public sealed class ProviderNoticeTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly ProviderPerson Noor = new("subject-of-noor", "Noor Mulder", "noor", "noor@gemeente.example", Roles: ["loket-agent"]);

    [Theory, BothDatabases]
    public async Task A_notice_ends_all_sessions_of_its_subject_and_counts_once(Database database)
    {
        await using var town = await Town.On(database);
        await using var provider = await In(town);
        using var atWork = await SignedIn(town);
        using var atHome = await SignedIn(town);
        provider.Person = Noor with { Subject = "another", UserName = "wim", Email = "wim@gemeente.example" };
        using var colleague = await SignedIn(town);
        var notice = provider.Notice(Noor.Subject);

        Assert.Equal(HttpStatusCode.OK, await Post(town, notice));
        Assert.Equal((false, false, true), (await IsIn(atWork), await IsIn(atHome), await IsIn(colleague)));
        provider.Person = Noor;
        using var again = await SignedIn(town);
        Assert.Equal(HttpStatusCode.BadRequest, await Post(town, notice));
        Assert.True(await IsIn(again));
    }

    [Theory, BothDatabases]
    public async Task A_notice_of_one_session_ends_that_one(Database database)
    {
        await using var town = await Town.On(database);
        await using var provider = await In(town);
        provider.Session = "session-at-work";
        using var atWork = await SignedIn(town);
        provider.Session = "session-at-home";
        using var atHome = await SignedIn(town);

        Assert.Equal(HttpStatusCode.OK, await Post(town, provider.Notice(null, "session-at-work")));

        Assert.Equal((false, true), (await IsIn(atWork), await IsIn(atHome)));
    }

    [Theory, BothDatabases]
    public async Task What_is_no_notice_of_the_provider_for_us_of_now_ends_nothing(Database database)
    {
        await using var town = await Town.On(database);
        await using var provider = await In(town);
        using var noor = await SignedIn(town);

        foreach (var (what, notice) in (IReadOnlyList<(string, string)>)
        [
            ("nothing", ""),
            ("no token", "onzin"),
            ("for another", provider.Notice(Noor.Subject, audience: "printers")),
            ("signed by another", provider.Notice(Noor.Subject, otherKey: true)),
            ("about something else", provider.Notice(Noor.Subject, isNotice: false)),
            ("about nobody", provider.Notice(null)),
            ("of long ago", provider.Notice(Noor.Subject, at: TimeProvider.System.GetUtcNow().AddHours(-1))),
        ])
        {
            Assert.Equal((what, HttpStatusCode.BadRequest), (what, await Post(town, notice)));
        }

        Assert.True(await IsIn(noor));
        Assert.Equal(HttpStatusCode.OK, await Post(town, provider.Notice("of somebody who was never here")));
        Assert.True(await IsIn(noor));
    }

    [Theory, BothDatabases]
    public async Task Where_no_provider_is_configured_there_is_no_way_to_one(Database database)
    {
        await using var town = await Town.On(database);
        using var client = town.Client();

        using var away = await client.GetAsync(new Uri("/sign-in/provider", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.NotFound, away.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, await Post(town, "onzin"));
    }

    private static async Task<LocalProvider> In(Town town)
    {
        var provider = await LocalProvider.Start();
        provider.Person = Noor;
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

    private static async Task<HttpStatusCode> Post(Town town, string notice)
    {
        using var client = town.Client();
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("logout_token", notice)]);
        using var answer = await client.PostAsync(new Uri("/sign-in/provider/ended", UriKind.Relative), content, Cancel);
        return answer.StatusCode;
    }
}
