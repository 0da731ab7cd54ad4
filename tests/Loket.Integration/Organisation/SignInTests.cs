using System.Net;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Accounts;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Loket.Storage.Journal;
using Loket.Integration.Storage;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace Loket.Integration.Organisation;

public sealed class SignInTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Somebody_signs_in_with_password_and_code_and_begins_at_the_work_lists(Database database)
    {
        await using var town = await Town.On(database);
        using var visitor = await town.SignIn("sanne.de.boer", ["klantcontact"], Role.Agent);

        Assert.Equal("/werk", visitor.Address);
        await visitor.Open("/me");
        Assert.Equal("Mijn account", visitor.Heading);
        Assert.Contains("klantcontact", visitor.Text("dl"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Who_is_not_signed_in_goes_to_the_sign_in_page_and_comes_back_in_the_own_language(Database database)
    {
        await using var town = await Town.On(database);
        await town.Make(new PlannedStaff("fatima", "Fatima", [Role.Agent], Account: new PlannedAccount(TownSignIn.Password, TownSignIn.CodeKey)));
        using var visitor = new Visitor(town.Client());

        await visitor.Open("/en/me");
        Assert.Equal("Sign in for staff", visitor.Heading);

        await visitor.Send(("Form.SignInName", "Fatima "), ("Form.Password", TownSignIn.Password));
        await visitor.Send(("Form.Code", TownSignIn.Code()));
        Assert.Equal(("/en/me", "My account"), (visitor.Address, visitor.Heading));
    }

    [Theory, BothDatabases]
    public async Task New_recovery_codes_come_in_the_place_of_the_old_ones_for_who_signed_in_just_now(Database database)
    {
        await using var town = await Town.On(database);
        using var visitor = await town.SignIn("femke", [], Role.Agent);
        await visitor.Open("/me/recovery-codes");
        await visitor.Press("Maak nieuwe codes");
        var old = visitor.Page.QuerySelectorAll("#recovery-codes li").Select(code => code.TextContent).ToList();
        Assert.Equal(10, old.Count);
        await visitor.Press("Maak nieuwe codes");
        var code = visitor.Text("#recovery-codes li");

        using var elsewhere = new Visitor(town.Client());
        await elsewhere.Open("/sign-in");
        await elsewhere.Send(("Form.SignInName", "femke"), ("Form.Password", TownSignIn.Password));
        await elsewhere.Send(("Form.Code", old[0]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, elsewhere.Status);
        await elsewhere.Send(("Form.Code", code));
        Assert.Equal("/werk", elsewhere.Address);
        await elsewhere.Open("/me/recovery-codes");
        Assert.Contains("9 codes", elsewhere.Text("main"), StringComparison.Ordinal);

        await using (var db = town.Open()) await db.Database.ExecuteSqlRawAsync("UPDATE sessions SET proven_at = proven_at - 3600000000", Cancel);
        await elsewhere.Press("Maak nieuwe codes");
        Assert.Contains("Log eerst opnieuw in", Assert.Single(elsewhere.Errors), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_wrong_password_and_an_unknown_name_are_told_apart_by_nobody(Database database)
    {
        await using var town = await Town.On(database);
        var made = await town.Make(new PlannedStaff("joke", "Joke", [Role.DeskHost], Account: new PlannedAccount(TownSignIn.Password, TownSignIn.CodeKey)));
        using var visitor = new Visitor(town.Client());

        await visitor.Open("/sign-in");
        await visitor.Send(("Form.SignInName", "joke"), ("Form.Password", "iets anders"));
        var wrong = Assert.Single(visitor.Errors);
        await visitor.Send(("Form.SignInName", "niemand"), ("Form.Password", "iets anders"));

        Assert.Equal(wrong, Assert.Single(visitor.Errors));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        var timeline = await town.Use<JournalReader, IReadOnlyList<TimelineLine>>(reader => reader.Timeline(made.Staff["joke"].Value, Audience.Audit, 50, null, Cancel));
        Assert.Single(timeline, line => line.Happened is SignInRefused);
    }

    [Theory, BothDatabases]
    public async Task A_wrong_password_costs_as_much_for_a_name_that_somebody_has_as_for_one_that_nobody_has(Database database)
    {
        await using var town = await Town.On(database);
        await town.Make(new PlannedStaff("joke", "Joke", [Role.DeskHost], Account: new PlannedAccount(TownSignIn.Password, TownSignIn.CodeKey)));
        using var visitor = new Visitor(town.Client());
        await visitor.Open("/sign-in");
        await using var db = town.Open();
        using var statements = Statements.To(db);
        await statements.Settle(() => Tries($"niemand-{Guid.NewGuid():N}"));

        var unknown = await statements.During(() => Tries("niemand"));
        var known = await statements.During(() => Tries("joke"));

        Assert.Equal(unknown, known);

        Task Tries(string name) => visitor.Send(("Form.SignInName", name), ("Form.Password", "iets anders"));
    }

    [Theory, BothDatabases]
    public async Task A_code_is_good_for_one_time(Database database)
    {
        await using var town = await Town.On(database);
        using var first = await town.SignIn("murat", [], Role.Handler);
        using var second = new Visitor(town.Client());
        var used = TownSignIn.Code();

        await second.Open("/sign-in");
        await second.Send(("Form.SignInName", "murat"), ("Form.Password", TownSignIn.Password));
        await second.Send(("Form.Code", used));
        Assert.Equal("Vul de code uit uw app in", second.Heading);
        Assert.NotEmpty(second.Errors);

        await second.Send(("Form.Code", TownSignIn.Code(later: 1)));
        Assert.Equal("/werk", second.Address);
    }

    [Theory, BothDatabases]
    public async Task Who_guesses_must_wait_but_the_owner_gets_in_on_the_own_browser(Database database)
    {
        await using var town = await Town.On(database);
        using var owner = await town.SignIn("anita", [], Role.AreaManager);
        using var stranger = new Visitor(town.Client());

        await stranger.Open("/sign-in");
        for (var tries = 0; tries < 7; tries++) await stranger.Send(("Form.SignInName", "anita"), ("Form.Password", "gegokt " + tries));
        Assert.Contains("te vaak", stranger.Errors[0], StringComparison.Ordinal);
        await stranger.Send(("Form.SignInName", "anita"), ("Form.Password", TownSignIn.Password));
        Assert.Contains("te vaak", stranger.Errors[0], StringComparison.Ordinal);

        await owner.Open("/sign-out");
        await owner.Send();
        await owner.SignIn("anita", codeLater: 1);
        Assert.Equal("/werk", owner.Address);
    }

    [Theory, BothDatabases]
    public async Task Passwords_guessed_at_once_count_each(Database database)
    {
        await using var town = await Town.On(database);
        await town.Make(new PlannedStaff("joke", "Joke", [Role.DeskHost], Account: new PlannedAccount(TownSignIn.Password, TownSignIn.CodeKey)));

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(guess => town.Use<CheckPassword, Result<CheckPassword.HalfWay>>(
            check => check.Handle(new CheckPassword.Request("joke", $"gegokt wachtwoord {guess}", new SignInClient("198.51.100.7", null)), Cancel))));

        Assert.Equal((5, 25), (answers.Count(answer => answer.Failure?.Code == AccountFailures.Wrong.Code), answers.Count(answer => answer.Failure?.Code == AccountFailures.WaitMinute.Code)));
    }

    [Theory, BothDatabases]
    public async Task Whether_anybody_signed_in_on_a_browser_is_read_from_an_index(Database database)
    {
        await using var town = await Town.On(database);
        await using var db = town.Open();

        Assert.Equal(1, await db.Database.SqlQueryRaw<int>(database == Database.Sqlite
            ? "SELECT CAST(COUNT(*) AS integer) AS \"Value\" FROM sqlite_master WHERE type = 'index' AND name = 'ix_known_devices_hash'"
            : "SELECT CAST(COUNT(*) AS integer) AS \"Value\" FROM pg_indexes WHERE schemaname = current_schema() AND indexname = 'ix_known_devices_hash'").SingleAsync(Cancel));
    }

    [Theory, BothDatabases]
    public async Task Who_guesses_at_a_start_code_from_everywhere_keeps_the_newcomer_out_of_nothing(Database database)
    {
        await using var town = await Town.On(database);
        var made = await town.Make(new PlannedStaff("bas", "Bas", [Role.Agent]));
        var startCode = (await town.Use<GiveStartCode, Result<string>>(give => give.Handle(new GiveStartCode.Request(made.Staff["bas"], Actor.System), Cancel))).Value;

        for (var guess = 0; guess < 41; guess++) Assert.Equal(AccountFailures.StartWrong.Code, (await Starts("AAAA-AAAA-AAA", $"198.51.100.{guess}")).Failure?.Code);
        for (var guess = 0; guess < 5; guess++) await Starts("AAAA-AAAA-AAA", "203.0.113.1");
        Assert.Equal(AccountFailures.WaitMinute.Code, (await Starts("AAAA-AAAA-AAA", "203.0.113.1")).Failure?.Code);

        Assert.True((await Starts(startCode, "192.0.2.1")).Succeeded);

        Task<Result<CheckPassword.HalfWay>> Starts(string code, string address) =>
            town.Use<StartAccount, Result<CheckPassword.HalfWay>>(start => start.Handle(new StartAccount.Request("bas", code, TownSignIn.Password, new SignInClient(address, null)), Cancel));
    }

    [Theory, BothDatabases]
    public async Task Who_does_nothing_for_two_hours_is_signed_out_and_after_twelve_hours_everybody_is(Database database)
    {
        await using var town = await Town.On(database);
        await town.Make(new PlannedStaff("joke", "Joke", [Role.DeskHost], Account: new PlannedAccount(TownSignIn.Password, TownSignIn.CodeKey)));
        var cookies = new CookieContainer();
        using var visitor = new Visitor(town.Client(cookies: cookies));
        await visitor.SignIn("joke");
        var session = cookies.GetCookies(town.Address)["loket-session"]!.Value;

        Assert.False(await IsSignedIn(Duration.FromMinutes(121)));
        for (var hour = 1; hour < 12; hour++) Assert.True(await IsSignedIn(Duration.FromHours(hour)), $"after {hour} hours with something done in each");
        Assert.True(await IsSignedIn(Duration.FromMinutes(719)));
        Assert.False(await IsSignedIn(Duration.FromMinutes(721)));

        Task<bool> IsSignedIn(Duration later) => town.UseLater<Actors, bool>(later, async actors => await actors.Resolve(session, Cancel) is not null);
    }

    [Theory, BothDatabases]
    public async Task Somebody_new_starts_with_a_code_couples_an_app_and_keeps_codes_for_on_paper(Database database)
    {
        await using var town = await Town.On(database);
        var made = await town.Make(new PlannedStaff("bas", "Bas", [Role.FunctionalAdministrator]));
        var startCode = (await town.Use<GiveStartCode, Result<string>>(give => give.Handle(new GiveStartCode.Request(made.Staff["bas"], Actor.System), Cancel))).Value;
        using var visitor = new Visitor(town.Client());

        await visitor.Open("/sign-in/start");
        await visitor.Send(("Form.SignInName", "bas"), ("Form.StartCode", startCode.ToLowerInvariant().Replace('-', ' ')), ("Form.Password", "kort"));
        Assert.Contains("12 tekens", visitor.Errors[0], StringComparison.Ordinal);
        await visitor.Send(("Form.SignInName", "bas"), ("Form.StartCode", startCode.ToLowerInvariant().Replace('-', ' ')), ("Form.Password", TownSignIn.Password));
        Assert.Equal("Koppel een app aan uw account", visitor.Heading);
        Assert.NotNull(visitor.Page.QuerySelector("figure svg"));

        var key = TownSignIn.KeyOf(visitor.Text("#app-secret"));
        await visitor.Send(("Form.Code", TownSignIn.Code(key: key)));
        var recovery = visitor.Page.QuerySelectorAll("#recovery-codes li").Select(code => code.TextContent).ToList();
        Assert.Equal(10, recovery.Count);

        using var withoutTelephone = new Visitor(town.Client());
        await withoutTelephone.Open("/sign-in");
        await withoutTelephone.Send(("Form.SignInName", "bas"), ("Form.Password", TownSignIn.Password));
        await withoutTelephone.Send(("Form.Code", recovery[3]));
        Assert.Equal("/werk", withoutTelephone.Address);

        await visitor.Open("/sign-in/start");
        await visitor.Send(("Form.SignInName", "bas"), ("Form.StartCode", startCode), ("Form.Password", TownSignIn.Password));
        Assert.Contains("te oud", visitor.Errors[0], StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Signing_out_everywhere_ends_every_session(Database database)
    {
        await using var town = await Town.On(database);
        using var atWork = await town.SignIn("femke", [], Role.Editor);
        using var atHome = new Visitor(town.Client());
        await atHome.SignIn("femke", codeLater: 1);

        await atHome.Open("/sign-out");
        await atHome.Send(("everywhere", "true"));
        await atWork.Open("/me");

        Assert.StartsWith("/sign-in", atWork.Address, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_form_that_was_posted_after_the_session_ended_stands_filled_in_after_signing_in(Database database)
    {
        await using var town = await Town.On(database);
        using var visitor = await town.SignIn("kees", [], Role.RecordsManager);
        await visitor.Open("/me");
        await town.EndSessions();

        await visitor.Send(("PresenceForm.Presence", "Away"), ("PresenceForm.Until.Day", "31"), ("PresenceForm.Until.Month", "maart"), ("PresenceForm.Until.Year", "2099"));
        Assert.Contains("bewaard", visitor.Text(".loket-alert"), StringComparison.Ordinal);
        await visitor.Send(("Form.SignInName", "kees"), ("Form.Password", TownSignIn.Password));
        await visitor.Send(("Form.Code", TownSignIn.Code(later: 1)));

        Assert.StartsWith("/me?kept=", visitor.Address, StringComparison.Ordinal);
        Assert.Empty(visitor.Errors);
        Assert.Contains("staat weer klaar", visitor.Text(".loket-alert"), StringComparison.Ordinal);
        Assert.Equal(("Away", "31", "maart"), (visitor.Value("PresenceForm.Presence"), visitor.Value("PresenceForm.Until.Day"), visitor.Value("PresenceForm.Until.Month")));
        var before = await town.Use<StaffDirectory, StaffCard?>(staff => staff.Find("kees", Cancel));
        Assert.Equal(Presence.Present, before!.Presence);

        await visitor.Send(("PresenceForm.Presence", "Away"));
        var after = await town.Use<StaffDirectory, StaffCard?>(staff => staff.Find("kees", Cancel));
        Assert.Equal(Presence.Away, after!.Presence);
        Assert.Equal(LocalDateTime.FromDateTime(new DateTime(2099, 4, 1)), after.AwayUntil!.Value.InZone(DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]).LocalDateTime);
    }

    [Theory, BothDatabases]
    public async Task What_somebody_typed_is_given_back_to_nobody_else(Database database)
    {
        await using var town = await Town.On(database);
        using var visitor = await town.SignIn("priya", [], Role.PrivacyOfficer);
        await town.Make(new PlannedStaff("wim", "Wim", [Role.Councillor], Account: new PlannedAccount(TownSignIn.Password, TownSignIn.CodeKey)));
        await visitor.Open("/me");
        await town.EndSessions();

        await visitor.Send(("PresenceForm.Presence", "Away"), ("PresenceForm.Until.Day", "31"));
        await visitor.Send(("Form.SignInName", "wim"), ("Form.Password", TownSignIn.Password));
        await visitor.Send(("Form.Code", TownSignIn.Code()));

        Assert.Equal("", visitor.Value("PresenceForm.Until.Day"));
    }

    [Theory, BothDatabases]
    public async Task A_form_that_did_not_come_from_us_does_nothing_and_stands_there_to_be_looked_at(Database database)
    {
        await using var town = await Town.On(database);
        using var visitor = await town.SignIn("margriet", [], Role.Auditor);

        await visitor.Follow(new HttpRequestMessage(HttpMethod.Post, "/me?handler=Presence")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("PresenceForm.Presence", "Away")]),
        });

        Assert.Contains("te lang open", visitor.Text(".loket-alert"), StringComparison.Ordinal);
        Assert.Equal("Away", visitor.Value("PresenceForm.Presence"));
        var stands = await town.Use<StaffDirectory, StaffCard?>(staff => staff.Find("margriet", Cancel));
        Assert.Equal(Presence.Present, stands!.Presence);
    }

    [Theory, BothDatabases]
    public async Task After_signing_in_nobody_is_sent_to_another_site(Database database)
    {
        await using var town = await Town.On(database);
        await town.Make(new PlannedStaff("rick", "Rick", [Role.Agent], Account: new PlannedAccount(TownSignIn.Password, TownSignIn.CodeKey)));
        using var visitor = new Visitor(town.Client());

        await visitor.Open("/sign-in?back=https://elders.example/");
        await visitor.Send(("Form.SignInName", "rick"), ("Form.Password", TownSignIn.Password));
        await visitor.Send(("Form.Code", TownSignIn.Code()));

        Assert.Equal("/werk", visitor.Address);
    }
}
