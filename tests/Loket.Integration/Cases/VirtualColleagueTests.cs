using System.Net;
using Loket.Cases;
using Loket.Cases.Colleagues;
using Loket.Cases.Handling;
using Loket.Cases.Modules;
using Loket.Cases.Reading;
using Loket.Cases.Routing;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Loket.Places;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace Loket.Integration.Cases;

/// <summary>Virtual colleagues do a part of the work by themselves: tried before they work, once for each occasion, so many in an hour, never round, and the timeline says who.</summary>
public sealed class VirtualColleagueTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly NewMatter Pavement = new("stoeptegel los bij de klokkenstoel", Category: "pavement", Place: new Place { Text = "bij de klokkenstoel", Area = "nieuwemeer" });
    private static readonly ColleagueIf Belfry = new("pavement") { Words = ["klokkenstoel"] };

    [Theory, BothDatabases]
    public async Task What_it_does_stands_on_the_timeline_as_done_by_it_and_other_cases_are_left_alone(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        town.SetTo(hour: 10);
        var text = await Text(town, "Kunt u een foto sturen van {{straat}} bij {{kenmerk}}?", "foto");
        await Works(town, Details("Fotograaf", ColleagueWhen.CameIn, new ColleagueThen(Task: new ColleagueTask("Foto bekijken", "Look at the photo", Norm.WorkingDays(2), null), Ask: text)));
        var agent = await town.Somebody(Role.Agent);
        var who = new CustomerDetails("A. Een", "+31612345677", "een@example.nl");
        var opened = await town.Receives(agent, Pavement with { Place = new Place { Address = "Dorpsstraat 5, Nieuwemeer", Area = "nieuwemeer" } }, new MatterEnding.NewCase(), who, MessageChannel.Email);
        var other = await town.Receives(agent, Pavement with { Subject = "stoeptegel los bij de kerk" }, new MatterEnding.NewCase());
        await town.RunJobs();

        using var handler = await town.SignIn(Role.Handler);
        await handler.Open("/zaken/" + opened.CaseReference);
        Assert.Contains("Virtuele collega ‘Fotograaf’", handler.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Foto bekijken", handler.Text("main"), StringComparison.Ordinal);
        Assert.Equal(CaseStatus.WaitingForResident, (await town.Sees(Actor.System, opened.CaseReference!)).Status);
        Assert.Single(mailbox.MailsTo("een@example.nl"), mail => mail.Read().TextBody!.Contains("Kunt u een foto sturen van Dorpsstraat", StringComparison.Ordinal));
        await handler.Open("/zaken/" + other.CaseReference);
        Assert.DoesNotContain("Virtuele collega", handler.Text("main"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task It_works_only_after_it_was_tried_as_it_stands_and_a_trial_changes_nothing(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var opened = await town.Receives(await town.Somebody(Role.Agent), Pavement, new MatterEnding.NewCase());
        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        await administrator.Open("/beheer/virtuele-collegas/nieuw");
        await administrator.Send(
            ("Form.Name", "Herinneraar"), ("Form.When", "CameIn"), ("Form.About", "category:pavement"), ("Form.Words", "klokkenstoel\nwindvaan"), ("Form.Remind", "true"));
        Assert.Equal(HttpStatusCode.OK, administrator.Status);
        var trial = administrator.Address;
        var id = new VirtualColleagueId(Guid.Parse(trial.Split('/')[3]));
        Assert.Equal("colleague.not-tried", (await Switch(town, id, true)).Failure?.Code);

        await administrator.Press("Probeer op de vorige maand");
        Assert.Contains("Hij had iets gedaan met 1 van de", administrator.Text("#counts"), StringComparison.Ordinal);
        Assert.Equal(opened.CaseReference, administrator.Text("#tried tbody th"));
        Assert.Equal(0, await Count(town, "case.reminded"));
        await administrator.Press("Zet aan");
        Assert.Contains("Deze virtuele collega is aan", administrator.Text("main"), StringComparison.Ordinal);
        await town.Receives(await town.Somebody(Role.Agent), Pavement, new MatterEnding.NewCase());
        await town.RunJobs();
        Assert.Equal(1, await Count(town, "case.reminded"));

        // What was changed does nothing.
        await administrator.Open(trial[..^"/proef".Length]);
        await administrator.Send(("Form.Name", "Andere naam"));
        await town.Receives(await town.Somebody(Role.Agent), Pavement, new MatterEnding.NewCase());
        await town.RunJobs();
        Assert.Equal(1, await Count(town, "case.reminded"));
        Assert.Equal(ColleagueState.Draft, (await Card(town, id)).State);
    }

    [Theory, BothDatabases]
    public async Task What_one_did_sets_off_no_other_and_one_that_sets_itself_off_is_refused(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        await Works(town, Details("Verdeler", ColleagueWhen.CameIn, new ColleagueThen(Team: crew.Team)));
        await Works(town, Details("Herinneraar", ColleagueWhen.Placed, new ColleagueThen(Remind: true)));
        var opened = await town.Receives(await town.Somebody(Role.Agent), Pavement, new MatterEnding.NewCase());
        await town.RunJobs();

        Assert.Equal(crew.Team, (await town.Sees(Actor.System, opened.CaseReference!)).Team);
        // Once for the rules that placed it as it came in, not for the colleague that placed it after that.
        Assert.Equal(1, await Count(town, "case.reminded"));

        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        await administrator.Open("/beheer/virtuele-collegas/nieuw");
        await administrator.Send(("Form.Name", "Rondloper"), ("Form.When", "Placed"), ("Form.Team", crew.Team.Value.ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, administrator.Status);
        Assert.StartsWith("Deze virtuele collega zet zichzelf weer in gang", Assert.Single(administrator.Errors), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task At_its_limit_it_stops_and_the_administrators_hear_of_it_once(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        town.SetTo(hour: 10);
        await town.Make(new PlannedStaff("beheerder", "B. Heerder", [Role.FunctionalAdministrator], [], "beheerder@crew.example"));
        var id = await Works(town, Details("Herinneraar", ColleagueWhen.CameIn, new ColleagueThen(Remind: true)) with { PerHour = 2 });
        var agent = await town.Somebody(Role.Agent);
        for (var made = 0; made < 4; made++)
        {
            await town.Receives(agent, Pavement, new MatterEnding.NewCase());
            await town.RunJobs();
        }

        Assert.Equal(2, await Count(town, "case.reminded"));
        Assert.Equal((ColleagueState.Stopped, "colleague.limit-reached"), await State(town, id));
        Assert.Contains("Herinneraar", mailbox.OnlyMailTo("beheerder@crew.example").TextBody, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_case_that_lies_still_is_reminded_of_once_until_somebody_does_something(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        var opened = await crew.Takes(Pavement, crew.Handler);
        await Works(town, Details("Herinneraar", ColleagueWhen.Quiet, new ColleagueThen(Remind: true)) with { Days = 3 });
        await town.PlanSchedules();

        await town.Pass(Duration.FromDays(2));
        Assert.Equal(0, await Count(town, "case.reminded"));
        await town.Pass(Duration.FromDays(2));
        Assert.Equal(1, await Count(town, "case.reminded"));
        await town.Pass(Duration.FromDays(4));
        Assert.Equal(1, await Count(town, "case.reminded"));

        var handler = (await town.Use<Actors, Actor?>(actors => actors.Of(crew.Handler, Cancel)))!;
        var noted = await town.Use<WriteNote, Result<ChangedCase>>(write => write.Handle(new CaseChange(RequestKey.None, opened.Case!.Value, handler), "Ik kijk ernaar.", Cancel));
        Assert.True(noted.Succeeded, noted.Failure?.Code);
        await town.Pass(Duration.FromDays(4));
        Assert.Equal(2, await Count(town, "case.reminded"));
    }

    [Theory, BothDatabases]
    public async Task Where_its_text_is_gone_it_stops_and_says_so(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var text = await Text(town, "Wij kijken ernaar.", "kijken");
        var id = await Works(town, Details("Schrijver", ColleagueWhen.CameIn, new ColleagueThen(Message: text)));
        Assert.True((await town.Use<RemoveModule, Result<Done>>(remove => remove.Handle(new RemoveModule.Request(RequestKey.None, text, Actor.System), Cancel))).Succeeded);
        await town.Receives(await town.Somebody(Role.Agent), Pavement, new MatterEnding.NewCase());
        await town.RunJobs();

        Assert.Equal((ColleagueState.Stopped, "colleague.text-gone"), await State(town, id));
        Assert.Equal("colleague.text-gone", (await Switch(town, id, true)).Failure?.Code);
        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        await administrator.Open($"/beheer/virtuele-collegas/{id.Value}/proef");
        Assert.Contains("Dit tekstblok is er niet meer. Kies een ander.", administrator.Text("main"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_secret_is_for_one_of_its_group_which_somebody_of_it_sets_up(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var outsider = new Actor(new Who(WhoKind.Staff, Guid.NewGuid()), [Right.Configure, Right.SeeCases], [], []);
        var type = (await town.Use<CategoryList, IReadOnlyList<CategoryCard>>(list => list.All(Cancel))).First(subject => subject.Key == "debt").CaseType;
        var group = (await town.Use<CategoryList, IReadOnlyList<CaseTypeCard>>(list => list.Types(Cancel))).First(one => one.Key == type).SensitiveGroup;
        var secret = new ColleagueDetails("Stille", ColleagueWhen.CameIn, 0, new ColleagueIf(CaseType: type), new ColleagueThen(Remind: true), 20, group);
        Assert.Equal("colleague.not-your-group", (await Save(town, secret, outsider)).Failure?.Code);

        await Works(town, new ColleagueDetails("Open", ColleagueWhen.CameIn, 0, new ColleagueIf(), new ColleagueThen(Acknowledge: true), 20));
        var id = await Works(town, secret);
        Assert.Null(await town.Use<VirtualColleagues, ColleagueCard?>(all => all.Find(id, outsider, Cancel)));
        Assert.Equal("colleague.not-found", (await town.Use<TryColleague, Result<Done>>(tries => tries.Handle(new TryColleague.Request(RequestKey.None, id, 0, outsider), Cancel))).Failure?.Code);
        await town.Receives(await town.Somebody(Role.Agent), new NewMatter("Schulden lopen op", Category: "debt"), new MatterEnding.NewCase());
        await town.RunJobs();

        Assert.Equal((0, 1), (await Count(town, "case.acknowledged"), await Count(town, "case.reminded")));
    }

    [Theory, BothDatabases]
    public async Task Each_of_its_acts_goes_through_the_door_of_staff_for_the_cases_whose_fields_are_so(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        // A real room has https; this one does not leave the machine.
        await using (var db = town.Open())
            await db.Database.ExecuteSqlAsync($"UPDATE teams SET chat_webhook = {mailbox.Http.ChatRoom("ploeg").ToString()} WHERE key = 'crew'", Cancel);
        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        await SetUpStatuses(administrator);
        var text = await Text(town, "Wij komen kijken bij {{kenmerk}}.", "kijken");
        var company = new ColleagueIf("pavement") { CustomerKind = CustomerKind.Company, Kind = ResidentKind.Report, Stage = CaseStatus.Received, AssetOwner = RoutingSubject.Municipality, FewestAsking = 1 };
        await Works(town, Details("Ontvanger", ColleagueWhen.CameIn, new ColleagueThen(Acknowledge: true, Subject: "traffic-sign", Team: crew.Team, Status: "s-bekeken", Message: text, Chat: crew.Team)) with { If = company });
        var reported = Pavement with { Kind = ResidentKind.Report, Place = new Place { Area = "nieuwemeer", Asset = "118-042" } };
        var agent = await town.Somebody(Role.Agent);
        var baker = new CustomerDetails("Bakkerij Een", "+31612345677", "een@example.nl", Kind: CustomerKind.Company);
        var opened = await town.Receives(agent, reported, new MatterEnding.NewCase(), baker, MessageChannel.Email);
        await town.Receives(agent, reported, new MatterEnding.NewCase(), new CustomerDetails("B. Twee", "+31612345678"));
        await town.RunJobs();

        Assert.Equal((1, 1, 0), (await Count(town, "case.acknowledged"), await Count(town, "case.posted"), await Count(town, "case.colleague-failed")));
        var seen = await town.Sees(Actor.System, opened.CaseReference!);
        Assert.Equal(("traffic-sign", crew.Team), (seen.Category, seen.Team));
        Assert.Contains(mailbox.MailsTo("een@example.nl"), mail => mail.Read().TextBody!.Contains("Wij hebben uw bericht ontvangen.", StringComparison.Ordinal));
        Assert.Contains(mailbox.MailsTo("een@example.nl"), mail => mail.Read().TextBody!.Contains("Wij komen kijken bij " + opened.Reference, StringComparison.Ordinal));
        Assert.Contains(mailbox.Http.Lines, line => line.Text.Contains(opened.CaseReference!, StringComparison.Ordinal) && line.Text.Contains("Virtuele collega: Ontvanger.", StringComparison.Ordinal));
        using var handler = await town.SignIn(Role.Handler);
        await handler.Open("/zaken/" + opened.CaseReference);
        Assert.Contains("Status: Bekeken", handler.Text("main"), StringComparison.Ordinal);

        // Two that would set each other off: the second is not switched on, and it says with which.
        await Works(town, Details("Verdeler", ColleagueWhen.StatusSet, new ColleagueThen(Team: crew.Team)));
        var second = await Save(town, Details("Zetter", ColleagueWhen.Placed, new ColleagueThen(Status: "s-bekeken")), Actor.System);
        Assert.True(second.Succeeded, second.Failure?.Code);
        await administrator.Open($"/beheer/virtuele-collegas/{second.Value.Value}/proef");
        await administrator.Press("Probeer op de vorige maand");
        await administrator.Press("Zet aan");
        Assert.Equal(HttpStatusCode.Conflict, administrator.Status);
        Assert.Contains("zetten elkaar steeds weer in gang: Verdeler.", administrator.Text("main"), StringComparison.Ordinal);
        Assert.Equal(ColleagueState.Tried, (await Card(town, second.Value)).State);
    }

    [Theory, BothDatabases]
    public async Task It_looks_at_the_age_of_a_case_and_at_a_deadline_that_is_near_once_for_each(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        var opened = await crew.Takes(Pavement, crew.Handler);
        await Works(town, Details("Nakijker", ColleagueWhen.Age, new ColleagueThen(Task: new ColleagueTask("Nakijken", "Check it", Norm.WorkingDays(2), null))) with { Days = 2 });
        await Works(town, Details("Wekker", ColleagueWhen.DeadlineNear, new ColleagueThen(Remind: true)) with { Days = 1 });
        await town.PlanSchedules();
        var tasks = await Count(town, "case.task-made");

        await town.Pass(Duration.FromDays(1));
        Assert.Equal((tasks, 0), (await Count(town, "case.task-made"), await Count(town, "case.reminded")));
        await town.Pass(Duration.FromHours(25));
        Assert.Equal((tasks + 1, 0), (await Count(town, "case.task-made"), await Count(town, "case.reminded")));

        var deadline = (await town.Sees(Actor.System, opened.CaseReference!)).DeadlineAt!.Value;
        town.Tenant.Clock.SetTo(deadline - Duration.FromHours(20));
        await town.RunJobs();
        Assert.Equal((tasks + 1, 1), (await Count(town, "case.task-made"), await Count(town, "case.reminded")));
        await town.Pass(Duration.FromHours(10));
        Assert.Equal((tasks + 1, 1), (await Count(town, "case.task-made"), await Count(town, "case.reminded")));
    }

    private static ColleagueDetails Details(string name, ColleagueWhen when, ColleagueThen then) => new(name, when, 0, Belfry, then, 20);

    private static Task<Result<VirtualColleagueId>> Save(Town town, ColleagueDetails details, Actor by) =>
        town.Use<SaveColleague, Result<VirtualColleagueId>>(save => save.Handle(new SaveColleague.Request(RequestKey.None, null, 0, details, by), Cancel));

    // A report is new, and then somebody has looked at it.
    private static async Task SetUpStatuses(Visitor administrator)
    {
        await administrator.Open("/beheer/zaaktypen/report/statussen");
        await administrator.Send(
            ("Form.Statuses[0].Nl", "Nieuw"), ("Form.Statuses[0].En", "New"), ("Form.Statuses[0].Stage", "Received"),
            ("Form.Statuses[0].ResidentsNl", "Wij hebben dit ontvangen."), ("Form.Statuses[0].ResidentsEn", "We received this."),
            ("Form.Statuses[1].Nl", "Bekeken"), ("Form.Statuses[1].En", "Looked at"), ("Form.Statuses[1].Stage", "Received"),
            ("Form.Statuses[1].ResidentsNl", "Wij hebben dit bekeken."), ("Form.Statuses[1].ResidentsEn", "We looked at this."));
        Assert.Empty(administrator.Errors);
        await administrator.Press("Neem in gebruik");
        Assert.Contains("Dit is nu in gebruik", administrator.Text("main"), StringComparison.Ordinal);
    }

    // Saved, tried and switched on.
    private static async Task<VirtualColleagueId> Works(Town town, ColleagueDetails details)
    {
        var saved = await Save(town, details, Actor.System);
        Assert.True(saved.Succeeded, saved.Failure?.Code);
        var seen = (await Card(town, saved.Value)).Version;
        var tried = await town.Use<TryColleague, Result<Done>>(tries => tries.Handle(new TryColleague.Request(RequestKey.None, saved.Value, seen, Actor.System), Cancel));
        Assert.True(tried.Succeeded, tried.Failure?.Code);
        var on = await Switch(town, saved.Value, true);
        Assert.True(on.Succeeded, on.Failure?.Code);
        return saved.Value;
    }

    private static async Task<Result<Done>> Switch(Town town, VirtualColleagueId id, bool on)
    {
        var seen = (await Card(town, id)).Version;
        return await town.Use<SwitchColleague, Result<Done>>(switches => switches.Handle(new SwitchColleague.Request(RequestKey.None, id, seen, on, Actor.System), Cancel));
    }

    private static async Task<ColleagueCard> Card(Town town, VirtualColleagueId id) => (await town.Use<VirtualColleagues, ColleagueCard?>(all => all.Find(id, Actor.System, Cancel)))!;

    private static async Task<(ColleagueState, string?)> State(Town town, VirtualColleagueId id)
    {
        var card = await Card(town, id);
        return (card.State, card.StoppedBy);
    }

    private static async Task<TextModuleId> Text(Town town, string text, string code)
    {
        var details = new ModuleDetails(ModuleOwner.Everybody, code, "Tekst " + code, text, null, null);
        var made = await town.Use<SaveModule, Result<TextModuleId>>(save => save.Handle(new SaveModule.Request(RequestKey.None, null, 0, details, Actor.System), Cancel));
        Assert.True(made.Succeeded, made.Failure?.Code);
        return made.Value;
    }

    private static async Task<int> Count(Town town, string kind)
    {
        await using var db = town.Open();
        return await db.Database.SqlQueryRaw<int>("SELECT CAST(COUNT(*) AS INTEGER) AS \"Value\" FROM journal_entries WHERE kind = {0}", kind).SingleAsync(Cancel);
    }
}
