using System.Net;
using Loket.Cases;
using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Integration.Cases;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Loket.Organisation.Teams;
using Loket.Testing;
using NodaTime;
using Xunit;

namespace Loket.Integration.Organisation;

/// <summary>What is set up on the pages of administrators is what holds from then on.</summary>
public sealed class ManageEffectsTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly NewMatter Lamp = new("lantaarnpaal brandt niet", Category: "street-light");

    [Theory, BothDatabases]
    public async Task A_day_on_which_the_municipality_is_closed_moves_the_deadlines_of_new_cases(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var agent = await town.Somebody(Role.Agent);
        var before = await Deadline(town, agent);
        using var administrator = await town.SignIn(Role.FunctionalAdministrator);

        await administrator.Open("/beheer/werktijden");
        await administrator.Send(("Form.Exceptions", $"{before.InZone(MunicipalCalendar.Amsterdam).Date:yyyy-MM-dd} dicht brugdag"));
        var after = await Deadline(town, agent);

        Assert.True(after > before, $"{before} became {after}");
    }

    [Theory, BothDatabases]
    public async Task A_lead_takes_a_colleague_into_the_own_team_and_says_who_is_ill_and_who_stands_in(Database database)
    {
        await using var town = await Town.On(database);
        using var lead = await town.SignIn("lotte", ["licht"], Role.TeamLead);
        await town.Make(new PlannedStaff("kim", "Kim de Wit", [Role.Handler], ["groen"]), new PlannedStaff("noor", "Noor Mulder", [Role.Handler], ["licht"]));
        var kim = await Find(town, "kim");

        await lead.Open("/beheer/teams/licht");
        await lead.Send(("colleague", kim.Id.Value.ToString()));
        Assert.Contains("Kim de Wit", lead.Text("#people"), StringComparison.Ordinal);
        Assert.Equal(2, (await Find(town, "kim")).Teams.Count);

        await lead.Open("/beheer/mensen/kim");
        await lead.Send(("PresenceForm.Presence", "Away"));
        await lead.Send(("DeputyForm.Deputy", (await Find(town, "noor")).Id.Value.ToString()));
        kim = await Find(town, "kim");
        Assert.Equal((Presence.Away, (await Find(town, "noor")).Id), (kim.Presence, kim.Deputy));

        await lead.Open("/beheer/teams/licht");
        await lead.Press("Haal weg Kim de Wit");
        Assert.Single((await Find(town, "kim")).Teams);
        await lead.Press("Haal weg lotte");
        Assert.Equal("/beheer/teams", lead.Address);
    }

    [Theory, BothDatabases]
    public async Task A_lead_neither_sees_nor_fills_another_team_and_sets_nothing_up(Database database)
    {
        await using var town = await Town.On(database);
        using var lead = await town.SignIn("lotte", ["licht"], Role.TeamLead);
        using var green = await town.SignIn("gijs", ["groen"], Role.TeamLead);
        await lead.Open("/beheer/teams");
        Assert.DoesNotContain("groen", lead.Text("#teams"), StringComparison.Ordinal);
        await lead.Open("/beheer/teams/groen");
        Assert.Equal(HttpStatusCode.NotFound, lead.Status);

        await green.Open("/beheer/teams/groen");
        Assert.Empty(green.Page.QuerySelectorAll("[name='Form.Name']"));
        var team = await town.Use<TeamDirectory, TeamCard?>(teams => teams.Find("groen", Cancel));
        var lotte = await town.Use<Actors, Actor?>(async actors => await actors.Of((await Find(town, "lotte")).Id, Cancel));
        var asked = await town.Use<SetMember, Result<Done>>(set => set.Handle(new(RequestKey.None, team!.Id, lotte!.Staff!.Value, true, lotte), Cancel));
        Assert.Equal(OrganisationFailures.Forbidden, asked.Failure);
    }

    [Theory, BothDatabases]
    public async Task Who_has_duty_is_called_in_the_order_of_the_page_until_the_duty_is_taken_away(Database database)
    {
        await using var town = await Town.On(database, Start.Empty);
        town.SetTo(hour: 10);
        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        await town.Make(new PlannedStaff("kim", "Kim de Wit", [Role.Handler]), new PlannedStaff("noor", "Noor Mulder", [Role.Handler]));
        var (kim, noor) = ((await Find(town, "kim")).Id, (await Find(town, "noor")).Id);
        var today = town.Tenant.Clock.Now().InZone(MunicipalCalendar.Amsterdam).Date;

        await administrator.Open("/beheer/piket");
        Assert.Contains("Niemand heeft dienst", administrator.Text("main"), StringComparison.Ordinal);
        await administrator.Send(("Form.From.Day", "31"), ("Form.From.Month", "2"), ("Form.From.Year", "2026"), ("Form.People[0]", noor.Value.ToString()));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "31"), (administrator.Status, administrator.Value("Form.From.Day")));
        await administrator.Send([.. Day("From", today), ("Form.FromTime", "9:00"), .. Day("Until", today.PlusDays(1)), ("Form.UntilTime", "8.30"),
            ("Form.People[0]", noor.Value.ToString()), ("Form.People[1]", kim.Value.ToString())]);

        Assert.Contains("1. Noor Mulder, 2. Kim de Wit", administrator.Text("#duties"), StringComparison.Ordinal);
        Assert.Equal([noor, kim], await OnDuty(town));

        await administrator.Follow(administrator.Pressed("Remove"));
        Assert.Empty(await OnDuty(town));
    }

    [Theory, BothDatabases]
    public async Task A_kind_of_case_that_becomes_sensitive_is_nobodys_but_its_groups_from_then_on(Database database)
    {
        await using var town = await Town.On(database);
        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        var agent = await town.Somebody(Role.Agent);

        await administrator.Open("/beheer/zaaktypen/report");
        await administrator.Send(("Form.Confidentiality", "Sensitive"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, administrator.Status);
        await administrator.Send(("Form.Confidentiality", "Sensitive"), ("Form.SensitiveGroup", "youth"));
        await administrator.Press("Neem in gebruik");
        Assert.Contains("Dit is nu in gebruik", administrator.Text("main"), StringComparison.Ordinal);
        var made = await town.Receives(agent, Lamp, new MatterEnding.NewCase());

        var seen = await town.Use<OpenCase, Result<CaseView>>(open => open.Handle(made.Reference, agent, "test", Cancel));
        Assert.Equal(FailureKind.NotFound, seen.Failure?.Kind);
    }

    [Theory, BothDatabases]
    public async Task A_kind_of_case_and_a_subject_that_were_made_here_are_what_a_contact_becomes_and_how_it_ends(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        await administrator.Open("/beheer/zaaktypen/nieuw");
        await administrator.Send(("Form.NameNl", "Straatfeest"), ("Form.NameEn", "Street party"), ("Form.Key", "street-party"), ("Form.Confidentiality", "Low"), ("Form.NormAmount", "3"),
            ("Form.NormKind", "WorkingDays"), ("Form.ReopenDays", "4"), ("Form.Results[0].Nl", "Het feest kan doorgaan"), ("Form.Results[0].En", "The party can go on"),
            ("Form.Results[0].Years", "2"), ("Form.Results[0].Solved", "true"));
        Assert.Empty(administrator.Errors);
        await administrator.Press("Neem in gebruik");
        Assert.Empty(administrator.Errors);
        await administrator.Open("/beheer/onderwerpen/nieuw");
        await administrator.Send(("Form.NameNl", "Feest in de straat"), ("Form.NameEn", "Party in the street"), ("Form.Key", "party"), ("Form.MeaningNl", "U wilt de straat afzetten."),
            ("Form.MeaningEn", "You want to close the street."), ("Form.Group", "activities"), ("Form.CaseType", "street-party"), ("Form.RepeatRadius", "50"), ("Form.Active", "true"));
        Assert.Empty(administrator.Errors);

        using var lead = await town.SignIn(Role.TeamLead);
        await lead.Open("/intake");
        await lead.Send(("Form.Subject", "Feest op 4 april"), ("Form.Category", "party"), ("ending", "new"));
        var reference = lead.Text(".loket-confirmation .loket-reference");
        var standing = await town.Sees(Actor.System, reference);
        Assert.Equal(("street-party", new LocalDate(2026, 3, 6)), (standing.Type, standing.DeadlineAt!.Value.InZone(MunicipalCalendar.Amsterdam).Date));

        // A repeat opens it again within the four days that were set, and not after.
        await Ends();
        await town.At(new LocalDateTime(2026, 3, 6, 10, 0));
        Assert.True((await Repeats()).Value.Matters[0].Reopened);
        await Ends();
        await town.At(new LocalDateTime(2026, 3, 11, 10, 0));
        Assert.Equal(CaseFailures.ClosedTooLongAgo, (await Repeats()).Failure);

        async Task Ends()
        {
            await lead.Open("/zaken/" + reference);
            var result = lead.Page.QuerySelectorAll("[name='Close.Result'] option").Single(option => option.TextContent.Contains("Het feest kan doorgaan", StringComparison.Ordinal));
            await lead.Send(("Close.Result", result.GetAttribute("value")!), ("Close.Solved", "yes"), ("Close.Explanation", "Wij zetten de straat af."));
            Assert.Contains("Het feest kan doorgaan", lead.Text("main"), StringComparison.Ordinal);
        }

        Task<Result<ContactReceipt>> Repeats() => town.Use<RegisterContact, Result<ContactReceipt>>(register => register.Handle(
            new RegisterContact.Request(RequestKey.None, new NewContact(Channel.Phone, null, new CustomerDetails(), null, [new NewMatter("feest op 4 april", Category: "party")]),
                [new MatterEnding.Join(standing.Id)], Actor.System), Cancel));
    }

    [Theory, BothDatabases]
    public async Task A_program_gets_a_secret_once_and_loses_its_access_at_once(Database database)
    {
        await using var town = await Town.On(database);
        using var administrator = await town.SignIn(Role.SystemAdministrator);
        await administrator.Open("/beheer/programmas");
        await administrator.Send(("Form.Name", "Website"), ("Form.Key", "website"), ("Form.Rights", "RegisterContacts"));
        var secret = administrator.Text("#client-secret");
        Assert.Equal(HttpStatusCode.OK, await Token(town, secret));

        await administrator.Open("/beheer/programmas");
        Assert.DoesNotContain(secret, administrator.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await administrator.Follow(administrator.Pressed("Close"));
        Assert.NotEqual(HttpStatusCode.OK, await Token(town, secret));
    }

    private static async Task<Instant> Deadline(Town town, Actor agent) =>
        (await town.Sees(agent, (await town.Receives(agent, Lamp, new MatterEnding.NewCase())).Reference)).DeadlineAt!.Value;

    private static async Task<IEnumerable<StaffId>> OnDuty(Town town) =>
        (await town.Use<OnCall, IReadOnlyList<StaffCard>>(duty => duty.At(town.Tenant.Clock.Now(), Cancel))).Select(person => person.Id);

    private static IEnumerable<(string, string)> Day(string field, LocalDate day) =>
        [($"Form.{field}.Day", $"{day.Day}"), ($"Form.{field}.Month", $"{day.Month}"), ($"Form.{field}.Year", $"{day.Year}")];

    private static async Task<StaffCard> Find(Town town, string name) => (await town.Use<StaffDirectory, StaffCard?>(staff => staff.Find(name, Cancel)))!;

    private static async Task<HttpStatusCode> Token(Town town, string secret)
    {
        using var client = town.Client();
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", "website"), new("client_secret", secret)]);
        using var answer = await client.PostAsync(new Uri("/api/v1/token", UriKind.Relative), form, Cancel);
        return answer.StatusCode;
    }
}
