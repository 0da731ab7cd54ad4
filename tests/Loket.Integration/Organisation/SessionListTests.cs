using Loket.Kernel;
using Loket.Organisation.Accounts;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Loket.Storage.Journal;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Organisation;

/// <summary>Where somebody is signed in, for themselves and for who manages accounts.</summary>
public sealed class SessionListTests
{
    private const string Firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Somebody_sees_on_which_browsers_they_are_signed_in_and_ends_one_of_them(Database database)
    {
        await using var town = await Town.On(database);
        var made = await town.Make(new PlannedStaff("femke", "Femke", [Role.Editor], Account: new PlannedAccount(TownSignIn.Password, TownSignIn.CodeKey)));
        using var atWork = With(town, Firefox);
        using var atHome = With(town, null);
        await atWork.SignIn("femke");
        await atHome.SignIn("femke", codeLater: 1);

        await atHome.Open("/me");
        Assert.Equal(["Onbekende browser deze browser", "Firefox op Windows"], Rows(atHome));
        await atHome.Open("/en/me");
        Assert.Contains("Firefox on Windows", Rows(atHome));
        await atHome.Follow(Ending(atHome, "Firefox on Windows"));
        Assert.Equal(["Unknown browser this browser"], Rows(atHome));

        await atWork.Open("/me");
        Assert.StartsWith("/sign-in", atWork.Address, StringComparison.Ordinal);
        var timeline = await town.Use<JournalReader, IReadOnlyList<TimelineLine>>(reader => reader.Timeline(made.Staff["femke"].Value, Audience.Audit, 50, null, Cancel));
        Assert.Single(timeline, line => line.Happened is SessionEnded);
    }

    [Theory, BothDatabases]
    public async Task Ending_the_browser_in_hand_signs_out_and_nobody_ends_what_is_a_colleagues(Database database)
    {
        await using var town = await Town.On(database);
        using var femke = await town.SignIn("femke", [], Role.Editor);
        using var wim = await town.SignIn("wim", [], Role.Councillor);
        await femke.Open("/me");
        await wim.Open("/me");
        var theirs = femke.Page.QuerySelector("#sessions [name=session]")!.GetAttribute("value")!;

        await wim.Send(("session", theirs));
        await femke.Open("/me");
        Assert.Equal("Mijn account", femke.Heading);

        await femke.Send(("session", theirs));
        Assert.Equal("/sign-in", femke.Address);
        await femke.Open("/me");
        Assert.StartsWith("/sign-in", femke.Address, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task An_administrator_signs_somebody_out_everywhere_and_a_password_works_as_before(Database database)
    {
        await using var town = await Town.On(database);
        using var administrator = await town.SignIn("beheer", [], Role.SystemAdministrator);
        using var colleague = await town.SignIn("tim", [], Role.Agent);

        await administrator.Open("/manage/accounts/tim");
        await administrator.Press("Log overal uit");
        Assert.Contains("overal uitgelogd", administrator.Text(".loket-alert"), StringComparison.Ordinal);
        await colleague.Open("/me");
        Assert.StartsWith("/sign-in", colleague.Address, StringComparison.Ordinal);

        await colleague.SignIn("tim", codeLater: 1);
        Assert.Equal("/werk", colleague.Address);
    }

    [Theory, BothDatabases]
    public async Task Who_may_not_manage_accounts_signs_nobody_out(Database database)
    {
        await using var town = await Town.On(database);
        var made = await town.Make(new PlannedStaff("tim", "Tim", [Role.Agent]));
        var agent = await town.Somebody(Role.Agent);

        var refused = await town.Use<EndSessionsOf, Result<Done>>(end => end.Handle(new EndSessionsOf.Request(made.Staff["tim"], agent), Cancel));

        Assert.Equal(FailureKind.Forbidden, refused.Failure?.Kind);
    }

    private static Visitor With(Town town, string? browser)
    {
        var client = town.Client();
        if (browser is not null) client.DefaultRequestHeaders.UserAgent.ParseAdd(browser);
        return new Visitor(client);
    }

    private static IEnumerable<string> Rows(Visitor visitor) =>
        visitor.Page.QuerySelectorAll("#sessions tbody th").Select(row => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private static HttpRequestMessage Ending(Visitor visitor, string browser)
    {
        var row = visitor.Page.QuerySelectorAll("#sessions tbody tr").Single(one => one.QuerySelector("th")!.TextContent.Contains(browser, StringComparison.Ordinal));
        return visitor.Filled(("session", row.QuerySelector("[name=session]")!.GetAttribute("value")!));
    }
}
