using System.Net;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Organisation;

public sealed class AccountPagesTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task An_administrator_makes_an_account_and_the_colleague_starts_it(Database database)
    {
        await using var town = await Town.On(database);
        using var administrator = await town.SignIn("beheer", ["beheerders"], Role.SystemAdministrator);

        await administrator.Open("/manage/accounts/new");
        await administrator.Send(("Form.Name", ""), ("Form.SignInName", "Nieuwe Collega"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, administrator.Status);
        await administrator.Send(
            ("Form.Name", "Nadia Benali"), ("Form.SignInName", "nadia.benali"), ("Form.Email", "nadia.benali@gemeente.example"),
            ("Form.Roles", "Agent"), ("Form.Teams", "beheerders"), ("Form.Expertise", "paspoort\nrijbewijs"));
        Assert.Equal("Nadia Benali", administrator.Heading);

        await administrator.Press("Geef een startcode");
        var code = administrator.Text("#start-code");
        using var colleague = new Visitor(town.Client());
        await colleague.Open("/sign-in/start");
        await colleague.Send(("Form.SignInName", "nadia.benali"), ("Form.StartCode", code), ("Form.Password", "fiets langs de ringvaart"));

        Assert.Equal("Koppel een app aan uw account", colleague.Heading);
    }

    [Theory, BothDatabases]
    public async Task A_change_that_crossed_another_shows_both_and_loses_neither(Database database)
    {
        await using var town = await Town.On(database);
        using var one = await town.SignIn("beheer.een", [], Role.SystemAdministrator);
        using var other = await town.SignIn("beheer.twee", [], Role.SystemAdministrator);
        await town.Make(new PlannedStaff("henk", "Henk", [Role.CoHost]));

        await one.Open("/manage/accounts/henk");
        await other.Open("/manage/accounts/henk");
        await other.Send(("Form.Phone", "023 555 01 23"));
        await one.Send(("Form.Expertise", "buurtbus"));

        Assert.Equal(HttpStatusCode.Conflict, one.Status);
        Assert.Contains("023 555 01 23", one.Text(".loket-alert"), StringComparison.Ordinal);
        Assert.Equal("buurtbus", one.Value("Form.Expertise"));

        await one.Send(("Form.Phone", "023 555 01 23"), ("Form.Expertise", "buurtbus"));
        var henk = await town.Use<StaffDirectory, StaffCard?>(staff => staff.Find("henk", Cancel));
        Assert.Equal(("023 555 01 23", "buurtbus"), (henk!.Phone, Assert.Single(henk.Expertise)));
    }

    [Theory, BothDatabases]
    public async Task Who_may_not_manage_accounts_sees_neither_page_nor_entry(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);

        Assert.DoesNotContain("/manage/accounts", agent.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await agent.Open("/manage/accounts");

        Assert.Equal(HttpStatusCode.Forbidden, agent.Status);
        Assert.Contains("U mag deze pagina niet openen", agent.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_co_host_sees_who_called_before_only_while_personal_data_is_given(Database database)
    {
        await using var town = await Town.On(database);
        using var administrator = await town.SignIn("beheer", [], Role.SystemAdministrator);
        using var agent = await town.SignIn(Role.Agent);
        using var host = await town.SignIn("henny", [], Role.CoHost);
        await agent.Open("/intake");
        await agent.Send(("Form.Subject", "Stoeptegel los"), ("Form.Name", "Jo Bakker"), ("Form.Phone", "06 12345678"), ("ending", "new"));

        await administrator.Open("/manage/accounts/henny");
        Assert.Contains("ziet geen gegevens van inwoners", administrator.Text("main"), StringComparison.Ordinal);
        Assert.False(await Recognises());
        await administrator.Press("Geef inzage");
        Assert.Contains("ziet gegevens van inwoners", administrator.Text("main"), StringComparison.Ordinal);
        Assert.True(await Recognises());
        await administrator.Press("Neem inzage terug");
        Assert.False(await Recognises());

        await administrator.Open("/manage/accounts/beheer");
        Assert.DoesNotContain("Gegevens van inwoners", administrator.Text("main"), StringComparison.Ordinal);

        async Task<bool> Recognises()
        {
            await host.Open("/intake");
            await host.Follow(host.Sent("Find", ("Form.Subject", "Stoeptegel weer los"), ("Form.Phone", "06 12345678")));
            return host.Page.DocumentElement.TextContent.Contains("Jo Bakker", StringComparison.Ordinal);
        }
    }

    [Theory, BothDatabases]
    public async Task A_closed_account_is_out_at_once_and_a_role_taken_away_is_gone_on_the_next_page(Database database)
    {
        await using var town = await Town.On(database);
        using var administrator = await town.SignIn("beheer", [], Role.SystemAdministrator);
        using var colleague = await town.SignIn("tim", [], Role.SystemAdministrator);
        await colleague.Open("/manage/accounts");
        Assert.Equal(HttpStatusCode.OK, colleague.Status);

        await administrator.Open("/manage/accounts/tim");
        await administrator.Send(("Form.Roles", "Agent"));
        await colleague.Open("/manage/accounts");
        Assert.Equal(HttpStatusCode.Forbidden, colleague.Status);

        await administrator.Open("/manage/accounts/tim");
        await administrator.Send(("Sure", "true"));
        await colleague.Open("/me");
        Assert.StartsWith("/sign-in", colleague.Address, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_double_click_makes_one_account(Database database)
    {
        await using var town = await Town.On(database);
        using var administrator = await town.SignIn("beheer", [], Role.SystemAdministrator);
        await administrator.Open("/manage/accounts/new");
        using var first = administrator.Filled(("Form.Name", "Kim"), ("Form.SignInName", "kim"));
        var body = await first.Content!.ReadAsByteArrayAsync(Cancel);

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = first.Content!.Headers.ContentType;
            using var answer = await administrator.Client.PostAsync(new Uri("/manage/accounts/new", UriKind.Relative), content, Cancel);
            return answer.Headers.Location?.ToString();
        }));

        Assert.Equal(["/manage/accounts/kim", "/manage/accounts/kim"], answers);
    }
}
