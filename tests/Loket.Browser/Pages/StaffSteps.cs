using Loket.Browser.Windows;
using Loket.Organisation.Rights;
using Microsoft.Playwright;

namespace Loket.Browser.Pages;

/// <summary>What staff does before a page shows what it is looked at for.</summary>
internal static class StaffSteps
{
    /// <summary>The page has it.</summary>
    public static Task Expect(Window window, string selector) => Assertions.Expect(window.Page.Locator(selector).First).ToBeAttachedAsync();

    /// <summary>Somebody calls about a lamp that is known; gives the window with the receipt, and the case.</summary>
    public static async Task<(Window Agent, string Reference)> Joined(Scene scene, string name)
    {
        var job = await scene.Job();
        var agent = await scene.At("/intake", Role.Agent);
        await agent.Page.Locator("[name='Form.Subject']").FillAsync("lamp 118-042 brandt niet");
        await agent.Page.Locator("[name='Form.Name']").FillAsync(name);
        await agent.Page.Locator("input[name='Form.Case']").First.CheckAsync();
        await agent.Act(agent.Page.Locator("button[name=ending][value=join]"));
        return (agent, job.Reference);
    }

    /// <summary>An agent takes a contact; gives the window with the receipt.</summary>
    public static async Task<Window> Taken(Scene scene, string subject)
    {
        var window = await scene.At("/intake", Role.Agent);
        await window.Page.Locator("[name='Form.Subject']").FillAsync(subject);
        await window.Page.Locator("[name='Form.Area']").SelectOptionAsync("hoofddorp");
        await window.Page.Locator("[name='Form.Phone']").FillAsync("06 12345678");
        await window.Act(window.Page.Locator("button[name=ending][value=new]"));
        return window;
    }
}
