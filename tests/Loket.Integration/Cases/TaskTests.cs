using System.Net;
using Loket.Cases;
using Loket.Cases.Handling;
using Loket.Cases.Tasks;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Loket.Places;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace Loket.Integration.Cases;

/// <summary>What has to be done in cases of a kind comes onto them by itself, is done or skipped on the case, and holds up the end where it must.</summary>
public sealed class TaskTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly LocalDateTime Until = new(2026, 3, 5, 17, 0);
    private static readonly NewMatter Pavement = new("stoeptegel los", Category: "pavement", Place: new Place { Text = "bij de speeltuin", Area = "nieuwemeer" });

    [Theory, BothDatabases]
    public async Task Tasks_come_by_themselves_one_after_the_other_and_the_case_ends_after_them(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        await SetUpTree(town);
        var opened = await town.Receives(await town.Somebody(Role.Agent), Pavement, new MatterEnding.NewCase());
        using var handler = await town.SignIn(Role.Handler);
        await handler.Open("/zaken/" + opened.CaseReference);
        await handler.Follow(handler.Pressed("Take"));
        Assert.Equal(["Staat er een boom?"], await Open(town, opened));

        // It holds up the end, until it is answered; the answer brings the next.
        await handler.Send(("Close.Result", "solved"), ("Close.Solved", "yes"));
        Assert.Equal((HttpStatusCode.Conflict, "Rond eerst af wat klaar moet zijn voor het sluiten, of sla het over. Nog open: 1."), (handler.Status, Assert.Single(handler.Errors)));
        await handler.Send(("Finish.Answer", "yes"));
        Assert.Contains("De taak is klaar", handler.Text("main"), StringComparison.Ordinal);
        Assert.Equal(["Wortel kappen"], await Open(town, opened));

        // Without a reason it is not skipped.
        var task = handler.Page.QuerySelectorAll("[name='Skip.Task'] option")[^1].GetAttribute("value")!;
        await handler.Send(("Skip.Task", task), ("Skip.Reason", ""));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Schrijf op waarom."), (handler.Status, Assert.Single(handler.Errors)));
        await handler.Send(("Skip.Task", task), ("Skip.Reason", "De boom is al weg."));
        Assert.Contains("De boom is al weg.", handler.Text("main"), StringComparison.Ordinal);
        Assert.Empty(await Open(town, opened));
        await handler.Send(("Close.Result", "solved"), ("Close.Solved", "yes"));
        Assert.Equal(HttpStatusCode.OK, handler.Status);
    }

    [Theory, BothDatabases]
    public async Task A_task_after_one_that_stands_behind_it_is_refused_at_its_field(Database database)
    {
        await using var town = await Town.On(database);
        await SetUpTree(town);
        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        await administrator.Open("/beheer/zaaktypen/report/taken");
        await administrator.Send(("Form.Tasks[0].After", "t-wortel-kappen"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, administrator.Status);
        Assert.Equal("#Form_Tasks_0__After", administrator.Page.QuerySelector(".loket-error-summary a")!.GetAttribute("href"));
    }

    [Theory, BothDatabases]
    public async Task Who_does_a_task_is_told_before_its_time_runs_out_and_after_it_and_then_the_lead(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        await SetUp(town, ("Form.Tasks[0].Nl", "Foto maken"), ("Form.Tasks[0].En", "Take a photo"), ("Form.Tasks[0].Amount", "2"));
        var opened = await crew.Takes(Pavement, crew.Handler);

        // Of Tuesday 3 March at ten, within two working days: until Thursday 5 March, 17.00.
        await town.At(Until.PlusMinutes(-1));
        Assert.Equal(["handler"], mailbox.Told());
        Assert.Contains("Een taak moet binnenkort klaar zijn: Foto maken", mailbox.MailsTo("handler@crew.example")[0].Read().TextBody, StringComparison.Ordinal);
        await town.At(Until.PlusMinutes(1));
        Assert.Equal(["handler", "handler"], mailbox.Told());
        Assert.Contains("Een taak is te laat: Foto maken", mailbox.MailsTo("handler@crew.example")[1].Read().TextBody, StringComparison.Ordinal);
        await town.At(Until.PlusDays(4).PlusMinutes(1));
        Assert.Contains("Een taak is te laat: Foto maken", Assert.Single(mailbox.MailsTo("lead@crew.example")).Read().TextBody, StringComparison.Ordinal);
        Assert.Equal(["Foto maken"], await Open(town, opened));
    }

    [Theory, BothDatabases]
    public async Task A_task_that_was_done_in_time_is_told_to_nobody(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        await SetUp(town, ("Form.Tasks[0].Nl", "Foto maken"), ("Form.Tasks[0].En", "Take a photo"), ("Form.Tasks[0].Amount", "2"));
        var opened = await crew.Takes(Pavement, crew.Handler);
        using var colleague = await town.SignIn(Role.Handler);
        await colleague.Open("/zaken/" + opened.CaseReference);
        await colleague.Follow(colleague.Pressed("Finish"));
        Assert.Empty(await Open(town, opened));

        await town.At(Until.PlusMinutes(1));
        Assert.Empty(mailbox.Told());
    }

    [Theory, BothDatabases]
    public async Task Tasks_stand_on_the_list_of_who_does_them_and_on_nobody_elses(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        using var handler = await town.SignIn("lies", ["herstelploeg"], Role.Handler);
        using var other = await town.SignIn("els", ["andere-ploeg"], Role.Handler);
        await SetUp(
            town, ("Form.Tasks[0].Nl", "Foto maken"), ("Form.Tasks[0].En", "Take a photo"),
            ("Form.Tasks[1].Nl", "Wortel kappen"), ("Form.Tasks[1].En", "Cut the root"), ("Form.Tasks[1].Owner", "Team herstelploeg"));
        var opened = await town.Receives(await town.Somebody(Role.Agent), Pavement, new MatterEnding.NewCase());
        Assert.Empty(await Listed(handler, "/werk"));
        Assert.Equal(["Wortel kappen"], await Listed(handler, "/werk/team"));
        Assert.Empty(await Listed(other, "/werk/team"));

        await handler.Open("/zaken/" + opened.CaseReference);
        await handler.Follow(handler.Pressed("Take"));
        Assert.Equal(["Foto maken"], await Listed(handler, "/werk"));
        Assert.Empty(await Listed(other, "/werk"));
        Assert.Equal(["Taak;Kenmerk;Onderwerp;Uiterlijk", "Foto maken;" + opened.CaseReference], await File(handler));
        Assert.Single(await File(other));

        static async Task<IEnumerable<string>> File(Visitor visitor) => (await visitor.Client.GetStringAsync(new Uri("/werk?handler=TasksCsv", UriKind.Relative), TestContext.Current.CancellationToken))
            .TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select((line, at) => at == 0 ? line : string.Join(';', line.Split(';')[..2]));
    }

    [Theory, BothDatabases]
    public async Task The_task_of_a_case_that_sleeps_is_back_on_its_day_also_where_nothing_woke_the_case(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        using var handler = await town.SignIn(Role.Handler);
        await SetUp(town, ("Form.Tasks[0].Nl", "Foto maken"), ("Form.Tasks[0].En", "Take a photo"));
        var opened = await town.Receives(await town.Somebody(Role.Agent), Pavement, new MatterEnding.NewCase());
        await handler.Open("/zaken/" + opened.CaseReference);
        await handler.Follow(handler.Pressed("Take"));
        Assert.Equal(["Foto maken"], await Listed(handler, "/werk"));

        await SleepUntil(Duration.FromHours(1));
        Assert.Empty(await Listed(handler, "/werk"));
        await SleepUntil(-Duration.FromHours(1));
        Assert.Equal(["Foto maken"], await Listed(handler, "/werk"));

        async Task SleepUntil(Duration fromNow)
        {
            await using var db = town.Open();
            var until = (town.Tenant.Clock.Now() + fromNow).ToUnixTimeTicks() / 10;
            await db.Database.ExecuteSqlAsync($"UPDATE cases SET snoozed_until = {until}, snooze_reason = 'De aannemer komt.' WHERE reference = {opened.CaseReference}", TestContext.Current.CancellationToken);
        }
    }

    [Theory, BothDatabases]
    public async Task More_tasks_than_fit_stand_on_a_next_page_and_those_of_another_kind_take_no_place(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        using var handler = await town.SignIn("lies", ["herstelploeg"], Role.Handler);
        await SetUp(town, ("Form.Tasks[0].Nl", "Wortel kappen"), ("Form.Tasks[0].En", "Cut the root"), ("Form.Tasks[0].Owner", "Team herstelploeg"));
        var agent = await town.Somebody(Role.Agent);
        for (var number = 0; number < TaskLists.Most + 3; number++) await town.Receives(agent, Pavement, new MatterEnding.NewCase());

        var first = (await Cases("/werk/team")).ToList();
        Assert.Equal(TaskLists.Most, first.Count);
        var more = More();
        Assert.NotNull(more);
        var rest = (await Cases(more)).ToList();
        Assert.Equal((3, TaskLists.Most + 3), (rest.Count, first.Union(rest).Count()));
        Assert.Null(More());
        Assert.Contains(handler.Page.QuerySelectorAll("main a"), link => link.GetAttribute("href") == "/werk/team#tasks" && link.TextContent == "Eerste taken");

        // Where the address says nothing, and where what stood on the page is done, the first is shown.
        Assert.Equal(first, await Cases("/werk/team?takenNa=onzin"));
        await using var db = town.Open();
        await db.Database.ExecuteSqlRawAsync("UPDATE case_tasks SET key = 't-van-eerder' WHERE id IN (SELECT id FROM case_tasks ORDER BY due_at, id LIMIT 21)", TestContext.Current.CancellationToken);
        Assert.Equal(rest.Skip(1), await Cases("/werk/team"));
        Assert.Null(More());
        await db.Database.ExecuteSqlRawAsync("UPDATE case_tasks SET key = 't-wortel-kappen' WHERE key = 't-van-eerder'", TestContext.Current.CancellationToken);
        await db.Database.ExecuteSqlRawAsync("UPDATE case_tasks SET state = 'Done', ended_at = 1 WHERE id IN (SELECT id FROM case_tasks ORDER BY due_at DESC, id DESC LIMIT 3)", TestContext.Current.CancellationToken);
        Assert.Equal(first, await Cases(more));

        string? More() => handler.Page.QuerySelectorAll("main a").SingleOrDefault(link => link.TextContent == "Volgende taken")?.GetAttribute("href");

        async Task<IEnumerable<string>> Cases(string address)
        {
            await handler.Open(address.Split('#')[0]);
            return handler.Page.QuerySelectorAll("#tasks tbody td .loket-reference").Select(reference => reference.TextContent);
        }
    }

    [Theory, BothDatabases]
    public async Task A_task_of_a_role_is_for_the_deputy_on_a_day_off_and_else_for_the_team(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        await SetUp(
            town, ("Form.Tasks[0].Nl", "Foto maken"), ("Form.Tasks[0].En", "Take a photo"),
            ("Form.Tasks[1].Nl", "Wortel kappen"), ("Form.Tasks[1].En", "Cut the root"), ("Form.Tasks[1].After", "t-foto-maken"), ("Form.Tasks[1].Owner", "Role TeamLead"));
        // It is Tuesday.
        var works = await town.Use<SetUpOrganisation, Result<OrganisationKeys>>(setUp => setUp.Handle(
            new OrganisationPlan(Staff: [new("lead", "L. Lead", [Role.TeamLead], ["crew"], "lead@crew.example", Deputy: "deputy", Hours: "3 08:30-17:00")]), Cancel));
        Assert.True(works.Succeeded, works.Failure?.Code);
        var deputy = (await town.Use<StaffDirectory, StaffCard?>(people => people.Find("deputy", Cancel)))!.Id;

        Assert.Equal((null, deputy), await Root());
        await CallbackCalls.Away(town, deputy);
        Assert.Equal((crew.Team, null), await Root());
        await town.At(Until.PlusDays(-1).PlusHours(-7));
        Assert.Equal((null, crew.Lead), await Root());

        async Task<(TeamId? Team, StaffId? Staff)> Root()
        {
            var opened = await crew.Takes(Pavement, crew.Handler);
            var photo = Assert.Single((await town.Sees(Actor.System, opened.Reference)).Tasks).Id;
            var done = await town.Use<FinishTask, Result<ChangedCase>>(finish => finish.Handle(new CaseChange(RequestKey.None, opened.Case!.Value, Actor.System), photo, null, Cancel));
            Assert.True(done.Succeeded, done.Failure?.Code);
            var root = (await town.Sees(Actor.System, opened.Reference)).Tasks.Single(task => task.Nl == "Wortel kappen");
            return (root.Team, root.Staff);
        }
    }

    [Theory, BothDatabases]
    public async Task Tasks_on_a_list_that_stands_open_say_what_came_and_show_what_changed_in_its_place(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        using var lies = await town.SignIn("lies", ["herstelploeg"], Role.Handler);
        using var colleague = await town.SignIn(Role.Handler);
        await SetUp(town, ("Form.Tasks[0].Nl", "Wortel kappen"), ("Form.Tasks[0].En", "Cut the root"), ("Form.Tasks[0].Owner", "Team herstelploeg"));
        var agent = await town.Somebody(Role.Agent);
        var opened = await town.Receives(agent, Pavement, new MatterEnding.NewCase());
        await lies.Open("/werk/team");
        var told = lies.Page.QuerySelector("[data-news]")!;
        var row = Assert.Single(lies.Page.QuerySelectorAll("#tasks tbody[data-seen=taken] tr[data-row]")).GetAttribute("data-row")!;
        town.Tenant.Clock.Advance(Duration.FromMinutes(1));
        Assert.Equal("0 0", await Get("data-news"));

        await town.Receives(agent, Pavement with { Subject = "stoeptegel weg" }, new MatterEnding.NewCase());
        Assert.Equal("1 0", await Get("data-news"));
        Assert.Equal("", await Get("data-rows"));

        await using (var db = town.Open()) await db.Database.ExecuteSqlRawAsync("UPDATE case_tasks SET due_at = due_at + 86400000000", TestContext.Current.CancellationToken);
        Assert.Equal("1 1", await Get("data-news"));
        var renewed = await Get("data-rows");
        Assert.Contains("Wortel kappen", renewed, StringComparison.Ordinal);
        Assert.Contains(opened.CaseReference!, renewed, StringComparison.Ordinal);

        await colleague.Open("/zaken/" + opened.CaseReference);
        await colleague.Follow(colleague.Pressed("Finish"));
        Assert.Equal("1 1", await Get("data-news"));
        Assert.Equal($"<tr data-row=\"{row}\"></tr>", await Get("data-rows"));

        async Task<string> Get(string asked) =>
            (await lies.Client.GetStringAsync(new Uri(told.GetAttribute(asked) + "&taken=" + row, UriKind.Relative), TestContext.Current.CancellationToken)).Trim();
    }

    [Theory, BothDatabases]
    public async Task A_task_for_one_result_holds_up_that_end_alone(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        await SetUp(
            town, ("Form.Tasks[0].Nl", "Foto maken"), ("Form.Tasks[0].En", "Take a photo"), ("Form.Tasks[0].BeforeClosing", "true"), ("Form.Tasks[0].ForResult", "not-found"));
        var opened = await town.Receives(await town.Somebody(Role.Agent), Pavement, new MatterEnding.NewCase());
        using var handler = await town.SignIn(Role.Handler);
        await handler.Open("/zaken/" + opened.CaseReference);
        await handler.Send(("Close.Result", "not-found"), ("Close.Solved", "no"), ("Close.Explanation", "Er ligt geen losse tegel."));
        Assert.Equal((HttpStatusCode.Conflict, "Rond eerst af wat klaar moet zijn voor het sluiten, of sla het over. Nog open: 1."), (handler.Status, Assert.Single(handler.Errors)));

        await handler.Open("/zaken/" + opened.CaseReference);
        await handler.Send(("Close.Result", "solved"), ("Close.Solved", "yes"));
        Assert.Equal(HttpStatusCode.OK, handler.Status);
        Assert.Contains("niet gedaan", handler.Text("main"), StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<string>> Listed(Visitor visitor, string list)
    {
        await visitor.Open(list);
        return visitor.Page.QuerySelectorAll("#tasks tbody th a").Select(link => link.FirstChild!.TextContent.Trim());
    }

    private static async Task<IEnumerable<string>> Open(Town town, MatterReceipt matter)
    {
        var view = await town.Sees(Actor.System, matter.Reference);
        return view.Tasks.Where(task => task.State == TaskState.Open).Select(task => task.Nl);
    }

    private static async Task SetUp(Town town, params (string, string)[] tasks)
    {
        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        await administrator.Open("/beheer/zaaktypen/report/taken");
        await administrator.Send(tasks);
        Assert.Empty(administrator.Errors);
        await administrator.Press("Neem in gebruik");
        Assert.Contains("Dit is nu in gebruik", administrator.Text("main"), StringComparison.Ordinal);
    }

    private static async Task SetUpTree(Town town)
    {
        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        await administrator.Open("/beheer/zaaktypen/report/taken");
        await administrator.Send(("Form.Tasks[0].Nl", "Staat er een boom?"), ("Form.Tasks[0].En", "Is there a tree?"), ("Form.Tasks[0].IsQuestion", "true"), ("Form.Tasks[0].BeforeClosing", "true"));
        Assert.Empty(administrator.Errors);
        await administrator.Open("/beheer/zaaktypen/report/taken");
        await administrator.Send(("Form.Tasks[1].Nl", "Wortel kappen"), ("Form.Tasks[1].En", "Cut the root"), ("Form.Tasks[1].After", "t-staat-er-een-boom- yes"), ("Form.Tasks[1].BeforeClosing", "true"));
        Assert.Empty(administrator.Errors);
        await administrator.Press("Neem in gebruik");
        Assert.Contains("Dit is nu in gebruik", administrator.Text("main"), StringComparison.Ordinal);
    }
}
