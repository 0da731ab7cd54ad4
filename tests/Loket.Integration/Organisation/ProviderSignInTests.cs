using System.Net;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Loket.Organisation.Teams;
using Loket.Storage.Journal;
using Loket.Testing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Loket.Integration.Organisation;

/// <summary>Signing in through the municipality's own provider (row K3), with a real one.</summary>
public sealed class ProviderSignInTests
{
    private const string ProviderPath = "/sign-in/provider";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private static readonly ProviderPerson Noor = new(
        "subject-of-noor", "Noor Mulder", "Noor.Mulder", "noor.mulder@gemeente.example", Roles: ["loket-agent", "printer-admin"], Groups: ["gg-klantcontact", "gg-koffie"]);

    [Theory, BothDatabases]
    public async Task The_first_time_makes_somebody_with_the_roles_and_teams_of_the_claims_and_the_second_changes_them(Database database)
    {
        await using var town = await Town.On(database);
        await using var provider = await Provider(town, Noor);
        using var visitor = new Visitor(town.Client());

        await visitor.ThroughProvider();
        Assert.Equal("/werk", visitor.Address);
        var made = await Found(town, "noor.mulder");
        Assert.Equal(("Noor Mulder", "noor.mulder@gemeente.example"), (made.Name, made.Email));
        Assert.Equal([Role.Agent], made.Roles);
        Assert.Equal(["klantcontact"], await TeamsOf(town, made));

        provider.Person = Noor with { Roles = ["loket-lead"], Groups = ["gg-verlichting"] };
        using var later = new Visitor(town.Client());
        await later.ThroughProvider();

        var changed = await Found(town, "noor.mulder");
        Assert.Equal((made.Id, made.Version + 1), (changed.Id, changed.Version));
        Assert.Equal([Role.Handler, Role.TeamLead], changed.Roles);
        Assert.Equal(["lighting"], await TeamsOf(town, changed));
        Assert.Equal(
            ["account.provider-linked", "account.provider-roles-set", "account.provider-signed-in", "account.provider-signed-in", "organisation.staff-made"],
            (await Timeline(town, made)).Order(StringComparer.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task What_was_given_by_hand_in_a_team_stays_and_roles_are_those_of_the_claims(Database database)
    {
        await using var town = await Town.On(database);
        await town.Make(new PlannedStaff("noor", "Noor", [Role.SystemAdministrator], ["lighting"], Email: "Noor.Mulder@gemeente.example"));
        await using var provider = await Provider(town, Noor);
        using var visitor = new Visitor(town.Client());

        await visitor.ThroughProvider();
        var linked = await Found(town, "noor");
        Assert.Equal([Role.Agent], linked.Roles);
        Assert.Equal(["klantcontact", "lighting"], await TeamsOf(town, linked));

        // Left out, as by a provider for who is in too many groups.
        provider.Person = Noor with { Groups = [] };
        using var silent = new Visitor(town.Client());
        await silent.ThroughProvider();
        Assert.Equal(["klantcontact", "lighting"], await TeamsOf(town, await Found(town, "noor")));

        provider.Person = Noor with { Groups = ["gg-koffie"] };
        using var later = new Visitor(town.Client());
        await later.ThroughProvider();
        Assert.Equal(["lighting"], await TeamsOf(town, await Found(town, "noor")));

        using var administrator = await town.SignIn(Role.SystemAdministrator);
        await administrator.Open("/manage/accounts/noor");
        Assert.Contains("werkaccount", administrator.Text(".loket-alert"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_verified_address_links_once_and_one_that_nobody_stands_for_never(Database database)
    {
        await using var town = await Town.On(database);
        await town.Make(new PlannedStaff("noor", "Noor", [Role.Agent], Email: "noor.mulder@gemeente.example"));
        await using var provider = await Provider(town, Noor with { Subject = "somebody-else", UserName = "stranger", EmailVerified = false });
        using var stranger = new Visitor(town.Client());
        await stranger.ThroughProvider();
        Assert.NotEqual((await Found(town, "noor")).Id, (await Found(town, "stranger")).Id);

        Assert.Equal("", (await Found(town, "stranger")).Email);
        provider.Person = Noor;
        using var noor = new Visitor(town.Client());
        await noor.ThroughProvider();
        Assert.Null(await town.Use<StaffDirectory, StaffCard?>(staff => staff.Find("noor.mulder", Cancel)));
        Assert.Contains("account.provider-linked", await Timeline(town, await Found(town, "noor")));

        provider.Person = Noor with { Subject = "a-third", UserName = "third" };
        using var third = new Visitor(town.Client());
        await third.ThroughProvider();
        Assert.NotEqual((await Found(town, "noor")).Id, (await Found(town, "third")).Id);
    }

    [Theory, BothDatabases]
    public async Task Who_has_no_role_does_not_get_in_and_who_loses_it_is_out_with_a_password_as_well(Database database)
    {
        await using var town = await Town.On(database);
        await town.Make(new PlannedStaff("noor", "Noor", [Role.Agent], Email: "noor.mulder@gemeente.example", Account: new PlannedAccount(TownSignIn.Password, TownSignIn.CodeKey)));
        await using var provider = await Provider(town, Noor with { Subject = "nobody-here", UserName = "niemand", Email = "niemand@gemeente.example", Roles = ["printer-admin"] });
        using var nobody = new Visitor(town.Client());
        await nobody.ThroughProvider();
        Assert.Equal(("/sign-in/no-access", "Uw werkaccount geeft geen toegang tot Loket"), (nobody.Address, nobody.Heading));
        Assert.Null(await town.Use<StaffDirectory, StaffCard?>(staff => staff.Find("niemand", Cancel)));

        using var atWork = new Visitor(town.Client());
        await atWork.SignIn("noor");
        provider.Person = Noor with { Roles = [] };
        using var atHome = new Visitor(town.Client());
        await atHome.ThroughProvider();
        Assert.Equal("/sign-in/no-access", atHome.Address);
        await atWork.Open("/me");
        Assert.StartsWith("/sign-in", atWork.Address, StringComparison.Ordinal);
        await atWork.Send(("Form.SignInName", "noor"), ("Form.Password", TownSignIn.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, atWork.Status);

        provider.Person = Noor;
        await atHome.ThroughProvider();
        Assert.Equal("/werk", atHome.Address);
    }

    [Theory, BothDatabases]
    public async Task A_password_and_a_code_of_who_comes_through_the_provider_work_only_while_that_is_recent(Database database)
    {
        await using var town = await Town.On(database);
        await town.Make(new PlannedStaff("noor", "Noor", [Role.Agent], Email: "noor.mulder@gemeente.example", Account: new PlannedAccount(TownSignIn.Password, TownSignIn.CodeKey)));
        await using var provider = await Provider(town, Noor);
        using var visitor = new Visitor(town.Client());
        await visitor.ThroughProvider();
        using var local = new Visitor(town.Client());
        await local.SignIn("noor");
        Assert.Equal("/werk", local.Address);
        using var halfWay = new Visitor(town.Client());
        await halfWay.Open("/sign-in");
        await halfWay.Send(("Form.SignInName", "noor"), ("Form.Password", TownSignIn.Password));

        await using (var db = town.Open()) await db.Database.ExecuteSqlRawAsync("UPDATE provider_links SET seen_at = seen_at - 8 * 86400000000", Cancel);
        await halfWay.Send(("Form.Code", TownSignIn.Code(1)));
        Assert.Contains("Begin opnieuw", Assert.Single(halfWay.Errors), StringComparison.Ordinal);
        using var late = new Visitor(town.Client());
        await late.Open("/sign-in");
        Assert.Contains("minstens elke 7 dagen", late.Text("main"), StringComparison.Ordinal);
        await late.Send(("Form.SignInName", "noor"), ("Form.Password", TownSignIn.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);

        await visitor.Open("/sign-out");
        await visitor.Press("Log uit op dit apparaat");
        await visitor.ThroughProvider();
        await late.SignIn("noor", codeLater: 1);
        Assert.Equal("/werk", late.Address);
    }

    [Theory, BothDatabases]
    public async Task Who_was_closed_here_does_not_come_back_as_somebody_new(Database database)
    {
        await using var town = await Town.On(database);
        await using var provider = await Provider(town, Noor);
        using var visitor = new Visitor(town.Client());
        await visitor.ThroughProvider();
        using var administrator = await town.SignIn(Role.SystemAdministrator);
        await administrator.Open("/manage/accounts/noor.mulder");
        await administrator.Send(("Sure", "true"));

        await visitor.ThroughProvider();

        Assert.Equal("/sign-in/no-access", visitor.Address);
        Assert.NotNull((await Found(town, "noor.mulder")).ClosedAt);
    }

    [Theory, BothDatabases]
    public async Task Who_was_closed_before_they_ever_came_through_the_provider_does_not_either_until_a_colleague_has_their_address(Database database)
    {
        await using var town = await Town.On(database);
        await town.Make(new PlannedStaff("noor", "Noor", [Role.Agent], Email: "noor.mulder@gemeente.example"));
        await using var provider = await Provider(town, Noor);
        using var administrator = await town.SignIn(Role.SystemAdministrator);
        await administrator.Open("/manage/accounts/noor");
        await administrator.Send(("Sure", "true"));
        using var visitor = new Visitor(town.Client());

        await visitor.ThroughProvider();
        Assert.Equal("/sign-in/no-access", visitor.Address);
        Assert.Null(await town.Use<StaffDirectory, StaffCard?>(staff => staff.Find("noor.mulder", Cancel)));
        Assert.Contains("account.provider-refused", await Timeline(town, await Found(town, "noor")));

        await town.Make(new PlannedStaff("noor.opnieuw", "Noor", [Role.Agent], Email: "noor.mulder@gemeente.example"));
        await visitor.ThroughProvider();
        Assert.Equal("/werk", visitor.Address);
    }

    [Theory, BothDatabases]
    public async Task A_token_that_is_too_old_or_answers_another_question_proves_nothing(Database database)
    {
        await using var town = await Town.On(database);
        await using var provider = await Provider(town, Noor);
        using var visitor = new Visitor(town.Client());

        provider.GivesExpiredTokens = true;
        await visitor.ThroughProvider();
        Assert.StartsWith("/sign-in?problem=wrong", visitor.Address, StringComparison.Ordinal);
        (provider.GivesExpiredTokens, provider.GivesAnotherNonce) = (false, true);
        await visitor.ThroughProvider();
        Assert.Contains("klopt niet", visitor.Text(".loket-alert"), StringComparison.Ordinal);
        provider.GivesAnotherNonce = false;
        await visitor.ThroughProvider();

        Assert.Equal("/werk", visitor.Address);
    }

    [Theory, BothDatabases]
    public async Task An_answer_counts_once_and_only_in_the_browser_that_asked(Database database)
    {
        await using var town = await Town.On(database);
        await using var provider = await Provider(town, Noor);
        var cookies = new CookieContainer();
        using var client = town.Client(cookies: cookies);
        var (back, ticket) = await Answer(town, client, cookies);

        using var other = new Visitor(town.Client());
        await other.Open(back);
        Assert.StartsWith("/sign-in?problem=again", other.Address, StringComparison.Ordinal);
        Assert.Equal(0, provider.Exchanged);

        using var first = await client.GetAsync(new Uri(back, UriKind.Relative), Cancel);
        Assert.Equal("/sign-in", first.Headers.Location?.OriginalString);
        // The browser has forgotten its ticket; somebody who copied it has it still.
        var copied = new CookieContainer();
        copied.Add(new Uri(town.Address, back), new Cookie(ticket.Name, ticket.Value));
        using var thief = new Visitor(town.Client(cookies: copied));
        await thief.Open(back);
        Assert.StartsWith("/sign-in?problem=again", thief.Address, StringComparison.Ordinal);
        Assert.Equal(1, provider.Exchanged);
    }

    [Theory, BothDatabases]
    public async Task Who_comes_back_twice_in_one_browser_ends_the_first_session_with_the_second(Database database)
    {
        await using var town = await Town.On(database);
        await using var provider = await Provider(town, Noor);
        var cookies = new CookieContainer();
        using var client = town.Client(cookies: cookies);
        var (first, second) = (await Back(), await Back());

        using (await client.GetAsync(new Uri(first, UriKind.Relative), Cancel)) Assert.True(await IsIn(Session()));
        var before = Session();
        using (await client.GetAsync(new Uri(second, UriKind.Relative), Cancel)) Assert.NotEqual(before, Session());

        Assert.Equal((false, true), (await IsIn(before), await IsIn(Session())));

        async Task<string> Back()
        {
            using var away = await client.GetAsync(new Uri(ProviderPath, UriKind.Relative), Cancel);
            using var signedIn = await client.GetAsync(away.Headers.Location, Cancel);
            return signedIn.Headers.Location!.PathAndQuery;
        }

        string Session() => cookies.GetCookies(town.Address)["loket-session"]!.Value;

        async Task<bool> IsIn(string session)
        {
            var own = new CookieContainer();
            own.Add(town.Address, new Cookie("loket-session", session));
            using var visitor = new Visitor(town.Client(cookies: own));
            await visitor.Open("/me");
            return visitor.Address == "/me";
        }
    }

    [Theory, BothDatabases]
    public async Task A_provider_that_refuses_or_is_away_is_told_in_words_and_nothing_typed_is_lost(Database database)
    {
        await using var town = await Town.On(database);
        await using var provider = await Provider(town, Noor);
        using var visitor = new Visitor(town.Client());
        await visitor.ThroughProvider();
        await visitor.Open("/me");
        await town.EndSessions();
        await visitor.Send(("PresenceForm.Presence", "Away"), ("PresenceForm.Until.Day", "31"), ("PresenceForm.Until.Month", "maart"), ("PresenceForm.Until.Year", "2099"));
        Assert.Contains("bewaard", visitor.Text(".loket-alert"), StringComparison.Ordinal);

        provider.Refuses = "access_denied";
        await visitor.GoToProvider();
        Assert.Contains("liet u niet binnen", visitor.Text(".loket-alert"), StringComparison.Ordinal);
        provider.Refuses = null;
        await visitor.GoToProvider();

        Assert.StartsWith("/me?kept=", visitor.Address, StringComparison.Ordinal);
        Assert.Equal(("Away", "31", "maart"), (visitor.Value("PresenceForm.Presence"), visitor.Value("PresenceForm.Until.Day"), visitor.Value("PresenceForm.Until.Month")));
    }

    [Theory, BothDatabases]
    public async Task A_provider_that_never_answered_is_away_and_a_password_works_meanwhile(Database database)
    {
        await using var town = await Town.On(database);
        await town.Make(new PlannedStaff("joke", "Joke", [Role.Agent], Account: new PlannedAccount(TownSignIn.Password, TownSignIn.CodeKey)));
        await using var provider = await Provider(town, Noor);
        await provider.Stop();
        using var visitor = new Visitor(town.Client());

        await visitor.ThroughProvider();

        Assert.StartsWith("/sign-in?problem=away", visitor.Address, StringComparison.Ordinal);
        Assert.Contains("reageert nu niet", visitor.Text(".loket-alert"), StringComparison.Ordinal);
        await visitor.SignIn("joke");
        Assert.Equal("/werk", visitor.Address);
    }

    [Theory, BothDatabases]
    public async Task A_provider_that_does_not_answer_is_asked_once_in_a_while_however_many_set_out(Database database)
    {
        await using var town = await Town.On(database);
        await using var provider = await Provider(town, Noor);
        provider.SaysNothing = true;
        using var client = town.Client();

        var ways = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Goes(ProviderPath)));
        Assert.All(ways, way => Assert.Equal("/sign-in?problem=away", way));
        await Goes("/signed-out");
        Assert.Equal("/sign-in?problem=away", await Goes(ProviderPath));

        Assert.Equal(1, provider.Discovered);

        async Task<string?> Goes(string path)
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancel);
            return answer.Headers.Location?.OriginalString;
        }
    }

    [Theory, BothDatabases]
    public async Task Without_accounts_of_our_own_there_is_no_form_for_them_and_what_is_posted_is_refused(Database database)
    {
        await using var town = await Town.On(database);
        await town.Make(new PlannedStaff("joke", "Joke", [Role.Agent], Account: new PlannedAccount(TownSignIn.Password, TownSignIn.CodeKey)));
        using var visitor = new Visitor(town.Client());
        await visitor.Open("/sign-in");
        using var form = visitor.Filled(("Form.SignInName", "joke"), ("Form.Password", TownSignIn.Password));
        await using var provider = await LocalProvider.Start();
        await provider.In(town, provider.Settings with { LocalAccounts = false });

        await visitor.Follow(form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Contains("werkaccount", Assert.Single(visitor.Errors), StringComparison.Ordinal);
        await visitor.Open("/sign-in");
        Assert.Null(visitor.Page.QuerySelector("main form"));
        Assert.NotNull(visitor.Page.QuerySelector("main a[href='/sign-in/provider']"));
    }

    [Theory, BothDatabases]
    public async Task In_English_one_comes_back_in_English_and_who_signs_out_is_shown_the_way_out_there_as_well(Database database)
    {
        await using var town = await Town.On(database);
        await using var provider = await Provider(town, Noor);
        using var visitor = new Visitor(town.Client());

        await visitor.Open("/en/me");
        await visitor.GoToProvider();
        Assert.Equal(("/en/me", "My account"), (visitor.Address, visitor.Heading));
        Assert.Null(visitor.Page.QuerySelector("[name='PasswordForm.NextPassword']"));

        await visitor.Open("/en/sign-out");
        await visitor.Press("Sign out on this device");
        Assert.Equal("/en/signed-out", visitor.Address);
        Assert.Equal($"{provider.Address}connect/logout?client_id={LocalProvider.ClientId}", visitor.Page.QuerySelector("main .utrecht-button")!.GetAttribute("href"));
    }

    [Theory, BothDatabases]
    public async Task Strangers_who_fail_too_often_behind_the_same_address_keep_no_browser_out_that_signed_in_before(Database database)
    {
        await using var town = await Town.On(database);
        await using var provider = await Provider(town, Noor);
        using var known = new Visitor(town.Client());
        await known.ThroughProvider();
        await town.EndSessions();

        using var stranger = town.Client();
        var answered = "";
        for (var attempt = 0; attempt < 110 && answered != "/sign-in?problem=often"; attempt++)
        {
            using var away = await stranger.GetAsync(new Uri(ProviderPath, UriKind.Relative), Cancel);
            var state = QueryHelpers.ParseQuery(away.Headers.Location!.Query)["state"].ToString();
            using var back = await stranger.GetAsync(new Uri($"{ProviderPath}/back?code=onzin&state={state}", UriKind.Relative), Cancel);
            answered = back.Headers.Location!.OriginalString;
        }

        Assert.Equal("/sign-in?problem=often", answered);
        using var another = new Visitor(town.Client());
        await another.ThroughProvider();
        Assert.Equal("/sign-in?problem=often", another.Address);
        await known.ThroughProvider();
        Assert.Equal("/werk", known.Address);
    }

    [Theory, BothDatabases]
    public async Task Who_came_from_the_provider_adds_a_passkey_only_after_showing_there_once_more_who_they_are(Database database)
    {
        await using var town = await Town.On(database);
        await using var provider = await Provider(town, Noor);
        using var visitor = new Visitor(town.Client());
        await visitor.ThroughProvider();
        await visitor.Open("/me/passkeys");
        Assert.Null(visitor.Page.QuerySelector("form[data-passkey]"));

        await visitor.Open(visitor.Page.QuerySelector("main a[href*='/sign-in/again']")!.GetAttribute("href")!);
        await visitor.Press("Log opnieuw in");
        await visitor.GoToProvider();

        Assert.Equal("/me/passkeys", visitor.Address);
        Assert.NotNull(visitor.Page.QuerySelector("form[data-passkey]"));
    }

    // Goes to the provider and stays there with its answer in hand.
    private static async Task<(string Back, Cookie Ticket)> Answer(Town town, HttpClient client, CookieContainer cookies)
    {
        using var away = await client.GetAsync(new Uri(ProviderPath, UriKind.Relative), Cancel);
        using var signedIn = await client.GetAsync(away.Headers.Location, Cancel);
        var ticket = cookies.GetCookies(new Uri(town.Address, ProviderPath)).Single(cookie => cookie.Name.StartsWith("loket-provider-", StringComparison.Ordinal));
        return (signedIn.Headers.Location!.PathAndQuery, ticket);
    }

    private static async Task<LocalProvider> Provider(Town town, ProviderPerson person)
    {
        await town.Make(new PlannedStaff("team-maker", "Team maker", [], ["klantcontact"]));
        var provider = await LocalProvider.Start();
        provider.Person = person;
        await provider.In(town);
        return provider;
    }

    private static async Task<StaffCard> Found(Town town, string name) => (await town.Use<StaffDirectory, StaffCard?>(staff => staff.Find(name, Cancel)))!;

    private static async Task<IEnumerable<string>> TeamsOf(Town town, StaffCard card) =>
        (await town.Use<TeamDirectory, IReadOnlyList<TeamCard>>(teams => teams.All(Cancel)))
            .Where(team => card.Teams.Contains(team.Id)).Select(team => team.Key).Order(StringComparer.Ordinal);

    private static async Task<IEnumerable<string>> Timeline(Town town, StaffCard card) =>
        (await town.Use<JournalReader, IReadOnlyList<TimelineLine>>(reader => reader.Timeline(card.Id.Value, Audience.Audit, 50, null, Cancel))).Select(line => line.Kind);
}
