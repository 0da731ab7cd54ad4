using System.Net;
using Loket.Cases;
using Loket.Cases.Handling;
using Loket.Cases.Reading;
using Loket.Cases.Routing;
using Loket.Cases.Types;
using Loket.Contacts;
using Loket.Demo.Town;
using Loket.Integration.Residents;
using Loket.Integration.Storage;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation;
using Loket.Organisation.Partners;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Loket.Organisation.Teams;
using Loket.Places;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace Loket.Integration.Cases;

/// <summary>A case goes to somebody who is there and may know of it; where the rules leave nobody, a person decides. It is never nowhere.</summary>
public sealed class RoutingTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly NewMatter Bench = new("Jansen zegt: bankje kapot", Category: "pavement", Place: new Place { Area = "nieuwemeer" });
    private static readonly NewMatter Debt = new("Schulden lopen op", Category: "debt");

    [Theory, BothDatabases]
    public async Task A_person_whom_the_rule_names_gets_it_and_while_away_the_deputy_and_then_somebody_places_it(Database database)
    {
        await using var town = await Town.On(database);
        var made = await Crew(town);
        var (one, deputy) = (made.Staff["een"], made.Staff["twee"]);
        await Rules(town, new RuleDetails(new Target(null, one, null), "pavement"));

        var first = await Goes(town, Bench);
        await Away(town, one);
        var second = await Goes(town, Bench with { Subject = "schommel stuk" });
        await Away(town, deputy);
        var third = await Goes(town, Bench with { Subject = "hek stuk" });

        // Whoever has it has it for a team, so that it is somebody's when they hand it back.
        Assert.Equal((one, made.Teams["ploeg"], CaseStatus.InProgress), (first.Handler, first.Team, first.Status));
        Assert.Equal(deputy, second.Handler);
        Assert.Equal((null, null, TriageReason.NobodyThere), (third.Handler, third.Team, third.TriageReason));
        using var lead = await town.SignIn(Role.TeamLead);
        await lead.Open("/werk/verdelen");
        Assert.Contains("hek stuk", lead.Text("#work tbody"), StringComparison.Ordinal);
        await lead.Open("/zaken/" + third.Reference);
        Assert.Contains("De collega die dit krijgt is er niet", lead.Text("main"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task On_a_day_off_by_their_own_hours_the_deputy_gets_it_or_else_their_team_and_on_a_day_of_theirs_they_do(Database database)
    {
        await using var town = await Town.On(database);
        var made = await Crew(town);
        var (one, deputy, team) = (made.Staff["een"], made.Staff["twee"], made.Teams["ploeg"]);
        // It is Tuesday.
        var works = await town.Use<SetUpOrganisation, Result<OrganisationKeys>>(setUp => setUp.Handle(
            new OrganisationPlan(Staff: [new("een", "E. Een", [Role.Handler], ["ploeg"], Deputy: "twee", Hours: "3 08:30-17:00")]), Cancel));
        Assert.True(works.Succeeded, works.Failure?.Code);
        await Rules(town, new RuleDetails(new Target(null, one, null), "pavement"));

        Assert.Equal(deputy, (await Goes(town, Bench)).Handler);
        await Away(town, deputy);
        var teams = await Goes(town, Bench with { Subject = "schommel stuk" });
        Assert.Equal((null, team, null), (teams.Handler, teams.Team, teams.TriageReason));
        await town.At(CallbackCalls.Tuesday.PlusDays(1).PlusHours(10));
        Assert.Equal(one, (await Goes(town, Bench with { Subject = "hek stuk" })).Handler);
        // The evening of it is no day off.
        await town.At(CallbackCalls.Tuesday.PlusDays(1).PlusHours(20));
        Assert.Equal(one, (await Goes(town, Bench with { Subject = "wip stuk" })).Handler);
    }

    [Theory, BothDatabases]
    public async Task Who_was_away_until_a_moment_is_back_when_it_has_come(Database database)
    {
        await using var town = await Town.On(database);
        var made = await Crew(town);
        var (one, deputy) = (made.Staff["een"], made.Staff["twee"]);
        await Rules(town, new RuleDetails(new Target(null, one, null), "pavement"));
        await Away(town, one, CallbackCalls.At(4, 12));

        Assert.Equal(deputy, (await Goes(town, Bench)).Handler);
        await town.At(CallbackCalls.Tuesday.PlusDays(1).PlusHours(12).PlusMinutes(-1));
        Assert.Equal(deputy, (await Goes(town, Bench with { Subject = "schommel stuk" })).Handler);
        await town.At(CallbackCalls.Tuesday.PlusDays(1).PlusHours(12));
        Assert.Equal(one, (await Goes(town, Bench with { Subject = "hek stuk" })).Handler);
    }

    [Theory, BothDatabases]
    public async Task A_person_whom_the_rule_names_does_not_get_what_lies_outside_their_bounds(Database database)
    {
        await using var town = await Town.On(database);
        var made = await Crew(town);
        await Rules(town, new RuleDetails(new Target(null, made.Staff["een"], null), "pavement"));
        await town.Bound("een", "hoofddorp");

        var placed = await Goes(town, Bench);
        await town.Bound("twee", "hoofddorp");
        var nobodys = await Goes(town, Bench with { Subject = "schommel stuk" });

        Assert.Equal(made.Staff["twee"], placed.Handler);
        Assert.Equal(TriageReason.NobodyThere, nobodys.TriageReason);
    }

    [Theory, BothDatabases]
    public async Task Who_no_longer_works_here_gets_nothing_and_beside_a_team_the_team_has_it(Database database)
    {
        await using var town = await Town.On(database);
        var made = await Crew(town);
        await Rules(town, new RuleDetails(new Target(null, made.Staff["twee"], null), "pavement"), new RuleDetails(new Target(made.Teams["ploeg"], made.Staff["twee"], null), "litter"));
        await town.Use<CloseStaff, Result<Done>>(close => close.Handle(new(RequestKey.None, made.Staff["twee"], Actor.System), Cancel));

        var alone = await Goes(town, Bench);
        var beside = await Goes(town, Bench with { Category = "litter" });

        Assert.Equal(TriageReason.NobodyThere, alone.TriageReason);
        Assert.Equal((null, made.Teams["ploeg"], null), (beside.Handler, beside.Team, beside.TriageReason));
    }

    [Theory, BothDatabases]
    public async Task What_is_sensitive_passes_over_a_deputy_who_may_not_know_and_is_given_to_no_team_outside_its_group(Database database)
    {
        await using var town = await Town.On(database);
        var made = await Crew(town);
        var insider = (await town.Somebody(Role.Handler, TeamKeys.IncomeAndDebt)).Staff!.Value;
        var team = (await town.Use<TeamDirectory, TeamCard?>(teams => teams.Find(TeamKeys.IncomeAndDebt, Cancel)))!;
        await Rules(town, new RuleDetails(new Target(null, insider, null), "debt"), new RuleDetails(new Target(made.Teams["ploeg"], null, null), "benefits"));
        await town.Use<SetDeputy, Result<Done>>(set => set.Handle(new(RequestKey.None, insider, made.Staff["een"], Actor.System), Cancel));

        var there = await Goes(town, Debt);
        await Away(town, insider);
        var away = await Goes(town, Debt);
        var outside = await Goes(town, Debt with { Category = "benefits" });

        Assert.Equal((insider, team.Id), (there.Handler, there.Team));
        Assert.Equal(TriageReason.NobodyThere, away.TriageReason);
        Assert.Equal(TriageReason.MayNotKnow, outside.TriageReason);
        var change = new CaseChange(RequestKey.None, away.Id, Actor.System);
        Assert.Equal("case.team-may-not-know", (await town.Use<AssignCase, Result<ChangedCase>>(assign => assign.Handle(change, made.Teams["ploeg"], null, Cancel))).Failure?.Code);
        Assert.True((await town.Use<AssignCase, Result<ChangedCase>>(assign => assign.Handle(change, team.Id, null, Cancel))).Succeeded);
        var saved = await town.Use<SaveRoutingRule, Result<RoutingRuleId>>(save => save.Handle(
            new(RequestKey.None, null, 0, new RuleDetails(new Target(made.Teams["ploeg"], null, null), "debt"), true, Actor.System), Cancel));
        Assert.Equal("routing.target-may-not-know", saved.Failure?.Code);
    }

    [Theory, BothDatabases]
    public async Task A_partner_reads_the_question_of_the_rule_and_never_what_a_resident_wrote(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var contractor = await Contractor(town);
        using var admin = await town.SignIn(Role.FunctionalAdministrator);
        await Rules(town, new RuleDetails(new Target(null, null, contractor.Id), "pavement", Question: "Wilt u dit herstellen?"));

        await admin.Open("/beheer/routering");
        await admin.Open(admin.Page.QuerySelector("#rules tbody th a")!.GetAttribute("href")!);
        await admin.Send(("Form.Question", " "));
        Assert.Equal(["Schrijf op wat u van de partner vraagt."], admin.Errors);
        var asked = await Goes(town, Bench);
        // A rule from before a question was asked for.
        await using (var db = town.Open()) await db.Database.ExecuteSqlRawAsync("UPDATE routing_rules SET question = NULL", Cancel);
        var without = await Goes(town, Bench with { Subject = "Jansen belt weer" });
        await town.RunJobs();

        Assert.Equal(("Wilt u dit herstellen?", CaseStatus.WithPartner), (asked.Handovers[0].Question, asked.Status));
        Assert.Equal((TriageReason.TargetClosed, 0), (without.TriageReason, without.Handovers.Count));
        var told = contractor.People.Select(person => person.Email).DefaultIfEmpty(contractor.Email).SelectMany(mailbox.MailsTo).ToList();
        Assert.NotEmpty(told);
        Assert.All(told, mail => Assert.DoesNotContain("Jansen", mail.Read().TextBody, StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task Nothing_is_offered_to_a_partner_that_takes_no_cases_any_more(Database database)
    {
        await using var town = await Town.On(database);
        var contractor = await Contractor(town);
        await Rules(town, new RuleDetails(new Target(null, null, contractor.Id), "pavement", Question: "Wilt u dit herstellen?"));
        var details = new PartnerDetails(contractor.Key, contractor.Name, contractor.Email, contractor.ResponseNorm, contractor.Sharing, contractor.Phone, IsClosed: true);
        Assert.True((await town.Use<ChangePartner, Result<Done>>(change => change.Handle(new(RequestKey.None, contractor.Id, contractor.Version, details, Actor.System), Cancel))).Succeeded);

        var found = await Goes(town, Bench);
        using var admin = await town.SignIn(Role.FunctionalAdministrator);
        await admin.Open("/beheer/routering");
        await admin.Press("Zet uit regel 1");

        Assert.Equal((TriageReason.TargetClosed, null, 0), (found.TriageReason, found.Partner, found.Handovers.Count));
        Assert.Empty(admin.Errors);
        Assert.Contains("Uit", admin.Text("#rules tbody tr"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_a_colleague_without_a_team_hands_back_is_placed_by_somebody(Database database)
    {
        await using var town = await Town.On(database);
        var made = await town.Make(new PlannedStaff("los", "L. Los", [Role.Handler]));
        await Rules(town, new RuleDetails(new Target(null, made.Staff["los"], null), "pavement"));
        var found = await Goes(town, Bench);

        var handler = (await town.Use<Actors, Actor?>(actors => actors.Of(made.Staff["los"], Cancel)))!;
        await town.Use<HandBackCase, Result<ChangedCase>>(back => back.Handle(new CaseChange(RequestKey.None, found.Id, handler), Cancel));

        Assert.Equal(made.Staff["los"], found.Handler);
        Assert.Equal((null, TriageReason.NobodyThere), ((await town.Sees(Actor.System, found.Reference)).Handler, (await town.Sees(Actor.System, found.Reference)).TriageReason));
    }

    [Theory, BothDatabases]
    public async Task A_rule_that_is_changed_moved_or_switched_off_changes_where_the_next_case_goes(Database database)
    {
        await using var town = await Town.On(database);
        var made = await Crew(town);
        var (mine, other) = (made.Teams["ploeg"], made.Teams["ander"]);
        using var admin = await town.SignIn(Role.FunctionalAdministrator);
        await Rules(town, new RuleDetails(new Target(mine, null, null), "pavement"), new RuleDetails(new Target(other, null, null), Group: null));
        Assert.Equal(mine, (await Goes(town, Bench)).Team);

        await admin.Open("/beheer/routering");
        await admin.Press("Lager regel 1");
        Assert.Equal(other, (await Goes(town, Bench with { Subject = "twee" })).Team);
        await admin.Press("Zet uit regel 1");
        Assert.Equal(mine, (await Goes(town, Bench with { Subject = "drie" })).Team);
        await admin.Open(admin.Page.QuerySelector("#rules tbody tr:nth-child(2) th a")!.GetAttribute("href")!);
        await admin.Send(("Form.Category", "category:litter"));
        var nobody = await Goes(town, Bench with { Subject = "vier" });

        Assert.Empty(admin.Errors);
        Assert.Equal((null, TriageReason.NoRule), (nobody.Team, nobody.TriageReason));
    }

    [Theory, BothDatabases]
    public async Task Rules_look_at_the_owner_of_the_object_at_the_area_that_holds_the_place_and_at_the_hour(Database database)
    {
        await using var town = await Town.On(database);
        var made = await Crew(town);
        var grid = (await town.Use<PartnerDirectory, PartnerCard?>(partners => partners.Find(PartnerKeys.GridOperator, Cancel)))!;
        var (mine, other) = (made.Teams["ploeg"], made.Teams["ander"]);
        await Rules(town,
            new RuleDetails(new Target(null, null, grid.Id), AssetOwner: PartnerKeys.GridOperator, Question: "Wilt u dit herstellen?"),
            new RuleDetails(new Target(mine, null, null), Area: "badhoevedorp", Time: RuleTime.WorkingTime),
            new RuleDetails(new Target(other, null, null), "pavement"));
        var lamp = new NewMatter("lamp brandt niet", Category: "street-light", Place: Calls.Lamp);

        var theirs = await Goes(town, lamp with { Place = Calls.Lamp with { AssetOwner = PartnerKeys.GridOperator } });
        var ours = await Goes(town, lamp);
        var core = await Goes(town, Bench);
        var elsewhere = await Goes(town, Bench with { Subject = "hek stuk", Place = new Place { Area = "hoofddorp" } });
        town.SetTo(hour: 22);
        var evening = await Goes(town, Bench with { Subject = "schommel stuk" });
        var nowhere = await Goes(town, lamp);

        Assert.Equal((grid.Id, CaseStatus.WithPartner), (theirs.Partner, theirs.Status));
        // Nieuwemeer is a core of the village of Badhoevedorp.
        Assert.Equal((mine, null), (ours.Team, ours.Partner));
        Assert.Equal((mine, other, other), (core.Team, elsewhere.Team, evening.Team));
        Assert.Equal((null, TriageReason.NoRule), (nowhere.Team, nowhere.TriageReason));
    }

    [Theory, BothDatabases]
    public async Task What_is_asked_of_residents_meanwhile_leaves_it_with_the_partner(Database database)
    {
        await using var town = await Town.On(database);
        var handler = await town.Somebody(Role.Handler);
        var lamp = await town.Receives(handler, new NewMatter("lamp brandt niet", Category: "street-light", Place: Calls.Lamp), new MatterEnding.NewCase());

        await town.Use<AskParticipants, Result<ChangedCase>>(ask => ask.Handle(new CaseChange(RequestKey.None, lamp.Case!.Value, handler), "Welke lamp is het?", Cancel));
        using var page = await town.SignIn(Role.Handler);
        await page.Open("/werk/ketenpartner");

        Assert.Equal(CaseStatus.WithPartner, (await town.Sees(handler, lamp.Reference)).Status);
        Assert.Contains(lamp.CaseReference!, page.Text("#work tbody"), StringComparison.Ordinal);
        await page.Open("/zaken/" + lamp.Reference);
        Assert.Contains("Zij hebben nog niet laten weten", page.Text("main"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Who_may_only_place_what_nobody_was_found_for_cannot_give_a_case_another_subject(Database database)
    {
        await using var town = await Town.On(database);
        var made = await Crew(town);
        await Rules(town, new RuleDetails(new Target(null, made.Staff["een"], null), "pavement"));
        var taken = await Goes(town, Bench);
        await Goes(town, new NewMatter("iets met de sloot"));
        using var agent = await town.SignIn(Role.Agent);

        await agent.Open("/werk/verdelen");
        await agent.Send(("category", "litter"), ("case", taken.Id.Value.ToString()), ("seen", taken.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal(HttpStatusCode.Forbidden, agent.Status);
        var after = await town.Sees(Actor.System, taken.Reference);
        Assert.Equal(("pavement", taken.Handler), (after.Category, after.Handler));
    }

    [Theory, BothDatabases]
    public async Task Residents_who_report_one_lamp_at_the_same_moment_are_on_one_case(Database database)
    {
        await using var town = await Town.On(database);
        var visitors = Enumerable.Range(0, 6).Select(_ => new Visitor(town.Client())).ToList();
        foreach (var visitor in visitors) await visitor.FillsIn("Lantaarnpaal 118-042 brandt niet", "lantaarnpaal 118-042");

        await Task.WhenAll(visitors.Select(visitor => visitor.Send()));

        var references = visitors.Select(visitor => visitor.Text(".loket-confirmation .loket-reference")).ToList();
        Assert.Equal(6, references.Distinct().Count());
        var cases = new List<CaseView>();
        foreach (var reference in references) cases.Add(await town.Sees(Actor.System, reference));
        Assert.Equal((1, 6), (cases.Select(one => one.Id).Distinct().Count(), cases[0].Contacts));
        visitors.ForEach(visitor => visitor.Dispose());
    }

    [Fact]
    public async Task Waiting_for_one_another_costs_one_round_trip_with_an_object_and_none_without()
    {
        await using var town = await Town.On(Database.Postgres);
        var agent = await town.Somebody(Role.Agent);
        await using var db = town.Open();

        using (var without = Statements.To(db))
        {
            await town.Receives(agent, Bench, new MatterEnding.ByItself());
            Assert.DoesNotContain(without.Heard, sql => sql.Contains("advisory", StringComparison.Ordinal));
        }

        using var with = Statements.To(db);
        await town.Receives(agent, new NewMatter("lamp brandt niet", Category: "street-light", Place: Calls.Lamp), new MatterEnding.ByItself());
        Assert.Single(with.Heard, sql => sql.Contains("advisory", StringComparison.Ordinal));
    }

    private static async Task<OrganisationKeys> Crew(Town town)
    {
        town.SetTo(hour: 10);
        var made = await town.Use<SetUpOrganisation, Result<OrganisationKeys>>(setUp => setUp.Handle(new OrganisationPlan(
            Teams: [new PlannedTeam("ploeg", "Ploeg"), new PlannedTeam("ander", "Andere ploeg")],
            Staff: [new("een", "E. Een", [Role.Handler], ["ploeg"], Deputy: "twee"), new("twee", "T. Twee", [Role.Handler], ["ploeg"])]), Cancel));
        Assert.True(made.Succeeded, made.Failure?.Code);
        return made.Value;
    }

    private static async Task Rules(Town town, params IReadOnlyList<RuleDetails> rules)
    {
        var set = await town.Use<SetUpCases, Result<Done>>(setUp => setUp.Handle(new SetUpCases.Request([], [], rules, Actor.System), Cancel));
        Assert.True(set.Succeeded, set.Failure?.Code);
    }

    private static async Task<CaseView> Goes(Town town, NewMatter matter) =>
        await town.Sees(Actor.System, (await town.Receives(await town.Somebody(Role.Agent), matter, new MatterEnding.NewCase())).Reference);

    private static async Task Away(Town town, StaffId who, Instant? until = null)
    {
        var set = await town.Use<SetPresence, Result<Done>>(use => use.Handle(new(RequestKey.None, who, Loket.Organisation.People.Presence.Away, until, Actor.System), Cancel));
        Assert.True(set.Succeeded, set.Failure?.Code);
    }

    private static async Task<PartnerCard> Contractor(Town town) =>
        (await town.Use<PartnerDirectory, IReadOnlyList<PartnerCard>>(partners => partners.All(Cancel))).First(partner => partner.Email.Length > 0);
}
