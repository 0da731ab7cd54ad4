using Loket.Browser.Windows;
using Loket.Cases.Handovers;
using Loket.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Loket.Browser.Stories;

/// <summary>What people of a partner do with their browser.</summary>
public sealed class PartnerStories(BrowserOfTheRun browser) : BrowserTest(browser)
{
    [Fact]
    public async Task Two_presses_and_back_and_once_more_accept_once()
    {
        var town = await TownOn(Database.Sqlite);
        var job = await PartnerJob.In(town);
        var partner = await WindowIn(town);
        await partner.Open(job.Link(0));
        var accept = partner.Page.GetByRole(AriaRole.Button, new() { Name = "Ja, wij nemen dit aan" });
        await partner.Fill("Uw opdrachtnummer", "W-1042");
        await partner.Act(accept, presses: 2);
        await partner.Says("U hebt dit aangenomen.");

        await partner.Page.GoBackAsync();
        // A browser that kept the page sends it as it was; one that asked for it anew no longer offers it.
        if (await accept.CountAsync() > 0) await partner.Act(accept);

        Assert.Single(await job.Timeline(), line => line.Happened is HandoverAccepted);
        Assert.Equal("W-1042", (await job.Handover()).JobNumber);
    }
}
