using System.Net;
using AngleSharp.Dom;
using Loket.Cases.Handling;
using Loket.Cases.Together;
using Loket.Contacts;
using Loket.Integration.Cases;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Storage.Journal;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Loket.Integration.Organisation;

/// <summary>Teams and colleagues who are bounded to areas and kinds of case (decision 0040).</summary>
public sealed class BoundsTests
{
    private const string Near = "Rat bij het water";
    private const string Far = "Rat op het plein";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_team_that_is_bounded_sees_an_area_with_all_that_it_holds_and_all_again_afterwards(Database database)
    {
        await using var town = await Town.On(database);
        var (near, far) = (await Reported(town, Near, "nieuwemeer"), await Reported(town, Far, "hoofddorp"));
        using var handler = await town.SignIn("harm", ["wijkploeg"], Role.Handler);
        using var colleague = await town.SignIn("cora", ["overzicht"], Role.Handler);
        using var administrator = await town.SignIn("beheer", [], Role.FunctionalAdministrator);
        await using var db = town.Open();
        var top = (await new AreaTree().AndAbove(db, "nieuwemeer", Cancel))[^1];

        await administrator.Open("/beheer/grenzen");
        await administrator.Send(("Form.Owner", Owner(administrator, "Team wijkploeg")), ("Form.Areas", top));
        Assert.Contains("Team wijkploeg", administrator.Text("#bounds tbody"), StringComparison.Ordinal);

        await handler.Open("/werk/alles");
        Assert.Equal((true, false), (Says(handler, Near), Says(handler, Far)));
        await handler.Open("/zaken/" + near.CaseReference);
        Assert.Equal(HttpStatusCode.OK, handler.Status);
        await handler.Open("/zaken/" + far.CaseReference);
        Assert.Equal(HttpStatusCode.NotFound, handler.Status);
        await colleague.Open("/werk/alles");
        Assert.Equal((true, true), (Says(colleague, Near), Says(colleague, Far)));

        await administrator.Send(("owner", administrator.Value("owner")));
        Assert.Null(administrator.Page.QuerySelector("#bounds"));
        await handler.Open("/zaken/" + far.CaseReference);
        Assert.Equal(HttpStatusCode.OK, handler.Status);
    }

    [Theory, BothDatabases]
    public async Task Who_leaves_a_team_that_is_bounded_sees_nothing_instead_of_all(Database database)
    {
        await using var town = await Town.On(database);
        await Reported(town, Near, "nieuwemeer");
        await Reported(town, Far, "hoofddorp");
        using var lead = await town.SignIn("lea", ["wijkploeg"], Role.TeamLead);
        using var administrator = await town.SignIn("beheer", [], Role.FunctionalAdministrator);
        await administrator.Open("/beheer/grenzen");
        await administrator.Send(("Form.Owner", Owner(administrator, "Team wijkploeg")), ("Form.Areas", "nieuwemeer"));
        var lea = (await town.Use<StaffDirectory, StaffCard?>(staff => staff.Find("lea", Cancel)))!;
        await lead.Open("/werk/alles");
        Assert.Equal((true, false), (Says(lead, Near), Says(lead, Far)));

        await lead.Open("/beheer/teams/wijkploeg");
        await lead.Send(("member", lea.Id.Value.ToString()));
        await lead.Open("/werk/alles");
        Assert.Equal((false, false), (Says(lead, Near), Says(lead, Far)));

        await administrator.Send(("owner", administrator.Value("owner")));
        await lead.Open("/werk/alles");
        Assert.Equal((true, true), (Says(lead, Near), Says(lead, Far)));
    }

    // An import only adds to the list of areas; a row may go by hand.
    [Theory, BothDatabases]
    public async Task A_bound_whose_area_is_gone_stays_closed_and_who_sets_bounds_reads_it(Database database)
    {
        await using var town = await Town.On(database);
        await Reported(town, Near, "nieuwemeer");
        await Reported(town, Far, "hoofddorp");
        using var handler = await town.SignIn("harm", ["wijkploeg"], Role.Handler);
        using var administrator = await town.SignIn("beheer", [], Role.FunctionalAdministrator);
        await administrator.Open("/beheer/grenzen");
        await administrator.Send(("Form.Owner", Owner(administrator, "Team wijkploeg")), ("Form.Areas", "nieuwemeer"));

        await using (var db = town.Open()) await db.Database.ExecuteSqlRawAsync(
            "UPDATE addresses SET area = NULL WHERE area = 'nieuwemeer'; UPDATE streets SET area = NULL WHERE area = 'nieuwemeer'; UPDATE assets SET area = NULL WHERE area = 'nieuwemeer'; DELETE FROM areas WHERE \"key\" = 'nieuwemeer'", Cancel);
        var imported = await town.Use<SetUpPlaces, Result<Done>>(places => places.Handle(
            new SetUpPlaces.Request([new AreaCard("nieuwe-wijk", "Nieuwe Wijk", AreaKind.Village)], [], [], Who.System), Cancel));
        Assert.True(imported.Succeeded, imported.Failure?.Code);

        await handler.Open("/werk/alles");
        Assert.Equal((true, false), (Says(handler, Near), Says(handler, Far)));
        await administrator.Open("/beheer/grenzen");
        Assert.Contains("Een gebied staat niet meer in de lijst", administrator.Text("main .loket-alert"), StringComparison.Ordinal);
        Assert.Contains("nieuwemeer (niet meer in de lijst)", administrator.Text("#bounds tbody"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_bound_of_ones_own_holds_for_people_and_searches_too_and_the_journal_tells_who_set_it(Database database)
    {
        await using var town = await Town.On(database);
        await Reported(town, Near, "nieuwemeer", new CustomerDetails("Pimpernel de Vries", "+31611110001"));
        await Reported(town, Far, "hoofddorp", new CustomerDetails("Wederik de Vries", "+31611110002"));
        using var agent = await town.SignIn("ans", [], Role.Agent);
        using var administrator = await town.SignIn("beheer", [], Role.FunctionalAdministrator);
        await administrator.Open("/beheer/grenzen");
        await administrator.Send(("Form.Owner", Owner(administrator, "ans")), ("Form.Areas", "nieuwemeer"));

        await agent.Open("/zoeken");
        await agent.Send(("Form.Sought", "06 11110001"));
        Assert.True(Says(agent, "Pimpernel"));
        await agent.Open("/zoeken");
        await agent.Send(("Form.Sought", "06 11110002"));
        Assert.False(Says(agent, "Wederik"));

        var ans = (await town.Use<StaffDirectory, StaffCard?>(staff => staff.Find("ans", Cancel)))!;
        var timeline = await town.Use<JournalReader, IReadOnlyList<TimelineLine>>(reader => reader.Timeline(ans.Id.Value, Audience.Audit, 50, null, Cancel));
        Assert.Single(timeline, line => line.Kind == "organisation.bound-set");
    }

    [Theory, BothDatabases]
    public async Task Nothing_chosen_bounds_nobody_and_what_is_not_there_can_not_be_chosen(Database database)
    {
        await using var town = await Town.On(database);
        using var administrator = await town.SignIn("beheer", ["wijkploeg"], Role.FunctionalAdministrator);
        await administrator.Open("/beheer/grenzen");
        var team = Owner(administrator, "Team wijkploeg");

        await administrator.Send(("Form.Owner", team));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, administrator.Status);
        await administrator.Send(("Form.Owner", team), ("Form.Areas", "atlantis"));
        Assert.Contains("bestaat niet", Assert.Single(administrator.Errors), StringComparison.Ordinal);
        await administrator.Send(("Form.Owner", team), ("Form.Types", "kwartet"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, administrator.Status);
    }

    [Theory, BothDatabases]
    public async Task Of_two_who_set_a_bound_the_second_sees_that_of_the_first_and_does_it_once_more_or_not(Database database)
    {
        await using var town = await Town.On(database);
        using var first = await town.SignIn("beheer", ["wijkploeg"], Role.FunctionalAdministrator);
        using var second = await town.SignIn("beheer2", [], Role.FunctionalAdministrator);
        await first.Open("/beheer/grenzen");
        await second.Open("/beheer/grenzen");
        var team = Owner(first, "Team wijkploeg");
        await first.Send(("Form.Owner", team), ("Form.Areas", "nieuwemeer"));

        await second.Send(("Form.Owner", team), ("Form.Areas", "hoofddorp"));
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Contains("andere begrenzing", Assert.Single(second.Errors), StringComparison.Ordinal);
        Assert.Contains("Nieuwemeer", second.Text("#bounds tbody"), StringComparison.Ordinal);
        await second.Send(("Form.Owner", team));
        Assert.Contains("Hoofddorp", second.Text("#bounds tbody"), StringComparison.Ordinal);

        await first.Send(("owner", team));
        Assert.Equal(HttpStatusCode.Conflict, first.Status);
        await first.Open(first.Page.QuerySelector("#bounds a")!.GetAttribute("href")!);
        Assert.Equal((team, "hoofddorp"), (first.Value("Form.Owner"), first.Page.QuerySelector("[name='Form.Areas'][checked]")!.GetAttribute("value")));
        await first.Send(("Form.Areas", "nieuwemeer"));
        Assert.Contains("Nieuwemeer", first.Text("#bounds tbody"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_belongs_with_a_case_and_what_was_written_about_one_stays_within_bounds_too(Database database)
    {
        await using var town = await Town.On(database);
        var (near, far, part) = (await Reported(town, Near, "nieuwemeer"), await Reported(town, Far, "hoofddorp"), await Reported(town, "Rat in de kelder", "hoofddorp", new CustomerDetails("Wederik de Vries", "+31611110002")));
        using var handler = await town.SignIn("harm", [], Role.Handler);
        using var administrator = await town.SignIn("beheer", [], Role.FunctionalAdministrator);
        await Do(town, (WriteNote note) => note.Handle(Change(part), "De kelder staat blank.", Cancel));
        await Do(town, (LinkCases link) => link.Handle(Change(near), far.CaseReference, LinkedAs.Related, Cancel));
        await Do(town, (MergeCase merge) => merge.Handle(Change(part), near.CaseReference, Cancel));
        await Do(town, (AnswerCase answer) => answer.Handle(Change(near), "Morgen komen wij langs.", null, Cancel));
        await handler.Open("/zaken/" + far.CaseReference);
        await handler.Follow(handler.Sent("Draft", ("Note.Text", "Morgen langs.")));
        await handler.Open("/zaken/" + near.CaseReference);
        Assert.Equal((true, true, true), (Says(handler, far.CaseReference!), Says(handler, "De kelder staat blank."), handler.Text(".loket-people").Contains("Wederik", StringComparison.Ordinal)));
        Assert.NotNull(handler.Page.QuerySelector("form[action*='handler=Part']"));
        Assert.Contains("Wederik", handler.Text("#message-list"), StringComparison.Ordinal);

        await administrator.Open("/beheer/grenzen");
        await administrator.Send(("Form.Owner", Owner(administrator, "harm")), ("Form.Areas", "nieuwemeer"));

        await handler.Open("/zaken/" + near.CaseReference);
        Assert.Equal(HttpStatusCode.OK, handler.Status);
        Assert.Contains("Een andere zaak gaat verder als deel van zaak " + near.CaseReference, handler.Text(".loket-timeline"), StringComparison.Ordinal);
        Assert.False(Says(handler, part.CaseReference!));
        Assert.Equal((false, false, false), (Says(handler, far.CaseReference!), Says(handler, "De kelder staat blank."), handler.Text(".loket-people").Contains("Wederik", StringComparison.Ordinal)));
        Assert.Null(handler.Page.QuerySelector("form[action*='handler=Part']"));
        Assert.DoesNotContain("Wederik", handler.Text("#message-list"), StringComparison.Ordinal);
        await handler.Open("/concepten");
        Assert.True(Says(handler, "U hebt geen concepten"));
        await handler.Open("/me");
        Assert.True(Says(handler, "U hebt geen concepten"));
    }

    [Theory, BothDatabases]
    public async Task Who_takes_a_contact_about_what_lies_outside_their_bounds_is_not_told_the_number_of_the_case(Database database)
    {
        await using var town = await Town.On(database);
        await town.Colleague("ans", Role.Agent);
        await town.Bound("ans", "nieuwemeer");
        var ans = await town.ActorOf("ans");

        Assert.NotNull((await town.Receives(ans, Matter(Near, "nieuwemeer"), new MatterEnding.NewCase())).CaseReference);
        Assert.Null((await town.Receives(ans, Matter(Far, "hoofddorp"), new MatterEnding.NewCase())).CaseReference);
    }

    [Theory, BothDatabases]
    public async Task Who_joined_a_case_without_saying_where_is_seen_with_it(Database database)
    {
        await using var town = await Town.On(database);
        var near = await Reported(town, Near, "nieuwemeer");
        await town.Receives(await town.Somebody(Role.Agent), new NewMatter("Weer die rat"), new MatterEnding.Join(near.Case!.Value), new CustomerDetails("Wederik de Vries", "+31611110002"));
        using var handler = await town.SignIn("harm", [], Role.Handler);
        using var administrator = await town.SignIn("beheer", [], Role.FunctionalAdministrator);
        await administrator.Open("/beheer/grenzen");
        await administrator.Send(("Form.Owner", Owner(administrator, "harm")), ("Form.Areas", "nieuwemeer"));

        await handler.Open("/zaken/" + near.CaseReference);

        Assert.Contains("Wederik", handler.Text(".loket-people"), StringComparison.Ordinal);
    }

    // That it is there: a plan for so few cases says nothing.
    [Theory, BothDatabases]
    public async Task The_lists_of_who_is_bounded_by_area_are_read_from_an_index(Database database)
    {
        await using var town = await Town.On(database);
        await using var db = town.Open();

        Assert.Equal(1, await db.Database.SqlQueryRaw<int>(database == Database.Sqlite
            ? "SELECT CAST(COUNT(*) AS integer) AS \"Value\" FROM sqlite_master WHERE type = 'index' AND name = 'ix_cases_area_list'"
            : "SELECT CAST(COUNT(*) AS integer) AS \"Value\" FROM pg_indexes WHERE schemaname = current_schema() AND indexname = 'ix_cases_area_list'").SingleAsync(Cancel));
    }

    [Theory, BothDatabases]
    public async Task A_bound_of_kind_holds_for_what_was_answered_at_once_too(Database database)
    {
        await using var town = await Town.On(database);
        var kind = (await town.Sees(Actor.System, (await Reported(town, Near, "nieuwemeer")).Reference)).Type;
        foreach (var (name, phone, category) in ((string, string, string)[])[("Pimpernel de Vries", "+31611110001", "vermin"), ("Wederik de Vries", "+31611110002", "noise")])
            await town.Receives(await town.Somebody(Role.Agent), new NewMatter("Een vraag", Category: category), new MatterEnding.Answered("Dat kan."), new CustomerDetails(name, phone));
        using var agent = await town.SignIn("ans", [], Role.Agent);
        Assert.Equal((true, true), (await Finds("06 11110001", "Pimpernel"), await Finds("06 11110002", "Wederik")));

        using var administrator = await town.SignIn("beheer", [], Role.FunctionalAdministrator);
        await administrator.Open("/beheer/grenzen");
        await administrator.Send(("Form.Owner", Owner(administrator, "ans")), ("Form.Types", kind));

        Assert.Equal((true, false), (await Finds("06 11110001", "Pimpernel"), await Finds("06 11110002", "Wederik")));

        async Task<bool> Finds(string number, string name)
        {
            await agent.Open("/zoeken");
            await agent.Send(("Form.Sought", number));
            return Says(agent, name);
        }
    }

    [Theory, BothDatabases]
    public async Task A_call_about_two_things_of_which_one_lies_outside_bounds_shows_nothing_of_what_was_told_about_it(Database database)
    {
        await using var town = await Town.On(database);
        var who = new CustomerDetails("Pimpernel de Vries", "+31611110001");
        var agent = await town.Somebody(Role.Agent);
        var called = await Called(null, Matter(Near, "nieuwemeer"), Matter(Far, "hoofddorp"));
        var again = await Called(called.Customer, Matter("Rat in de schuur", "nieuwemeer"));
        foreach (var (one, text) in ((MatterReceipt, string)[])[(called.Matters[0], "Bij het water is het schoon."), (called.Matters[1], "Op het plein is het schoon."), (again.Matters[0], "In de schuur is het schoon.")])
            await Do(town, (AnswerCase answer) => answer.Handle(Change(one), text, null, Cancel));
        using var handler = await town.SignIn("harm", [], Role.Handler);
        var page = "/klanten/" + called.Customer!.Value.Value;
        await handler.Open(page);
        Assert.Equal((true, true), (handler.Text("#messages").Contains("Op het plein", StringComparison.Ordinal), handler.Text("#messages").Contains("In de schuur", StringComparison.Ordinal)));

        using var administrator = await town.SignIn("beheer", [], Role.FunctionalAdministrator);
        await administrator.Open("/beheer/grenzen");
        await administrator.Send(("Form.Owner", Owner(administrator, "harm")), ("Form.Areas", "nieuwemeer"));

        await handler.Open(page);
        Assert.Equal((true, true), (Says(handler, Near), handler.Text("#messages").Contains("In de schuur", StringComparison.Ordinal)));
        Assert.Equal((false, false, false), (Says(handler, "Op het plein"), Says(handler, Far), Says(handler, called.Matters[1].CaseReference!)));

        async Task<ContactReceipt> Called(CustomerId? customer, params IReadOnlyList<NewMatter> matters)
        {
            var taken = await town.Use<RegisterContact, Result<ContactReceipt>>(register => register.Handle(
                new RegisterContact.Request(RequestKey.None, new NewContact(Channel.Phone, customer, who, null, matters), [.. matters.Select(_ => new MatterEnding.NewCase())], agent), Cancel));
            Assert.True(taken.Succeeded, taken.Failure?.Code);
            return taken.Value;
        }
    }

    private static NewMatter Matter(string subject, string area) => new(subject, Category: "vermin", Place: new Place { Area = area });

    private static CaseChange Change(MatterReceipt receipt) => new(RequestKey.None, receipt.Case!.Value, Actor.System);

    private static async Task Do<TService>(Town town, Func<TService, Task<Result<ChangedCase>>> act) where TService : notnull
    {
        var done = await town.Use(act);
        Assert.True(done.Succeeded, done.Failure?.Code);
    }

    private static async Task<MatterReceipt> Reported(Town town, string subject, string area, CustomerDetails? who = null) => await town.Receives(
        await town.Somebody(Role.Agent), Matter(subject, area), new MatterEnding.NewCase(), who);

    private static string Owner(Visitor administrator, string name) =>
        administrator.Page.QuerySelectorAll("[name='Form.Owner'] option").Single(option => option.TextContent.Trim() == name).GetAttribute("value")!;

    private static bool Says(Visitor visitor, string text) => visitor.Text("main").Contains(text, StringComparison.Ordinal);
}
