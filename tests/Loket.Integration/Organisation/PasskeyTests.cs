using System.Net;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Storage.Journal;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Loket.Integration.Organisation;

/// <summary>Signing in with a passkey, and adding and removing one (decision 0039).</summary>
public sealed class PasskeyTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Somebody_adds_a_passkey_and_signs_in_with_it_without_a_password_or_code(Database database)
    {
        await using var town = await Town.On(database);
        using var key = new SoftKey();
        using var noor = await WithKey(town, key);
        Assert.Contains("toegevoegd", noor.Text(".loket-alert"), StringComparison.Ordinal);
        Assert.Contains("Telefoon", noor.Text("#passkeys tbody"), StringComparison.Ordinal);
        Assert.Contains("Nog niet", noor.Text("#passkeys tbody"), StringComparison.Ordinal);

        using var visitor = new Visitor(town.Client());
        await visitor.Open("/me/passkeys");
        await Signs(visitor, town, key);

        Assert.Equal("/me/passkeys", visitor.Address);
        Assert.DoesNotContain("Nog niet", visitor.Text("#passkeys tbody"), StringComparison.Ordinal);
        Assert.Equal(["account.passkey-added", "account.passkey-signed-in"], (await Kinds(town)).Where(kind => kind.Contains("passkey", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task An_answer_that_proves_nothing_lets_nobody_in(Database database)
    {
        await using var town = await Town.On(database);
        using var key = new SoftKey();
        using var noor = await WithKey(town, key);
        using var visitor = new Visitor(town.Client());

        await Refused(visitor, options => key.Sign(options, new Uri("https://loket.example/")), "of another site");
        await Refused(visitor, _ => "", "nothing");
        await Refused(visitor, _ => "onzin", "no answer");
        await Refused(visitor, _ => """{"id":"AA","rawId":"AA","type":"public-key","response":{}}""", "half an answer");
        using var stranger = new SoftKey();
        await Refused(visitor, options => stranger.Sign(options, town.Address), "of a key that is not known");
        using (var forged = key.Forged()) await Refused(visitor, options => forged.Sign(options, town.Address), "signed with another key");
        key.IsOpened = false;
        await Refused(visitor, options => key.Sign(options, town.Address), "without finger, face or pin");
        key.IsOpened = true;

        await Signs(visitor, town, key);
        Assert.Equal("/werk", visitor.Address);
        key.Signs -= 1;
        using var copy = new Visitor(town.Client());
        await Refused(copy, options => key.Sign(options, town.Address), "of a copy");
        Assert.Single(await Kinds(town), kind => kind == "account.passkey-signed-in");
        Assert.Single(await Kinds(town), kind => kind == "account.sign-in-refused");
    }

    [Theory, BothDatabases]
    public async Task An_answer_counts_once(Database database)
    {
        await using var town = await Town.On(database);
        // So that nothing but the question tells.
        using var key = new SoftKey { Counts = false };
        using var noor = await WithKey(town, key);
        using var visitor = new Visitor(town.Client());
        await visitor.Open("/sign-in");
        var answer = key.Sign(Options(visitor), town.Address);
        using var first = visitor.Filled(("Passkey.Answer", answer));
        using var second = visitor.Filled(("Passkey.Answer", answer));

        await visitor.Follow(first);
        Assert.Equal("/werk", visitor.Address);
        await visitor.Open("/sign-out");
        await visitor.Press("Log uit op dit apparaat");
        await visitor.Follow(second);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Contains("al gebruikt", Assert.Single(visitor.Errors), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Who_was_given_a_start_code_has_no_passkeys(Database database)
    {
        await using var town = await Town.On(database);
        using var key = new SoftKey();
        using var noor = await WithKey(town, key);
        using var administrator = await town.SignIn(Role.SystemAdministrator);
        await administrator.Open("/manage/accounts/noor");
        await administrator.Press("Geef een startcode");

        using var visitor = new Visitor(town.Client());
        await Refused(visitor, options => key.Sign(options, town.Address), "after a start code");
        await using var db = town.Open();
        Assert.Equal(0, await db.Database.SqlQueryRaw<int>("SELECT CAST(COUNT(*) AS integer) AS \"Value\" FROM passkeys").SingleAsync(Cancel));
    }

    [Theory, BothDatabases]
    public async Task Where_all_sign_in_through_the_provider_a_passkey_opens_nothing(Database database)
    {
        await using var town = await Town.On(database);
        using var key = new SoftKey();
        using var noor = await WithKey(town, key);
        using var visitor = new Visitor(town.Client());
        await visitor.Open("/sign-in");
        using var answer = visitor.Filled(("Passkey.Answer", key.Sign(Options(visitor), town.Address)));
        await using var provider = await LocalProvider.Start();
        await provider.In(town, provider.Settings with { LocalAccounts = false });

        await visitor.Follow(answer);
        Assert.Contains("werkaccount", Assert.Single(visitor.Errors), StringComparison.Ordinal);
        await noor.Open("/me/passkeys");
        Assert.Equal(HttpStatusCode.NotFound, noor.Status);
    }

    [Theory, BothDatabases]
    public async Task Who_comes_through_the_provider_has_a_passkey_only_while_that_is_recent_and_it_did_not_say_that_they_left(Database database)
    {
        await using var town = await Town.On(database);
        using var key = new SoftKey();
        using var noor = await WithKey(town, key);
        await using var provider = await Linked(town);
        await GetsIn(town, key);

        await using (var db = town.Open()) await db.Database.ExecuteSqlRawAsync("UPDATE provider_links SET seen_at = seen_at - 8 * 86400000000", Cancel);
        using var visitor = new Visitor(town.Client());
        await Refused(visitor, options => key.Sign(options, town.Address), "when they came through the provider long ago");
        await ThroughProvider(town);
        await GetsIn(town, key);

        using (var client = town.Client())
        using (var notice = new FormUrlEncodedContent([KeyValuePair.Create("logout_token", provider.Notice(provider.Person.Subject))]))
        using (var answer = await client.PostAsync(new Uri("/sign-in/provider/ended", UriKind.Relative), notice, Cancel)) Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await Refused(visitor, options => key.Sign(options, town.Address), "after the provider said that they left");
        await ThroughProvider(town);
        await GetsIn(town, key);
    }

    [Theory, BothDatabases]
    public async Task Whom_the_provider_gives_no_role_and_who_was_closed_here_gets_in_with_neither_a_passkey_nor_a_code(Database database)
    {
        await using var town = await Town.On(database);
        using var key = new SoftKey();
        using var noor = await WithKey(town, key);
        await using var provider = await Linked(town);
        using var visitor = new Visitor(town.Client());
        using (var halfWay = await HalfWay(town))
        {
            provider.Person = provider.Person with { Roles = [] };
            await visitor.ThroughProvider();
            Assert.Equal("/sign-in/no-access", visitor.Address);
            await Refused(visitor, options => key.Sign(options, town.Address), "without a role at the provider");
            await StartsAgain(halfWay);
        }

        provider.Person = provider.Person with { Roles = ["loket-agent"] };
        await ThroughProvider(town);
        await GetsIn(town, key);
        using (var halfWay = await HalfWay(town))
        {
            using var administrator = await town.SignIn(Role.SystemAdministrator);
            await administrator.Open("/manage/accounts/noor");
            await administrator.Send(("Sure", "true"));
            await Refused(visitor, options => key.Sign(options, town.Address), "of who was closed");
            await StartsAgain(halfWay);
        }
    }

    [Theory, BothDatabases]
    public async Task Only_who_signed_in_just_now_adds_one_and_one_that_is_known_is_not_added_again(Database database)
    {
        await using var town = await Town.On(database);
        using var key = new SoftKey();
        using var noor = await WithKey(town, key);
        await noor.Send(("Form.Name", "Dezelfde"), ("Form.Answer", key.Make(Options(noor), town.Address)));
        Assert.Contains("al bij een account", Assert.Single(noor.Errors), StringComparison.Ordinal);

        using var other = new SoftKey();
        using var late = noor.Filled(("Form.Name", "Te laat"), ("Form.Answer", other.Make(Options(noor), town.Address)));
        await using (var db = town.Open()) await db.Database.ExecuteSqlRawAsync("UPDATE sessions SET proven_at = proven_at - 3600000000", Cancel);
        await noor.Follow(late);
        Assert.Contains("Log eerst opnieuw in", Assert.Single(noor.Errors), StringComparison.Ordinal);
        await noor.Open("/me/passkeys");
        Assert.Null(noor.Page.QuerySelector("form[data-passkey]"));

        await noor.Open(noor.Page.QuerySelector("main a[href*='/sign-in/again']")!.GetAttribute("href")!);
        await noor.Press("Log opnieuw in");
        Assert.Equal("/sign-in?back=%2Fme%2Fpasskeys&again=true", noor.Address);
        await Signs(noor, town, key);
        Assert.NotNull(noor.Page.QuerySelector("form[data-passkey]"));
    }

    [Theory, BothDatabases]
    public async Task Nobody_removes_what_is_a_colleagues_nor_the_last_way_in(Database database)
    {
        await using var town = await Town.On(database);
        using var key = new SoftKey();
        using var noor = await WithKey(town, key);
        var id = noor.Page.QuerySelector("#passkeys [name=passkey]")!.GetAttribute("value")!;
        using var wim = await town.SignIn("wim", [], Role.Agent);
        using var other = new SoftKey();
        await Adds(wim, town, other, "Stick");

        await wim.Send(("passkey", id));
        await noor.Open("/me/passkeys");
        Assert.Contains("Telefoon", noor.Text("#passkeys tbody"), StringComparison.Ordinal);

        await using (var db = town.Open()) await db.Database.ExecuteSqlRawAsync("UPDATE accounts SET password_hash = NULL", Cancel);
        await noor.Send(("passkey", id));
        Assert.Contains("enige manier", Assert.Single(noor.Errors), StringComparison.Ordinal);

        using var second = new SoftKey();
        await Adds(noor, town, second, "Laptop");
        await noor.Send(("passkey", id));
        Assert.Equal(["Laptop"], noor.Page.QuerySelectorAll("#passkeys tbody th").Select(row => row.TextContent.Trim()));
    }

    [Theory, BothDatabases]
    public async Task Who_guesses_at_an_account_keeps_its_passkey_out_nowhere(Database database)
    {
        await using var town = await Town.On(database);
        using var key = new SoftKey();
        using var noor = await WithKey(town, key);
        using var guesser = new Visitor(town.Client());
        await guesser.Open("/sign-in");
        for (var guess = 0; guess < 8; guess++) await guesser.Send(("Form.SignInName", "noor"), ("Form.Password", "geen idee"));
        Assert.Contains("te vaak", Assert.Single(guesser.Errors), StringComparison.Ordinal);

        using var elsewhere = new Visitor(town.Client());
        await elsewhere.Open("/sign-in");
        await Signs(elsewhere, town, key);
        Assert.Equal("/werk", elsewhere.Address);
    }

    private static async Task<LocalProvider> Linked(Town town)
    {
        await using (var db = town.Open()) await db.Database.ExecuteSqlRawAsync("UPDATE staff SET email = 'noor.mulder@gemeente.example' WHERE sign_in_name = 'noor'", Cancel);
        var provider = await LocalProvider.Start();
        provider.Person = provider.Person with { Roles = ["loket-agent"] };
        await provider.In(town);
        await ThroughProvider(town);
        return provider;
    }

    // Somebody who gave the right password, and is asked for the code.
    private static async Task<Visitor> HalfWay(Town town)
    {
        var visitor = new Visitor(town.Client());
        await visitor.Open("/sign-in");
        await visitor.Send(("Form.SignInName", "noor"), ("Form.Password", TownSignIn.Password));
        Assert.StartsWith("/sign-in/code", visitor.Address, StringComparison.Ordinal);
        return visitor;
    }

    private static async Task StartsAgain(Visitor halfWay)
    {
        await halfWay.Send(("Form.Code", TownSignIn.Code(1)));
        Assert.Contains("Begin opnieuw", Assert.Single(halfWay.Errors), StringComparison.Ordinal);
    }

    private static async Task ThroughProvider(Town town)
    {
        using var visitor = new Visitor(town.Client());
        await visitor.ThroughProvider();
        Assert.Equal("/werk", visitor.Address);
    }

    private static async Task GetsIn(Town town, SoftKey key)
    {
        using var visitor = new Visitor(town.Client());
        await Signs(visitor, town, key);
        Assert.Equal("/werk", visitor.Address);
    }

    private static async Task<Visitor> WithKey(Town town, SoftKey key)
    {
        var noor = await town.SignIn("noor", [], Role.Agent);
        await Adds(noor, town, key, "Telefoon");
        return noor;
    }

    private static async Task Adds(Visitor visitor, Town town, SoftKey key, string name)
    {
        await visitor.Open("/me/passkeys");
        await visitor.Send(("Form.Name", name), ("Form.Answer", key.Make(Options(visitor), town.Address)));
        Assert.Empty(visitor.Errors);
    }

    private static async Task Signs(Visitor visitor, Town town, SoftKey key)
    {
        if (!visitor.Address.StartsWith("/sign-in", StringComparison.Ordinal)) await visitor.Open("/sign-in");
        await visitor.Send(("Passkey.Answer", key.Sign(Options(visitor), town.Address)));
    }

    private static async Task Refused(Visitor visitor, Func<string, string> answer, string what)
    {
        await visitor.Open("/sign-in");
        await visitor.Send(("Passkey.Answer", answer(Options(visitor))));
        Assert.Equal((what, HttpStatusCode.UnprocessableEntity), (what, visitor.Status));
        Assert.Contains("klopt niet", Assert.Single(visitor.Errors), StringComparison.Ordinal);
    }

    private static string Options(Visitor visitor) => visitor.Page.QuerySelector("form[data-passkey]")!.GetAttribute("data-options")!;

    private static async Task<List<string>> Kinds(Town town)
    {
        var noor = await town.Use<StaffDirectory, StaffCard?>(staff => staff.Find("noor", Cancel));
        return [.. (await town.Use<JournalReader, IReadOnlyList<TimelineLine>>(reader => reader.Timeline(noor!.Id.Value, Audience.Audit, 50, null, Cancel))).Select(line => line.Kind)];
    }
}
