using System.Net;
using Loket.Organisation.Rights;
using Loket.Testing;
using Xunit;

namespace Loket.Faults;

/// <summary>What somebody was writing stands there still when the program was taken down (SIGKILL) the moment after it said that it was kept.</summary>
public sealed class DraftTests
{
    private const string Name = "kees";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_draft_that_was_kept_stands_there_for_its_writer_when_the_program_is_killed_and_back(Database database)
    {
        await using var town = await FaultyTown.Start(database, Cancel);
        await town.Make(Name, Role.Agent, Cancel);
        using var agent = town.Browser();
        await agent.SignIn(Name);
        await agent.Open("/intake");
        var typed = agent.Filled(("Form.Subject", "De brug piept vreselijk"), ("Form.Text", "Het scharnier is droog."));
        typed.RequestUri = new Uri("/concepten/bewaren", UriKind.Relative);
        using (var kept = await agent.Client.SendAsync(typed, Cancel)) Assert.Equal(HttpStatusCode.OK, kept.StatusCode);

        await town.Program.Kill();
        await town.Restart();

        // In the window that stood open, and at another browser.
        await agent.Open("/concepten");
        Assert.Contains("De brug piept vreselijk", agent.Text("#drafts"), StringComparison.Ordinal);
        using var other = town.Browser();
        await other.SignIn(Name, codeLater: 1);
        await other.Open("/concepten");
        await other.Open(other.Page.QuerySelector("#drafts a")!.GetAttribute("href")!);
        Assert.Equal(("De brug piept vreselijk", "Het scharnier is droog."), (other.Value("Form.Subject"), other.Value("Form.Text")));
    }
}
