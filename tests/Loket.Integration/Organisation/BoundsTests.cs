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
        using var colleague = await town.SignIn("cora", [], Role.Handler);
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
    public async Task What_belongs_with_a_case_and_what_was_written_about_one_stays_within_bounds_too(Database database)
    {
        await using var town = await Town.On(database);
        var (near, far, part) = (await Reported(town, Near, "nieuwemeer"), await Reported(town, Far, "hoofddorp"), await Reported(town, "Rat in de kelder", "hoofddorp", new CustomerDetails("Wederik de Vries")));
        using var handler = await town.SignIn("harm", [], Role.Handler);
        using var administrator = await town.SignIn("beheer", [], Role.FunctionalAdministrator);
        await Do(town, (WriteNote note) => note.Handle(Change(part), "De kelder staat blank.", Cancel));
        await Do(town, (LinkCases link) => link.Handle(Change(near), far.CaseReference, LinkedAs.Related, Cancel));
        await Do(town, (MergeCase merge) => merge.Handle(Change(part), near.CaseReference, Cancel));
        await handler.Open("/zaken/" + far.CaseReference);
        await handler.Follow(handler.Sent("Draft", ("Note.Text", "Morgen langs.")));
        await handler.Open("/zaken/" + near.CaseReference);
        Assert.Equal((true, true, true), (Says(handler, far.CaseReference!), Says(handler, "De kelder staat blank."), handler.Text(".loket-people").Contains("Wederik", StringComparison.Ordinal)));
        Assert.NotNull(handler.Page.QuerySelector("form[action*='handler=Part']"));

        await administrator.Open("/beheer/grenzen");
        await administrator.Send(("Form.Owner", Owner(administrator, "harm")), ("Form.Areas", "nieuwemeer"));

        await handler.Open("/zaken/" + near.CaseReference);
        Assert.Equal(HttpStatusCode.OK, handler.Status);
        Assert.Contains("Een andere zaak gaat verder als deel van zaak " + near.CaseReference, handler.Text(".loket-timeline"), StringComparison.Ordinal);
        Assert.False(Says(handler, part.CaseReference!));
        Assert.Equal((false, false, false), (Says(handler, far.CaseReference!), Says(handler, "De kelder staat blank."), handler.Text(".loket-people").Contains("Wederik", StringComparison.Ordinal)));
        Assert.Null(handler.Page.QuerySelector("form[action*='handler=Part']"));
        await handler.Open("/concepten");
        Assert.True(Says(handler, "U hebt geen concepten"));
        await handler.Open("/me");
        Assert.True(Says(handler, "U hebt geen concepten"));
    }

    private static CaseChange Change(MatterReceipt receipt) => new(RequestKey.None, receipt.Case!.Value, Actor.System);

    private static async Task Do<TService>(Town town, Func<TService, Task<Result<ChangedCase>>> act) where TService : notnull
    {
        var done = await town.Use(act);
        Assert.True(done.Succeeded, done.Failure?.Code);
    }

    private static async Task<MatterReceipt> Reported(Town town, string subject, string area, CustomerDetails? who = null) => await town.Receives(
        await town.Somebody(Role.Agent), new NewMatter(subject, Category: "vermin", Place: new Place { Area = area }), new MatterEnding.NewCase(), who);

    private static string Owner(Visitor administrator, string name) =>
        administrator.Page.QuerySelectorAll("[name='Form.Owner'] option").Single(option => option.TextContent.Trim() == name).GetAttribute("value")!;

    private static bool Says(Visitor visitor, string text) => visitor.Text("main").Contains(text, StringComparison.Ordinal);
}
