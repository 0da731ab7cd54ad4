using System.Globalization;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Organisation.Partners;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Loket.Organisation.Settings;
using Loket.Organisation.Teams;
using Loket.Storage;
using Loket.Testing;
using NodaTime;
using Xunit;

namespace Loket.Integration.Organisation;

public sealed class DirectoryTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    // A Wednesday at ten in the morning in the Netherlands.
    private static readonly Instant WednesdayMorning = Instant.FromUtc(2026, 11, 25, 9, 0);

    [Theory, BothDatabases]
    public async Task Colleagues_are_found_by_name_expertise_and_team_whatever_the_accents(Database database)
    {
        await using var town = await Town.On(database);
        await SetUp(town, new OrganisationPlan(
            Teams: [new PlannedTeam("verlichting-test", "Lichtploeg Zuidpolder")],
            Staff:
            [
                new PlannedStaff("ayse", "Ayşe Öztürkçe", [Role.Handler], ["verlichting-test"], Expertise: ["ratelpopulier"]),
                new PlannedStaff("bram", "Bram Testman", [Role.Handler], ["verlichting-test"]),
            ]));

        Assert.Equal(["ayse"], await Found(town, "ozturkce"));
        Assert.Equal(["ayse"], await Found(town, "Ratelpop lichtploeg"));
        Assert.Equal(["ayse", "bram"], await Found(town, "zuidpolder"));
    }

    [Theory, BothDatabases]
    public async Task Deputies_follow_each_other_once_round_and_nobody_stands_in_for_themselves(Database database)
    {
        await using var town = await Town.On(database);
        var made = await SetUp(town, new OrganisationPlan(Staff:
        [
            new PlannedStaff("aa", "A", [Role.Handler], Deputy: "bb"), new PlannedStaff("bb", "B", [Role.Handler], Deputy: "cc"), new PlannedStaff("cc", "C", [Role.Handler]),
        ]));
        var (first, last) = (made.Staff["aa"], made.Staff["cc"]);
        Assert.Equal(["bb", "cc"], await Deputies(first));

        Assert.Equal("organisation.own-deputy", (await Sets(last, last)).Failure?.Code);
        Assert.True((await Sets(last, first)).Succeeded);

        Assert.Equal(["bb", "cc"], await Deputies(first));
        Assert.Equal(["aa", "bb"], await Deputies(last));
        using var administrator = await town.SignIn(Role.SystemAdministrator);
        await administrator.Open("/beheer/mensen/aa");
        Assert.Contains("kring van vervangers, met: B, C.", administrator.Text("main"), StringComparison.Ordinal);

        async Task<IEnumerable<string>> Deputies(StaffId of) =>
            (await town.Use<StaffDirectory, IReadOnlyList<StaffCard>>(staff => staff.Deputies(of, Cancel))).Select(deputy => deputy.SignInName);

        Task<Result<Done>> Sets(StaffId of, StaffId deputy) =>
            town.Use<SetDeputy, Result<Done>>(set => set.Handle(new SetDeputy.Request(RequestKey.None, of, deputy, Actor.System), Cancel));
    }

    [Theory, BothDatabases]
    public async Task Everybody_in_the_demo_town_has_a_deputy_of_the_own_team_who_is_told_when_they_are_away(Database database)
    {
        await using var town = await Town.On(database);

        var staff = await town.Use<StaffDirectory, IReadOnlyList<StaffCard>>(directory => directory.All(null, Cancel));

        Assert.NotEmpty(staff);
        Assert.All(staff, person => Assert.Contains(staff, other => other.Id == person.Deputy && other.Id != person.Id && other.Teams.Intersect(person.Teams).Any()));
    }

    [Theory, BothDatabases]
    public async Task Who_is_present_follows_hours_holidays_and_what_was_set(Database database)
    {
        await using var town = await Town.On(database);
        await SetUp(town, new OrganisationPlan(
            Calendar: new CalendarDetails("1 08:30-17:00\n3 08:30-17:00", "2026-12-02 dicht verhuizing"),
            Teams: [new PlannedTeam("proef", "Proef")],
            Staff:
            [
                new PlannedStaff("er", "Er", [Role.Handler], ["proef"]),
                new PlannedStaff("middag", "Middag", [Role.Handler], ["proef"], Hours: "3 13:00-17:00"),
                new PlannedStaff("weg", "Weg", [Role.Handler], ["proef"], Presence: Presence.Away, AwayUntil: Instant.FromUtc(2099, 1, 1, 0, 0)),
            ]));

        Assert.Equal(["er"], await Present(town, WednesdayMorning));
        Assert.Equal(["er", "middag"], await Present(town, WednesdayMorning + Duration.FromHours(4)));
        Assert.Empty(await Present(town, WednesdayMorning + Duration.FromDays(1)));
        Assert.Empty(await Present(town, WednesdayMorning + Duration.FromDays(7)));
    }

    [Theory, BothDatabases]
    public async Task The_people_of_the_demo_are_there_busy_or_away_and_the_teams_say_so(Database database)
    {
        await using var town = await Town.On(database);
        var people = await town.Use<StaffDirectory, IReadOnlyList<StaffCard>>(staff => staff.All(null, Cancel));
        Assert.All(Enum.GetValues<Presence>(), presence => Assert.Contains(people, one => one.Presence == presence));

        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        await administrator.Open("/beheer/teams");
        Assert.Contains(administrator.Page.QuerySelectorAll("#teams tbody tr"), row =>
            row.QuerySelectorAll("td.is-number").Select(cell => int.Parse(cell.TextContent, CultureInfo.InvariantCulture)).ToList() is [var members, var present] && present < members);
    }

    [Theory, BothDatabases]
    public async Task Rights_come_from_roles_teams_and_what_was_given(Database database)
    {
        await using var town = await Town.On(database);
        var made = await SetUp(town, new OrganisationPlan(
            Teams: [new PlannedTeam("jeugd-test", "Jeugd", Groups: ["youth"])],
            Staff: [new PlannedStaff("gast", "Gast", [Role.CoHost], ["jeugd-test"]), new PlannedStaff("gast.plus", "Gast plus", [Role.CoHost], PersonalDataGiven: true)]));

        var host = await town.Use<Actors, Actor?>(actors => actors.Of(made.Staff["gast"], Cancel));
        var trusted = await town.Use<Actors, Actor?>(actors => actors.Of(made.Staff["gast.plus"], Cancel));

        Assert.Equal((false, true), (host!.May(Right.SeePersonalData), trusted!.May(Right.SeePersonalData)));
        Assert.Equal("youth", Assert.Single(host.Groups));
        Assert.Equal(made.Teams["jeugd-test"], Assert.Single(host.Teams));
    }

    [Theory, BothDatabases]
    public async Task Setting_up_twice_changes_what_stands_and_doubles_nothing(Database database)
    {
        await using var town = await Town.On(database);
        var plan = new OrganisationPlan(
            new Profile("Gemeente Proefmeer", "PRM", "023 555 00 00", "nl", "https://loket.proefmeer.example/"),
            Teams: [new PlannedTeam("licht", "Licht", Lead: "lead")],
            Staff: [new PlannedStaff("lead", "Lead", [Role.TeamLead], ["licht"])],
            Partners:
            [
                new PartnerDetails("net", "Netbeheerder", "net@net.example", Norm.WorkingDays(2), Sharing.Nothing,
                    People: [new PartnerPersonDetails("Tomasz", "tomasz@net.example"), new PartnerPersonDetails("Rick", "rick@net.example")]),
            ]);

        var first = await SetUp(town, plan);
        var second = await SetUp(town, plan with { Partners = [plan.Partners![0] with { People = [new PartnerPersonDetails("Tomek", "Tomasz@net.example")] }] });

        Assert.Equal((first.Teams["licht"], first.Staff["lead"], first.Partners["net"]), (second.Teams["licht"], second.Staff["lead"], second.Partners["net"]));
        var partner = await town.Use<PartnerDirectory, PartnerCard?>(partners => partners.Find("net", Cancel));
        Assert.Equal(("Tomek", Norm.WorkingDays(2)), (Assert.Single(partner!.People).Name, partner.ResponseNorm));
        var team = await town.Use<TeamDirectory, TeamCard?>(teams => teams.Find("licht", Cancel));
        Assert.Equal(first.Staff["lead"], team!.Lead);
        Assert.Equal("Gemeente Proefmeer", (await town.Use<Profiles, Profile>(profiles => profiles.Current(Cancel))).Name);
    }

    [Theory, BothDatabases]
    public async Task The_duty_that_began_last_is_called_first(Database database)
    {
        await using var town = await Town.On(database);
        var far = Instant.FromUtc(2090, 1, 1, 0, 0);
        await SetUp(town, new OrganisationPlan(
            Staff: [new PlannedStaff("aa", "A", [Role.Handler]), new PlannedStaff("bb", "B", [Role.Handler]), new PlannedStaff("cc", "C", [Role.Handler])],
            OnCall: [new PlannedDuty(far, far + Duration.FromDays(7), ["bb", "aa"]), new PlannedDuty(far + Duration.FromDays(2), far + Duration.FromDays(3), ["cc", "bb"])]));

        Assert.Equal(["bb", "aa"], await OnDuty(town, far + Duration.FromDays(1)));
        Assert.Equal(["cc", "bb", "aa"], await OnDuty(town, far + Duration.FromDays(2)));
        Assert.Empty(await OnDuty(town, far + Duration.FromDays(7)));
    }

    [Theory, BothDatabases]
    public async Task Inside_a_transaction_the_directories_see_what_it_changed(Database database)
    {
        await using var town = await Town.On(database);
        var made = await SetUp(town, new OrganisationPlan(Staff: [new PlannedStaff("aa", "A", [Role.Handler])]));

        var seen = await town.Use<UnitOfWork, Result<string>>(work => work.Run<string>(
            async current => (await StaffDirectory.Find(current.Db, made.Staff["aa"], Cancel))!.Name, Cancel));

        Assert.Equal("A", seen.Value);
    }

    private static async Task<OrganisationKeys> SetUp(Town town, OrganisationPlan plan) =>
        (await town.Use<SetUpOrganisation, Result<OrganisationKeys>>(setUp => setUp.Handle(plan, Cancel))).Value;

    private static async Task<IEnumerable<string>> Found(Town town, string words) =>
        (await town.Use<StaffDirectory, IReadOnlyList<StaffCard>>(staff => staff.Search(words, 20, Cancel))).Select(person => person.SignInName);

    private static async Task<IEnumerable<string>> Present(Town town, Instant at)
    {
        var calendar = await town.Use<Calendars, MunicipalCalendar>(calendars => calendars.Current(Cancel));
        var team = await town.Use<TeamDirectory, TeamCard?>(teams => teams.Find("proef", Cancel));
        return (await town.Use<StaffDirectory, IReadOnlyList<StaffCard>>(staff => staff.Present(team!.Id, at, calendar, Cancel))).Select(person => person.SignInName);
    }

    private static async Task<IEnumerable<string>> OnDuty(Town town, Instant at) =>
        (await town.Use<OnCall, IReadOnlyList<StaffCard>>(duties => duties.At(at, Cancel))).Select(person => person.SignInName);
}
