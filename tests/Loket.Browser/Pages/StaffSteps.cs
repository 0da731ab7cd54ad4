using Loket.Browser.Windows;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Places;
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

    /// <summary>A case about something in Hoofddorp stands already.</summary>
    public static async Task Stands(Scene scene, string subject)
    {
        var contact = new NewContact(Channel.Phone, null, new CustomerDetails(), null, [new NewMatter(subject, Place: new Place { Area = "hoofddorp" })]);
        var taken = await scene.Town.Use<RegisterContact, Result<ContactReceipt>>(register =>
            register.Handle(new RegisterContact.Request(RequestKey.None, contact, [new MatterEnding.NewCase()], Actor.System), CancellationToken.None));
        if (!taken.Succeeded) throw new InvalidOperationException(taken.Failure.Code);
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

    /// <summary>An agent takes a contact about a debt, of which they may know no more, and opens its case in an emergency; gives the window with the case.</summary>
    public static async Task<Window> InEmergency(Scene scene)
    {
        var window = await scene.At("/intake", Role.Agent);
        await window.Page.Locator("[name='Form.Subject']").FillAsync("Schulden lopen op");
        await window.Page.Locator("[name='Form.Category']").SelectOptionAsync("debt");
        await window.Page.Locator("[name='Form.Phone']").FillAsync("06 12345678");
        await window.Act(window.Page.Locator("button[name=ending][value=new]"));
        var reference = await window.Page.Locator(".loket-confirmation .loket-reference").First.InnerTextAsync();
        await window.Open("/noodtoegang");
        await window.Page.Locator("[name='Form.Reference']").FillAsync(reference);
        await window.Page.Locator("[name='Form.Reason']").FillAsync("De deurwaarder staat nu bij de inwoner voor de deur.");
        await window.Act(window.Page.Locator("main form button"));
        return window;
    }
}
