using Loket.Browser.Windows;
using Loket.Organisation.Rights;

namespace Loket.Browser.Pages;

/// <summary>The find box, and the page of a person or company.</summary>
internal static class CustomerStates
{
    public static IReadOnlyList<PageState> All { get; } =
    [
        new("/Staff/Customers/Find", "empty", scene => scene.At("/zoeken", Role.Agent)),
        new("/Staff/Customers/Find", "English", scene => scene.At("/en/zoeken", Role.Agent)),
        new("/Staff/Customers/Find", "nothing found", scene => Found(scene, "Pietersen")),
        new("/Staff/Customers/Find", "filled", async scene =>
        {
            await scene.Job();
            return await Found(scene, "Janssen");
        }),
        new("/Staff/Customers/Find", "forbidden", scene => scene.Refused(403, "/zoeken", Role.CoHost)),
        new("/Staff/Customers/Customer", "filled", Opened),
        new("/Staff/Customers/Customer", "not found", scene => scene.Refused(404, $"/klanten/{Guid.Empty}", Role.Agent)),
    ];

    private static async Task<Window> Found(Scene scene, string typed)
    {
        var window = await scene.At("/werk", Role.Agent);
        await window.Page.Locator("#find").FillAsync(typed);
        await window.Act(window.Page.Locator(".loket-find button"));
        return window;
    }

    private static async Task<Window> Opened(Scene scene)
    {
        await scene.Job();
        await scene.Town.RunJobs();
        var window = await Found(scene, "Jansen");
        await window.Act(window.Page.Locator("#found tbody th a").First);
        return window;
    }
}
