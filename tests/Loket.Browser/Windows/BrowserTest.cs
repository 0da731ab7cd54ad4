using System.Net;
using Loket.Demo.Town;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Loket.Testing;
using Xunit;

namespace Loket.Browser.Windows;

/// <summary>A test with towns and windows of its own. Whatever a browser complains about fails the test; a failed test leaves a picture of each window.</summary>
public abstract class BrowserTest(BrowserOfTheRun browser) : IAsyncDisposable
{
    private readonly List<Town> towns = [];
    private readonly List<Window> windows = [];

    /// <summary>A town for this test.</summary>
    protected async Task<Town> TownOn(Database database)
    {
        var town = await Town.On(database);
        towns.Add(town);
        return town;
    }

    /// <summary>A window of somebody who is not known.</summary>
    protected Task<Window> WindowIn(Town town, Way way = Way.Desktop) => NewWindow(town, way, null);

    /// <summary>A window in which somebody with these roles has signed in.</summary>
    protected async Task<Window> StaffIn(Town town, Way way, params IReadOnlyList<Role> roles) => await NewWindow(town, way, await SignedIn(town, roles));

    /// <summary>A window that was opened elsewhere, looked after as one of this test's own.</summary>
    protected async Task<Window> Keep(Task<Window> opened)
    {
        var window = await opened;
        windows.Add(window);
        return window;
    }

    /// <summary>A window in which one of the people of the demo town has signed in.</summary>
    protected async Task<Window> KnownFaceIn(Town town, StaffRole role)
    {
        var cookies = new CookieContainer();
        using var visitor = new Visitor(town.Client(cookies: cookies));
        await visitor.SignIn(await town.Account(role));
        return await NewWindow(town, Way.Desktop, cookies.GetAllCookies());
    }

    /// <summary>Somebody comes in on the page for it, with password and code; an app that is asked twice within half a minute shows its next code.</summary>
    protected static async Task SignIn(Window window, string name, int codeLater = 0)
    {
        await window.Open("/sign-in");
        await window.Fill("Inlognaam", name);
        await window.Fill("Wachtwoord", TownSignIn.Password);
        await window.Press("Verder");
        await window.Fill("Code", TownSignIn.Code(codeLater));
        await window.Press("Inloggen");
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        var failed = TestContext.Current.TestState?.Result == TestResult.Failed;
        foreach (var (number, window) in windows.Index())
        {
            if (failed) await window.Picture($"failed/{TestContext.Current.Test!.UniqueID[..8]}-{TestContext.Current.TestMethod!.MethodName}-{number + 1}");
            await window.Close();
        }

        foreach (var town in towns) await town.DisposeAsync();
        Assert.Empty(windows.SelectMany(window => window.Complaints));
    }

    /// <summary>What the browser keeps of somebody with these roles who is made and has signed in.</summary>
    internal static async Task<CookieCollection> SignedIn(Town town, IReadOnlyList<Role> roles)
    {
        var name = "medewerker-" + Guid.NewGuid().ToString("N")[..8];
        await town.Make(new PlannedStaff(name, "Noor Mulder", roles, [], Account: new PlannedAccount(TownSignIn.Password, TownSignIn.CodeKey)));
        var cookies = new CookieContainer();
        using var visitor = new Visitor(town.Client(cookies: cookies));
        await visitor.SignIn(name);
        return cookies.GetAllCookies();
    }

    private Task<Window> NewWindow(Town town, Way way, IEnumerable<Cookie>? cookies) => Keep(Window.Open(browser, town.Address, way, cookies));
}
