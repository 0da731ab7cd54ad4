using System.Net;
using Loket.Cases;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Loket.Integration.Web;

/// <summary>A form of staff that could not be taken as it came: its page stood open too long, the session had ended, or the browser was closed. Nothing is done, and
/// it comes back filled in, to the person who filled it in and to nobody else.</summary>
public sealed class FormsGivenBackTests
{
    private const string Matters = "SELECT CAST(COUNT(*) AS INTEGER) AS \"Value\" FROM matters";
    private const string KeptForms = "SELECT CAST(COUNT(*) AS INTEGER) AS \"Value\" FROM kept_forms";
    private const string Proof = "__RequestVerificationToken";
    private static readonly (string Name, string Value) OfLongAgo = (Proof, "of long ago");

    [Theory, BothDatabases]
    public async Task A_contact_from_a_page_that_stood_open_too_long_stays_with_its_file_and_is_taken_once(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/intake");

        await agent.Upload("Form.Files", "brief.txt", "Zo ging het."u8.ToArray(), ("Form.Subject", "De brug piept"), ("ending", "new"), OfLongAgo);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, agent.Status);
        Assert.Contains("te lang open", Assert.Single(agent.Errors), StringComparison.Ordinal);
        Assert.Equal("De brug piept", agent.Value("Form.Subject"));
        await agent.Send(("Form.Subject", "De brug piept"), ("ending", "new"));
        Assert.Equal("Een nieuwe zaak is gemaakt", agent.Heading);
        await agent.Open("/zaken/" + agent.Text(".loket-confirmation .loket-reference"));
        Assert.Contains("brief.txt", agent.Text(".loket-files"), StringComparison.Ordinal);
        Assert.Equal(1, await Count(town, Matters));
    }

    [Theory, BothDatabases]
    public async Task An_action_on_a_case_from_a_page_that_stood_open_too_long_stands_open_with_what_was_typed(Database database)
    {
        await using var town = await Town.On(database);
        var job = await PartnerJob.In(town);
        using var lead = await town.SignIn(Role.TeamLead);
        await lead.Open("/zaken/" + job.Reference);

        await lead.Send(("Note.Text", "Bel de aannemer"), OfLongAgo);

        AssertBack(lead);
        Assert.Equal("Bel de aannemer", lead.Page.QuerySelector("details[open] [name='Note.Text']")?.TextContent.Trim());
        Assert.DoesNotContain(await job.Timeline(), line => line.Happened is CaseNoted);
        await lead.Send(("Note.Text", "Bel de aannemer"));
        Assert.Contains(await job.Timeline(), line => line.Happened is CaseNoted);
    }

    [Theory, BothDatabases]
    public async Task A_setting_from_a_page_that_stood_open_too_long_stays_as_it_was_filled_in(Database database)
    {
        await using var town = await Town.On(database);
        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        await administrator.Open("/beheer/onderwerpen/street-light");
        var (stood, active) = (administrator.Value("Form.NameNl"), administrator.Page.QuerySelector("[name='Form.Active']")!);
        Assert.True(active.HasAttribute("checked"));
        active.RemoveAttribute("checked");

        await administrator.Send(("Form.NameNl", "Lantaarns"), OfLongAgo);

        AssertBack(administrator);
        Assert.Equal("Lantaarns", administrator.Value("Form.NameNl"));
        Assert.False(administrator.Page.QuerySelector("[name='Form.Active']")!.HasAttribute("checked"));
        using var other = await town.SignIn(Role.FunctionalAdministrator);
        await other.Open("/beheer/onderwerpen/street-light");
        Assert.Equal(stood, other.Value("Form.NameNl"));

        await administrator.Send(("Form.NameNl", "Lantaarns"));
        await administrator.Open("/beheer/onderwerpen/street-light");
        Assert.Equal(("Lantaarns", false), (administrator.Value("Form.NameNl"), administrator.Page.QuerySelector("[name='Form.Active']")!.HasAttribute("checked")));
    }

    [Theory, BothDatabases]
    public async Task After_the_session_had_ended_a_contact_an_answer_and_a_setting_stand_filled_in_again(Database database)
    {
        await using var town = await Town.On(database);
        var job = await PartnerJob.In(town);
        await town.Make(Person("kees", Role.Agent, Role.Handler, Role.FunctionalAdministrator));
        var cookies = new CookieContainer();
        using var contact = new Visitor(town.Client(cookies: cookies));
        using var answer = new Visitor(town.Client(cookies: cookies));
        using var setting = new Visitor(town.Client(cookies: cookies));
        await contact.SignIn("kees");
        await contact.Open("/intake");
        await answer.Open($"/zaken/{job.Reference}/antwoord");
        await setting.Open("/beheer/onderwerpen/street-light");
        await town.EndSessions();

        await contact.Upload("Form.Files", "brief.txt", "Zo ging het."u8.ToArray(),
            ("Form.Subject", "De brug piept"), ("Form.Channel", "Letter"), ("Form.Area", "hoofddorp"), ("Form.Name", "An Visser"), ("ending", "new"));
        await answer.Send(("Form.Text", "Wij maken de lamp morgen."));
        await setting.Send(("Form.NameNl", "Lantaarns"));
        await SignInAgain(contact, "kees", 1);
        foreach (var other in (Visitor[])[answer, setting]) await other.Open(other.Address);

        Assert.All([contact, answer, setting], AssertBack);
        Assert.Equal([true, false, false], ((Visitor[])[contact, answer, setting]).Select(one => one.Text(".loket-alert").Contains("Bestanden kunnen wij niet bewaren", StringComparison.Ordinal)));
        Assert.Equal(("De brug piept", "Letter", "hoofddorp", "An Visser"),
            (contact.Value("Form.Subject"), contact.Value("Form.Channel"), contact.Value("Form.Area"), contact.Value("Form.Name")));
        Assert.Equal(("Wij maken de lamp morgen.", "Lantaarns"), (answer.Value("Form.Text"), setting.Value("Form.NameNl")));
        Assert.Equal((1, 0), (await Count(town, Matters), (await job.Timeline()).Count(line => line.Happened is CaseAnswered)));
        await answer.Send(("Form.Text", "Wij maken de lamp morgen."));
        Assert.Contains("Dit gaat naar 1 mens", answer.Text("main"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_browser_that_was_closed_gives_the_form_back_to_who_filled_it_in_and_to_nobody_else(Database database)
    {
        await using var town = await Town.On(database);
        await town.Make(Person("priya", Role.Agent), Person("wim", Role.Agent));
        var cookies = new CookieContainer();
        using var visitor = new Visitor(town.Client(cookies: cookies));
        await visitor.SignIn("priya");
        await visitor.Open("/intake");
        Forget(cookies);

        await visitor.Send(("Form.Subject", "De brug piept"), ("ending", "new"));
        var waiting = visitor.Address;
        await SignInAgain(visitor, "wim", 0);
        Assert.StartsWith("/intake?kept=", visitor.Address, StringComparison.Ordinal);
        Assert.Equal("", visitor.Value("Form.Subject"));
        Assert.DoesNotContain("staat weer klaar", visitor.Text("main"), StringComparison.Ordinal);

        Forget(cookies);
        await visitor.Open(waiting);
        await SignInAgain(visitor, "priya", 1);
        AssertBack(visitor);
        Assert.Equal(("De brug piept", 0), (visitor.Value("Form.Subject"), await Count(town, Matters)));
    }

    [Theory, BothDatabases]
    public async Task What_a_stranger_posts_is_not_kept(Database database)
    {
        await using var town = await Town.On(database);
        foreach (var mark in (string[])["", "verzonnen", "AAAA", new string('A', 200)])
        {
            using var stranger = new Visitor(town.Client());
            await stranger.Follow(new HttpRequestMessage(HttpMethod.Post, "/intake") { Content = new FormUrlEncodedContent([new("Form.Subject", "De brug piept"), new("form-for", mark)]) });

            Assert.StartsWith("/sign-in?back=", stranger.Address, StringComparison.Ordinal);
            Assert.DoesNotContain("kept=", stranger.Address, StringComparison.Ordinal);
        }

        Assert.Equal(0, await Count(town, KeptForms));
    }

    private static void AssertBack(Visitor visitor)
    {
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Contains("staat weer klaar", visitor.Text(".loket-alert"), StringComparison.Ordinal);
        Assert.Contains("te lang open", visitor.Text(".loket-alert"), StringComparison.Ordinal);
        Assert.Empty(visitor.Errors);
    }

    private static PlannedStaff Person(string name, params Role[] roles) => new(name, name, roles, Account: new PlannedAccount(TownSignIn.Password, TownSignIn.CodeKey));

    private static void Forget(CookieContainer cookies)
    {
        foreach (var cookie in cookies.GetAllCookies().Cast<Cookie>()) cookie.Expired = true;
    }

    private static async Task SignInAgain(Visitor visitor, string name, int later)
    {
        Assert.StartsWith("/sign-in?back=", visitor.Address, StringComparison.Ordinal);
        Assert.Contains("bewaard", visitor.Text(".loket-alert"), StringComparison.Ordinal);
        await visitor.Send(("Form.SignInName", name), ("Form.Password", TownSignIn.Password));
        await visitor.Send(("Form.Code", TownSignIn.Code(later)));
    }

    private static async Task<int> Count(Town town, string query)
    {
        await using var db = town.Open();
        return await db.Database.SqlQueryRaw<int>(query).SingleAsync();
    }
}
