using Loket.Browser.Windows;
using Loket.Organisation.Providers;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;

namespace Loket.Browser.Pages;

/// <summary>The pages of signing in.</summary>
internal static class SignInStates
{
    public static IReadOnlyList<PageState> All { get; } =
    [
        new("/SignIn/Index", "empty", scene => scene.At("/sign-in")),
        new("/SignIn/Index", "English", scene => scene.At("/en/sign-in")),
        new("/SignIn/Index", "with errors", scene => SignIn(scene, "niemand", "geen idee")),
        new("/SignIn/Index", "rate-limited", async scene =>
        {
            var window = await scene.At("/sign-in");
            for (var guess = 0; guess < 12; guess++) await SignIn(window, "niemand", "geen idee");
            return window;
        }),
        new("/SignIn/Index", "expired", async scene =>
        {
            var window = await scene.At("/intake", Role.Agent);
            await window.Page.RunAndWaitForResponseAsync(
                () => window.Page.Locator("[name='Form.Subject']").FillAsync("De lamp is uit"), answer => answer.Url.Contains("handler=Similar", StringComparison.Ordinal));
            await scene.Town.EndSessions();
            await window.Act(window.Page.Locator("button[name=ending][value=new]"));
            return window;
        }),
        new("/SignIn/Index", "expired, with nothing typed", async scene =>
        {
            var window = await scene.At("/werk", Role.Agent);
            await scene.Town.EndSessions();
            await window.Open("/werk");
            await window.Says("U bent uitgelogd");
            return window;
        }),
        new("/SignIn/Index", "with a work account", scene => WithProvider(scene, "/sign-in", localAccounts: true)),
        new("/SignIn/Index", "with a work account, English", scene => WithProvider(scene, "/en/sign-in", localAccounts: true)),
        new("/SignIn/Index", "with a work account only", scene => WithProvider(scene, "/sign-in", localAccounts: false)),
        new("/SignIn/Index", "with a work account that does not answer", scene => WithProvider(scene, "/sign-in?back=%2Fwerk&problem=away", localAccounts: true)),
        new("/SignIn/NoAccess", "filled", scene => scene.At("/sign-in/no-access")),
        new("/SignIn/NoAccess", "English", scene => scene.At("/en/sign-in/no-access")),
        new("/SignIn/Done", "filled", scene => scene.At("/signed-out")),
        new("/SignIn/Done", "with a work account", async scene =>
        {
            // Nobody stops it: it ends with the run.
            var provider = await LocalProvider.Start();
            await provider.In(scene.Town);
            // Who signs out has set out to it before: where one signs out there is known by then.
            using (var client = scene.Town.Client())
            using (await client.GetAsync(new Uri("/sign-in/provider", UriKind.Relative))) { }
            var window = await scene.At("/signed-out");
            await window.Says("Log ook uit bij uw werkaccount");
            return window;
        }),
        new("/Staff/Intake/NewContact", "given back after signing in again", async scene =>
        {
            var window = await Code(await Known(scene), TownSignIn.Code());
            await window.Open("/intake");
            await window.Page.Locator("[name='Form.Subject']").FillAsync("De lamp is uit");
            // What is looked up while typing is answered before the session ends.
            await window.Page.RunAndWaitForResponseAsync(
                () => window.Page.Locator("[name='Form.Area']").SelectOptionAsync("hoofddorp"), response => response.Request.PostData?.Contains("hoofddorp", StringComparison.Ordinal) == true);
            await scene.Town.EndSessions();
            await window.Act(window.Page.Locator("button[name=ending][value=new]"));
            await SignIn(window, "noor", TownSignIn.Password);
            await Code(window, TownSignIn.Code(later: 1));
            await window.Says("Uw formulier staat weer klaar");
            await Microsoft.Playwright.Assertions.Expect(window.Page.Locator("[name='Form.Subject']")).ToHaveValueAsync("De lamp is uit");
            return window;
        }),
        new("/SignIn/Code", "empty", Known),
        new("/SignIn/Code", "with errors", async scene => await Code(await Known(scene), "000000")),
        new("/SignIn/Code", "coupling an app", Started),
        new("/SignIn/Code", "coupling an app, with errors", async scene => await Code(await Started(scene), "12")),
        new("/SignIn/Code", "with codes for on paper", async scene =>
        {
            var window = await Started(scene);
            var secret = await window.Page.Locator("#app-secret").TextContentAsync();
            return await Code(window, TownSignIn.Code(key: TownSignIn.KeyOf(secret!)));
        }),
        new("/SignIn/Start", "empty", scene => scene.At("/sign-in/start")),
        new("/SignIn/Start", "with errors", async scene =>
        {
            var window = await scene.At("/sign-in/start");
            await window.Fill("Inlognaam", "niemand");
            await window.Fill("Startcode", "ABCD-EFGH-JKLM");
            await window.Fill("Kies een wachtwoord", "kort");
            await window.Press("Verder");
            return window;
        }),
        new("/SignIn/Me", "filled", scene => scene.At("/me", Role.Agent)),
        new("/SignIn/Me", "with errors", async scene =>
        {
            var window = await scene.At("/me", Role.Agent);
            await window.Press("Wijzig wachtwoord");
            return window;
        }),
        new("/SignIn/Me", "with a browser that was signed out", async scene =>
        {
            await Code(await Known(scene), TownSignIn.Code());
            var window = await SignIn(scene, "noor", TownSignIn.Password);
            await Code(window, TownSignIn.Code(later: 1));
            await window.Open("/me");
            await window.Act(window.Page.Locator("#sessions tbody tr:not(:has(small)) button"));
            await window.Says("U bent daar uitgelogd");
            return window;
        }),
        new("/SignIn/Passkeys", "empty", scene => scene.At("/me/passkeys", Role.Agent)),
        new("/SignIn/Passkeys", "empty, English", scene => scene.At("/en/me/passkeys", Role.Agent)),
        new("/SignIn/Passkeys", "filled", async scene =>
        {
            var window = await scene.At("/me/passkeys", Role.Agent);
            using var key = new SoftKey();
            await window.Fill("Naam", "Telefoon van mijn werk");
            await window.Page.EvaluateAsync(
                "answer => { const form = document.querySelector('form[data-passkey]'); form.elements['Form.Answer'].value = answer; form.submit(); }",
                key.Make((await window.Page.Locator("form[data-passkey]").GetAttributeAsync("data-options"))!, window.Home));
            await window.Says("De passkey is toegevoegd");
            return window;
        }),
        new("/SignIn/Passkeys", "with errors", async scene =>
        {
            var window = await scene.At("/me/passkeys", Role.Agent);
            await window.Press("Voeg passkey toe");
            return window;
        }),
        new("/SignIn/Passkeys", "signed in long ago", scene => LongAgo(scene, "/me/passkeys")),
        new("/SignIn/RecoveryCodes", "filled", scene => scene.At("/me/recovery-codes", Role.Agent)),
        new("/SignIn/RecoveryCodes", "with new codes", async scene =>
        {
            var window = await scene.At("/me/recovery-codes", Role.Agent);
            await window.Press("Maak nieuwe codes");
            return window;
        }),
        new("/SignIn/RecoveryCodes", "signed in long ago", scene => LongAgo(scene, "/me/recovery-codes")),
        new("/SignIn/Again", "empty", scene => scene.At("/sign-in/again?back=%2Fme%2Fpasskeys", Role.Agent)),
        new("/SignIn/Home", "goes on to the work", scene => scene.At("/home", Role.Agent)) { LandsOn = "/Staff/Work/Lists" },
        new("/SignIn/Out", "empty", scene => scene.At("/sign-out", Role.Agent)),
    ];

    private static async Task<Window> LongAgo(Scene scene, string path)
    {
        var window = await scene.At(path, Role.Agent);
        await using (var db = scene.Town.Open()) await db.Database.ExecuteSqlRawAsync("UPDATE sessions SET proven_at = proven_at - 3600000000");
        await window.Open(path);
        await window.Says("U bent al langer ingelogd");
        return window;
    }

    // The page shows the way without asking whether the provider is there.
    private static async Task<Window> WithProvider(Scene scene, string path, bool localAccounts)
    {
        await scene.Town.Use<TenantProviders, bool>(providers =>
        {
            providers.Set(scene.Town.Tenant, new ProviderSettings { Authority = new Uri("http://127.0.0.1:1/"), ClientId = "loket", LocalAccounts = localAccounts });
            return Task.FromResult(true);
        });
        return await scene.At(path);
    }

    private static async Task<Window> SignIn(Scene scene, string name, string password) => await SignIn(await scene.At("/sign-in"), name, password);

    private static async Task<Window> SignIn(Window window, string name, string password)
    {
        await window.Fill("Inlognaam", name);
        await window.Fill("Wachtwoord", password);
        await window.Press("Verder");
        return window;
    }

    private static async Task<Window> Known(Scene scene)
    {
        await scene.Town.Make(new PlannedStaff("noor", "Noor Mulder", [Role.Agent], [], Account: new PlannedAccount(TownSignIn.Password, TownSignIn.CodeKey)));
        return await SignIn(scene, "noor", TownSignIn.Password);
    }

    private static async Task<Window> Started(Scene scene)
    {
        await scene.Town.Make(new PlannedStaff("noor", "Noor Mulder", [Role.Agent], []));
        var administrator = await scene.At("/manage/accounts/noor", Role.SystemAdministrator);
        await administrator.Press("Geef een startcode");
        var code = await administrator.Page.Locator("#start-code").TextContentAsync();
        var window = await scene.At("/sign-in/start");
        await window.Fill("Inlognaam", "noor");
        await window.Fill("Startcode", code!);
        await window.Fill("Kies een wachtwoord", "fiets langs de ringvaart");
        await window.Press("Verder");
        return window;
    }

    private static async Task<Window> Code(Window window, string code)
    {
        await window.Fill("Code", code);
        await window.Press("Inloggen");
        return window;
    }
}
