using Loket.Browser.Windows;
using Loket.Organisation.Rights;

namespace Loket.Browser.Pages;

/// <summary>The pages of administrators.</summary>
internal static class ManageStates
{
    private const Role Accounts = Role.SystemAdministrator;
    private const Role Rules = Role.FunctionalAdministrator;

    public static IReadOnlyList<PageState> All { get; } =
    [
        new("/Manage/Index", "filled", scene => scene.At("/beheer", Rules)),
        new("/Manage/Accounts/Index", "filled", scene => scene.At("/manage/accounts", Accounts)),
        new("/Manage/Accounts/Index", "nothing found", scene => scene.At("/manage/accounts?q=qqqq", Accounts)),
        new("/Manage/Accounts/Index", "forbidden", scene => scene.Refused(403, "/manage/accounts", Role.Agent)),
        new("/Manage/Accounts/New", "empty", scene => scene.At("/manage/accounts/new", Accounts)),
        new("/Manage/Accounts/New", "with errors", async scene => await Pressed(scene.At("/manage/accounts/new", Accounts), "main form .utrecht-button")),
        new("/Manage/Accounts/Account", "filled", scene => scene.At("/manage/accounts/fatima.el.amrani", Accounts)),
        new("/Manage/Accounts/Account", "filled, of a co-host", scene => scene.At("/manage/accounts/henk.roodenburg", Accounts)),
        new("/Manage/Accounts/Account", "with a start code", scene =>
            Pressed(scene.At("/manage/accounts/fatima.el.amrani", Accounts), "form[action*='handler=StartCode'] button")),
        new("/Manage/Accounts/Account", "with errors", scene => Pressed(scene.At("/manage/accounts/fatima.el.amrani", Accounts), "form[action*='handler=Close'] button")),
        new("/Manage/Accounts/Account", "not found", scene => scene.Refused(404, "/manage/accounts/niemand", Accounts)),
        new("/Manage/CaseTypes/Index", "filled", scene => scene.At("/beheer/zaaktypen", Rules)),
        new("/Manage/CaseTypes/Index", "English", scene => scene.At("/en/beheer/zaaktypen", Rules)),
        new("/Manage/Routing/Index", "filled", scene => scene.At("/beheer/routering", Rules)),
        new("/Manage/Routing/Index", "tried", scene => Pressed(scene.At("/beheer/routering", Rules), "main form[method=get] button")),
        new("/Manage/Routing/Edit", "empty", scene => scene.At("/beheer/routering/nieuw", Rules)),
        new("/Manage/Routing/Edit", "with errors", scene => Pressed(scene.At("/beheer/routering/nieuw", Rules), "main form button")),
        new("/Manage/Routing/Edit", "not found", scene => scene.Refused(404, $"/beheer/routering/{Guid.Empty}", Rules)),
    ];

    private static async Task<Window> Pressed(Task<Window> shown, string button)
    {
        var window = await shown;
        await window.Act(window.Page.Locator(button).First);
        return window;
    }
}
