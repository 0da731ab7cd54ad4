using System.Net;
using Loket.Cases.Handovers;
using Loket.Cases.Routing;
using Loket.Cases.Types;
using Loket.Integration.Cases;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Loket.Testing;
using NodaTime;
using Xunit;

namespace Loket.Integration.Partners;

public sealed class RoutingPageTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_new_rule_is_tried_last_and_can_be_moved_up_and_switched_off(Database database)
    {
        await using var town = await Town.On(database);
        using var admin = await town.SignIn(Role.FunctionalAdministrator);

        await admin.Open("/beheer/routering/nieuw");
        var team = admin.Page.QuerySelector("option[value^='team:']")!.GetAttribute("value")!;
        await admin.Send(("Form.Danger", "yes"), ("Form.Target", team));
        Assert.Empty(admin.Errors);
        Assert.Equal("gevaar", admin.Page.QuerySelector("#rules tbody tr:last-child th")!.TextContent.Trim());

        var rows = admin.Page.QuerySelectorAll("#rules tbody tr").Length;
        await admin.Follow(Press(admin, "#rules tbody tr:last-child form"));
        Assert.Equal("gevaar", admin.Page.QuerySelector($"#rules tbody tr:nth-child({rows - 1}) th")!.TextContent.Trim());

        await admin.Follow(Press(admin, $"#rules tbody tr:nth-child({rows - 1}) form:last-child"));
        Assert.Contains("Uit", admin.Page.QuerySelector($"#rules tbody tr:nth-child({rows - 1})")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_rule_keeps_all_that_was_filled_in_and_sends_there(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var job = await PartnerJob.In(town);
        var made = await town.Make(new PlannedStaff("een", "E. Een", [Role.Handler], ["ploeg"]));
        using var admin = await town.SignIn(Role.FunctionalAdministrator);
        var (team, person, partner) = ("team:" + made.Teams["ploeg"].Value, "staff:" + made.Staff["een"].Value, "partner:" + job.Partner.Id.Value);

        await Saves(("Form.Category", "category:litter"), ("Form.Area", "nieuwemeer"), ("Form.AssetOwner", ""), ("Form.Danger", "no"), ("Form.Time", "WorkingTime"),
            ("Form.Target", person), ("Form.Team", team), ("Form.Question", ""));
        await Saves(("Form.Category", "group:liveability"), ("Form.Area", ""), ("Form.AssetOwner", "province"), ("Form.Danger", ""), ("Form.Time", "Always"),
            ("Form.Target", partner), ("Form.Team", team), ("Form.Question", "Wilt u hier komen kijken?"));
        await Saves(("Form.Category", "type:general"), ("Form.Area", ""), ("Form.AssetOwner", ""), ("Form.Danger", "yes"), ("Form.Time", "OutsideWorkingTime"),
            ("Form.Target", team), ("Form.Team", ""), ("Form.Question", ""));

        await Try(admin, ("Form.About", ""), ("Form.Danger", "yes"), ("Form.Day.Day", "3"), ("Form.Day.Month", "3"), ("Form.Day.Year", "2026"), ("Form.Time", "20:00"));
        Assert.Contains("Gaat naar ploeg", admin.Text(".loket-alert"), StringComparison.Ordinal);

        async Task Saves(params (string Name, string Value)[] fields)
        {
            await admin.Open("/beheer/routering/nieuw");
            await admin.Send(fields);
            Assert.Empty(admin.Errors);
            await admin.Open(admin.Page.QuerySelector("#rules tbody tr:last-child th a")!.GetAttribute("href")!);
            Assert.Equal(fields, fields.Select(field => (field.Name, admin.Value(field.Name))));
        }
    }

    [Theory, BothDatabases]
    public async Task Of_two_who_change_one_rule_the_second_sees_both_versions(Database database)
    {
        await using var town = await Town.On(database);
        using var first = await town.SignIn(Role.FunctionalAdministrator);
        using var second = await town.SignIn(Role.FunctionalAdministrator);
        await first.Open("/beheer/routering");
        var rule = first.Page.QuerySelector("#rules tbody th a")!.GetAttribute("href")!;
        await first.Open(rule);
        await second.Open(rule);

        await first.Send(("Form.Time", "OutsideWorkingTime"));
        await second.Send(("Form.Time", "WorkingTime"));

        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Contains("buiten werktijd", second.Text(".loket-alert"), StringComparison.Ordinal);
        Assert.Equal("WorkingTime", second.Value("Form.Time"));
        await second.Send(("Form.Time", "WorkingTime"));
        Assert.Equal("/beheer/routering", second.Address);
    }

    [Theory, BothDatabases]
    public async Task Trying_a_case_says_where_it_goes_and_why(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        using var admin = await town.SignIn(Role.FunctionalAdministrator);

        await Try(admin, ("Form.About", "category:street-light"), ("Form.Area", "nieuwemeer"), ("Form.Owner", "municipality"));

        Assert.Contains("Gaat naar", admin.Text(".loket-alert"), StringComparison.Ordinal);
        Assert.StartsWith("Past:", admin.Text("#tried li:last-child"), StringComparison.Ordinal);
        Assert.Contains("Past niet", admin.Text("#tried li:first-child"), StringComparison.Ordinal);
        Assert.Contains("in werktijd. Moment: 3 maart 2026, 10:00", admin.Text("#subject"), StringComparison.Ordinal);
        Assert.Equal("category:street-light", admin.Value("Form.About"));
    }

    [Theory, BothDatabases]
    public async Task Trying_a_formal_paper_or_nothing_yet_says_what_would_really_happen(Database database)
    {
        await using var town = await Town.On(database);
        using var admin = await town.SignIn(Role.FunctionalAdministrator);

        await Try(admin, ("Form.About", "type:paper-objection"));
        Assert.Contains("Gaat naar", admin.Text(".loket-alert"), StringComparison.Ordinal);
        Assert.Contains("ezwaar", admin.Text("#tried li:last-child"), StringComparison.Ordinal);

        await Try(admin, ("Form.About", ""));
        Assert.Contains("Geen regel past zolang het onderwerp niet bekend is", admin.Text(".loket-alert"), StringComparison.Ordinal);
        // What has no subject yet is of the general type, so a rule for that type is for it.
        var one = await town.Make(new PlannedStaff("een", "E. Een", [Role.Handler], ["ploeg"]));
        await Rules(town, new RuleDetails(new Target(one.Teams["ploeg"], null, null), CaseType: "general"));
        await Try(admin, ("Form.About", ""));
        Assert.Contains("Gaat naar ploeg", admin.Text(".loket-alert"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Trying_at_another_moment_counts_who_is_away_then(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var made = await town.Make(new PlannedStaff("een", "E. Een", [Role.Handler], ["ploeg"], Deputy: "twee"), new PlannedStaff("twee", "T. Twee", [Role.Handler], ["ploeg"]));
        await Rules(town, new RuleDetails(new Target(null, made.Staff["een"], null), "litter"));
        var until = new LocalDateTime(2026, 3, 9, 9, 0).InZoneStrictly(MunicipalCalendar.Amsterdam).ToInstant();
        await town.Use<SetPresence, Result<Done>>(set => set.Handle(new(RequestKey.None, made.Staff["een"], Presence.Away, until, Actor.System), Cancel));
        using var admin = await town.SignIn(Role.FunctionalAdministrator);

        await Try(admin, ("Form.About", "category:litter"));
        Assert.Equal("E. Een is er dan niet. T. Twee neemt het over.", admin.Text("#absent"));
        Assert.Contains("Gaat naar ploeg, T. Twee", admin.Text(".loket-alert"), StringComparison.Ordinal);

        await Try(admin, ("Form.About", "category:litter"), ("Form.Day.Day", "9"), ("Form.Day.Month", "3"), ("Form.Day.Year", "2026"), ("Form.Time", "20:00"));
        Assert.Contains("Gaat naar ploeg, E. Een", admin.Text(".loket-alert"), StringComparison.Ordinal);
        Assert.Contains("buiten werktijd. Moment: 9 maart 2026, 20:00", admin.Text("#subject"), StringComparison.Ordinal);
        Assert.Empty(admin.Text("#absent"));

        await Try(admin, ("Form.Day.Day", "31"), ("Form.Day.Month", "2"), ("Form.Day.Year", "2026"));
        Assert.Single(admin.Errors);
        Assert.Equal("31", admin.Value("Form.Day.Day"));
        await Try(admin, ("Form.Day.Day", "9"), ("Form.Day.Month", "3"), ("Form.Day.Year", "2026"), ("Form.Time", "straks"));
        Assert.Equal(["Vul een tijd in, bijvoorbeeld 10:00."], admin.Errors);
    }

    [Theory, BothDatabases]
    public async Task Trying_a_case_that_stands_leaves_out_the_partner_that_gave_it_back(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var job = await PartnerJob.In(town);
        var by = new Actor(new Who(WhoKind.Partner, job.Partner.Id.Value), [], [], [], job.Partner.Id);
        using var admin = await town.SignIn(Role.FunctionalAdministrator);

        await Try(admin, ("Form.Reference", job.Reference));
        Assert.Contains(job.Partner.Name, admin.Text(".loket-alert"), StringComparison.Ordinal);
        Assert.DoesNotContain("brandt niet", admin.Text(".loket-alert"), StringComparison.Ordinal);

        await town.Use<ReplyToHandover, Result<Done>>(reply => reply.Handle(new(RequestKey.None, job.Id, by, new PartnerReply.Refuse("Niet van ons.")), Cancel));
        await Try(admin, ("Form.Reference", job.Reference));
        Assert.Equal($"Gaf de zaak terug: {job.Partner.Name}.", admin.Text("#refused"));
        Assert.Contains("Past niet, partner gaf het terug:", admin.Text("#tried"), StringComparison.Ordinal);

        await Try(admin, ("Form.Reference", "HLM-0000-0"));
        Assert.Equal(["Wij kunnen deze zaak niet vinden. Controleer het kenmerk."], admin.Errors);
    }

    [Theory, BothDatabases]
    public async Task Case_types_are_shown_to_who_sets_up_and_to_nobody_else(Database database)
    {
        await using var town = await Town.On(database);
        using var admin = await town.SignIn(Role.FunctionalAdministrator);
        using var agent = await town.SignIn(Role.Agent);

        await admin.Open("/beheer/zaaktypen");
        await agent.Open("/beheer/zaaktypen");

        Assert.True(admin.Page.QuerySelectorAll("#types tbody tr").Length > 5);
        Assert.Equal(HttpStatusCode.Forbidden, agent.Status);
        await agent.Open("/beheer/routering");
        Assert.Equal(HttpStatusCode.Forbidden, agent.Status);
    }

    private static async Task Rules(Town town, params IReadOnlyList<RuleDetails> rules)
    {
        var set = await town.Use<SetUpCases, Result<Done>>(setUp => setUp.Handle(new SetUpCases.Request([], [], rules, Actor.System), Cancel));
        Assert.True(set.Succeeded, set.Failure?.Code);
    }

    // A form that asks, and changes nothing.
    private static Task Try(Visitor admin, params IReadOnlyList<(string Name, string Value)> fields)
    {
        var filled = fields.Concat([(Name: "Form.Reference", Value: ""), (Name: "Form.Danger", Value: "no"), (Name: "Form.Time", Value: "10:00")]).DistinctBy(field => field.Name);
        return admin.Open("/beheer/routering?" + string.Join('&', filled.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}")));
    }

    // A button in a row of the table, pressed as a browser would.
    private static HttpRequestMessage Press(Visitor visitor, string form)
    {
        var pressed = visitor.Page.QuerySelector(form)!;
        return new HttpRequestMessage(HttpMethod.Post, pressed.GetAttribute("action"))
        {
            Content = new FormUrlEncodedContent(pressed.QuerySelectorAll("input[name]").Select(input =>
                KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""))),
        };
    }
}
