using Loket.Browser.Pages;
using Loket.Browser.Windows;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Loket.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Loket.Browser.Stories;

/// <summary>Nothing that somebody writes is lost on the way (row B3): not by going to another desk, by typing on, or by a line that is down.</summary>
public sealed class DraftStories(BrowserOfTheRun browser) : BrowserTest(browser)
{
    private const string Note = "[name='Note.Text']";
    private const string Keeping = "**/concepten/bewaren";

    [Theory, BothDatabases]
    public async Task What_was_being_written_stands_there_after_signing_out_at_another_browser(Database database)
    {
        var town = await TownOn(database);
        var reference = await Job(town);
        await town.Make(new PlannedStaff("kees", "Kees Vos", [Role.Handler], [], Account: new PlannedAccount(TownSignIn.Password, TownSignIn.CodeKey)));
        var (here, there) = (await WindowIn(town), await WindowIn(town));
        await SignIn(here, "kees");
        await OpensNote(here, reference);
        await here.Page.Locator(Note).FillAsync("Bel de aannemer");
        await Assertions.Expect(Told(here)).ToContainTextAsync("Bewaard om");
        await here.Open("/sign-out");
        await here.Act(here.Page.Locator("main form button").First);

        await SignIn(there, "kees", codeLater: 1);
        await there.Open("/concepten");
        await there.Act(there.Page.Locator("#drafts a").First);
        await Assertions.Expect(there.Page.Locator("details[open] " + Note)).ToHaveValueAsync("Bel de aannemer");
        await there.Says("Dit is uw concept van");
        await there.Picture("draft/elsewhere");

        await there.Act(Save(there));
        await Assertions.Expect(there.Page.Locator(".loket-timeline").First).ToContainTextAsync("Bel de aannemer");
        await there.Open("/concepten");
        await there.Says("U hebt geen concepten");
    }

    [Theory, BothDatabases]
    public async Task Who_types_on_without_a_pause_is_kept_within_seconds(Database database)
    {
        var town = await TownOn(database);
        var lead = await StaffIn(town, Way.Desktop, Role.TeamLead);
        await lead.Page.Clock.InstallAsync();
        await OpensNote(lead, await Job(town));
        await lead.Page.Locator(Note).FocusAsync();
        await lead.Page.Clock.PauseAtAsync(DateTime.UtcNow.AddMinutes(1));

        var kept = lead.Page.WaitForRequestAsync(Keeping);
        // Never as long without a letter as a pause lasts.
        for (var letter = 0; letter < 10; letter++)
        {
            await lead.Page.Keyboard.TypeAsync("a");
            await lead.Page.Clock.RunForAsync(400);
        }

        Assert.Matches("Note.Text=a{4,9}(&|$)", (await kept).PostData ?? "");
        await Assertions.Expect(Told(lead)).ToContainTextAsync("Bewaard om");
        await lead.Page.Clock.ResumeAsync();
    }

    [Theory, BothDatabases]
    public async Task What_is_sent_while_the_line_is_down_stays_before_its_writer_and_goes_when_it_is_back(Database database)
    {
        var town = await TownOn(database);
        var lead = await StaffIn(town, Way.Desktop, Role.TeamLead);
        await OpensNote(lead, await Job(town));

        await lead.Page.RouteAsync("**/*", route => route.AbortAsync("aborted"));
        await lead.Page.Locator(Note).FillAsync("Bel de aannemer");
        await Save(lead).ClickAsync();
        await Assertions.Expect(Told(lead)).ToContainTextAsync("Niet verstuurd");
        await Assertions.Expect(lead.Page.Locator(Note)).ToHaveValueAsync("Bel de aannemer");

        await lead.Page.UnrouteAllAsync();
        await lead.Act(Save(lead));
        await Assertions.Expect(lead.Page.Locator(".loket-timeline").First).ToContainTextAsync("Bel de aannemer");
        await Assertions.Expect(lead.Page.Locator(Note)).ToHaveValueAsync("");
    }

    [Theory, BothDatabases]
    public async Task What_was_typed_last_is_kept_before_it_is_sent_and_so_is_what_follows_when_sending_fails(Database database)
    {
        var town = await TownOn(database);
        var lead = await StaffIn(town, Way.Desktop, Role.TeamLead);
        await OpensNote(lead, await Job(town));
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        await lead.Page.RouteAsync(url => url.Contains("handler=Note", StringComparison.Ordinal), async route =>
        {
            await route.AbortAsync("aborted");
            sent.TrySetResult();
        });
        await lead.Page.Locator(Note).FillAsync("Bel de aannemer");
        await Save(lead).ClickAsync();
        await sent.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await Assertions.Expect(Told(lead)).ToContainTextAsync("Bewaard om");
        await lead.Page.RunAndWaitForResponseAsync(() => lead.Page.Locator(Note).FillAsync("Bel de aannemer morgen"), Keeping);

        await lead.Page.UnrouteAllAsync();
        await lead.Page.ReloadAsync();
        await Assertions.Expect(lead.Page.Locator("details[open] " + Note)).ToHaveValueAsync("Bel de aannemer morgen");
    }

    private static ILocator Told(Window window) => window.Page.Locator($"form:has({Note}) .loket-draft [role=status]");

    private static ILocator Save(Window window) => window.Page.Locator("form[action*='handler=Note'] button").First;

    private static async Task OpensNote(Window window, string reference)
    {
        await window.Open("/zaken/" + reference);
        await window.Page.Locator($"details:has({Note}) > summary").ClickAsync();
    }

    private async Task<string> Job(Town town) => (await new Scene(town, roles => StaffIn(town, Way.Desktop, roles)).Job()).Reference;
}
