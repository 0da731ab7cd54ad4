using System.Net;
using System.Text.Json;
using Loket.Cases.Handling;
using Loket.Cases.Reading;
using Loket.Cases.Together;
using Loket.Contacts;
using Loket.Integration.Cases;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Organisation.Drafts;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace Loket.Integration.Staff;

/// <summary>What is written and not sent stays, for its writer alone: until it is sent or thrown away, else for thirty days (row B3).</summary>
public sealed class DraftTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Without_script_a_note_is_kept_by_a_button_and_is_gone_once_it_is_sent(Database database)
    {
        await using var town = await Town.On(database);
        var receipt = await Bridge(town);
        using var handler = await town.SignIn(Role.Handler);
        await handler.Open("/zaken/" + receipt.CaseReference);

        await handler.Follow(handler.Sent("Draft", ("Note.Text", "Scharnier is droog.")));

        Assert.Equal((HttpStatusCode.OK, "Scharnier is droog."), (handler.Status, handler.Value("Note.Text")));
        Assert.Contains("Dit is uw concept van", handler.Text("details[open] .loket-draft"), StringComparison.Ordinal);
        Assert.DoesNotContain("Scharnier is droog.", handler.Text(".loket-timeline"), StringComparison.Ordinal);
        await handler.Open("/concepten");
        Assert.Contains("Notitie bij zaak " + receipt.CaseReference, handler.Text("#drafts"), StringComparison.Ordinal);
        await handler.Open(handler.Page.QuerySelector("#drafts a")!.GetAttribute("href")!);
        await handler.Send(("Note.Text", "Scharnier is droog."));
        Assert.Contains("Scharnier is droog.", handler.Text(".loket-timeline"), StringComparison.Ordinal);
        Assert.Equal("", handler.Value("Note.Text"));
        Assert.Equal(0, await Count(town));
    }

    [Theory, BothDatabases]
    public async Task A_submit_that_is_refused_leaves_what_was_typed_to_who_comes_back_and_to_nobody_else(Database database)
    {
        await using var town = await Town.On(database);
        var receipt = await Bridge(town);
        using var handler = await town.SignIn(Role.Handler);
        using var other = await town.SignIn(Role.Handler);
        await handler.Open("/zaken/" + receipt.CaseReference);

        await handler.Send(("Close.Result", "solved"), ("Close.Explanation", "De brug is gesmeerd."));
        Assert.NotEmpty(handler.Errors);

        await handler.Open("/zaken/" + receipt.Reference);
        Assert.Equal(("solved", "De brug is gesmeerd."), (handler.Value("Close.Result"), handler.Value("Close.Explanation")));
        Assert.Empty(handler.Errors);
        await other.Open("/zaken/" + receipt.Reference);
        Assert.Equal(("", ""), (other.Value("Close.Result"), other.Value("Close.Explanation")));
        await other.Open("/concepten");
        Assert.Contains("U hebt geen concepten", other.Text("main"), StringComparison.Ordinal);

        await handler.Follow(handler.Sent("Discard", ("Close.Explanation", "De brug is gesmeerd.")));
        Assert.Equal("", handler.Value("Close.Explanation"));
        Assert.Equal(0, await Count(town));
    }

    [Theory, BothDatabases]
    public async Task An_answer_is_kept_at_each_look_at_it_with_the_part_for_one_alone(Database database)
    {
        await using var town = await Town.On(database);
        var receipt = await Bridge(town);
        using var handler = await town.SignIn(Role.Handler);
        var own = $"Form.Own[{receipt.Reference}]";
        await handler.Open("/zaken/" + receipt.CaseReference + "/antwoord");

        await handler.Send(("Form.Text", "Wij smeren de brug morgen."), (own, "U hoort hem niet meer."));
        await handler.Open("/zaken/" + receipt.CaseReference + "/antwoord");

        Assert.Equal(("Wij smeren de brug morgen.", "U hoort hem niet meer."), (handler.Value("Form.Text"), handler.Value(own)));
        await handler.Send(("Form.Text", "Wij smeren de brug morgen."));
        await handler.Send(("Form.Text", "Wij smeren de brug morgen."));
        Assert.Contains("Uw antwoord is verstuurd", handler.Text("main"), StringComparison.Ordinal);
        Assert.Equal(0, await Count(town));
    }

    [Theory, BothDatabases]
    public async Task While_typing_it_is_kept_and_an_older_window_hears_that_a_newer_draft_stands(Database database)
    {
        await using var town = await Town.On(database);
        var receipt = await Bridge(town);
        await town.Make(new PlannedStaff("kees", "kees", [Role.Handler], [], Account: new PlannedAccount(TownSignIn.Password, TownSignIn.CodeKey)));
        var cookies = new CookieContainer();
        using var old = new Visitor(town.Client(cookies: cookies));
        using var young = new Visitor(town.Client(cookies: cookies));
        await old.SignIn("kees");
        await old.Open("/zaken/" + receipt.CaseReference);
        await young.Open("/zaken/" + receipt.CaseReference);

        var first = await Keep(young, "Scharnier");
        var second = await Keep(young, "Scharnier is droog.");
        var late = await Keep(old, "Iets anders");

        Assert.StartsWith("Bewaard om ", first.Said, StringComparison.Ordinal);
        Assert.True(second.IsKept);
        Assert.Equal((false, true), (late.IsKept, late.Said.Contains("nieuwer concept", StringComparison.Ordinal)));
        await young.Open("/zaken/" + receipt.CaseReference);
        Assert.Equal("Scharnier is droog.", young.Value("Note.Text"));

        // Whoever presses the button means it.
        await old.Follow(old.Sent("Draft", ("Note.Text", "Iets anders")));
        Assert.Equal("Iets anders", old.Value("Note.Text"));
        Assert.Equal(1, await Count(town));
    }

    [Theory, BothDatabases]
    public async Task What_was_kept_a_moment_after_it_was_sent_is_no_draft(Database database)
    {
        await using var town = await Town.On(database);
        var receipt = await Bridge(town);
        using var handler = await town.SignIn(Role.Handler);
        await handler.Open("/zaken/" + receipt.CaseReference);
        var late = handler.Filled(("Note.Text", "Scharnier is droog."));

        await handler.Follow(handler.Filled(("Note.Text", "Scharnier is droog.")));
        late.RequestUri = new Uri("/concepten/bewaren", UriKind.Relative);
        using var response = await handler.Client.SendAsync(late, Cancel);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(0, await Count(town));
    }

    [Theory, BothDatabases]
    public async Task A_draft_that_was_sent_and_could_not_be_removed_stands_in_nobodys_way(Database database)
    {
        await using var town = await Town.On(database);
        var receipt = await Bridge(town);
        using var handler = await town.SignIn(Role.Handler);
        await handler.Open("/zaken/" + receipt.CaseReference);
        var sent = handler.Page.QuerySelector("[name='Note.Text']")!.Closest("form")!.QuerySelector("[name='form-key']")!.GetAttribute("value")!;
        await handler.Send(("Note.Text", "Scharnier is droog."));
        Assert.True((await Keep(handler, "Morgen")).IsKept);
        await using (var db = town.Open()) Assert.Equal(1, await db.Database.ExecuteSqlRawAsync("UPDATE drafts SET form_key = {0}", [sent], Cancel));

        await handler.Open("/zaken/" + receipt.CaseReference);
        Assert.Equal("", handler.Value("Note.Text"));
        Assert.True((await Keep(handler, "Morgen langs.")).IsKept);

        await handler.Open("/zaken/" + receipt.CaseReference);
        Assert.Equal("Morgen langs.", handler.Value("Note.Text"));
    }

    [Theory, BothDatabases]
    public async Task Without_proof_that_it_came_from_us_nothing_is_kept(Database database)
    {
        await using var town = await Town.On(database);
        var receipt = await Bridge(town);
        using var handler = await town.SignIn(Role.Handler);
        await handler.Open("/zaken/" + receipt.CaseReference);

        var forged = handler.Filled(("Note.Text", "Scharnier"), ("__RequestVerificationToken", "verzonnen"));
        forged.RequestUri = new Uri("/concepten/bewaren", UriKind.Relative);
        using var refused = await handler.Client.SendAsync(forged, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(0, await Count(town));
    }

    [Theory, BothDatabases]
    public async Task A_draft_on_a_case_that_became_a_secret_is_neither_shown_nor_counted(Database database)
    {
        await using var town = await Town.On(database);
        var receipt = await Bridge(town);
        using var handler = await town.SignIn(Role.Handler);
        await handler.Open("/zaken/" + receipt.CaseReference);
        await handler.Follow(handler.Sent("Draft", ("Note.Text", "Scharnier is droog.")));

        var classified = await town.Use<ClassifyCase, Result<ChangedCase>>(classify => classify.Handle(new CaseChange(RequestKey.None, receipt.Case!.Value, Actor.System), "debt", Cancel));
        Assert.True(classified.Succeeded, classified.Failure?.Code);

        await handler.Open("/concepten");
        Assert.DoesNotContain("Scharnier", handler.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain(receipt.CaseReference!, handler.Text("main"), StringComparison.Ordinal);
        await handler.Open("/me");
        Assert.Contains("U hebt geen concepten.", handler.Text("main"), StringComparison.Ordinal);
        Assert.Equal(1, await Count(town));
    }

    [Theory, BothDatabases]
    public async Task A_new_contact_has_a_draft_of_its_own_so_that_two_callers_are_never_mixed_up(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/intake");
        await agent.Follow(agent.Sent("Draft", ("Form.Subject", "De brug piept"), ("Form.Name", "An Visser")));
        Assert.StartsWith("/intake?concept=", agent.Address, StringComparison.Ordinal);
        Assert.Equal(("De brug piept", "An Visser"), (agent.Value("Form.Subject"), agent.Value("Form.Name")));

        await agent.Open("/intake");
        Assert.Equal(("", ""), (agent.Value("Form.Subject"), agent.Value("Form.Name")));
        Assert.Contains("U hebt nog 1 ander contact niet af", agent.Text("main"), StringComparison.Ordinal);
        await agent.Send(("Form.Subject", "Lamp brandt niet"));
        Assert.NotEmpty(agent.Errors);

        await agent.Open("/concepten");
        Assert.Equal(2, agent.Page.QuerySelectorAll("#drafts li").Length);
        await agent.Open(agent.Page.QuerySelectorAll("#drafts a")[^1].GetAttribute("href")!);
        await agent.Send(("Form.Subject", "De brug piept"), ("ending", "new"));
        Assert.Equal("Een nieuwe zaak is gemaakt", agent.Heading);
        Assert.Equal(1, await Count(town));
    }

    [Theory, BothDatabases]
    public async Task What_was_written_about_a_case_that_goes_on_as_part_of_another_stands_filled_in_there(Database database)
    {
        await using var town = await Town.On(database);
        var (whole, part) = (await Bridge(town), await Bridge(town));
        using var handler = await town.SignIn(Role.Handler);
        await handler.Open("/zaken/" + part.CaseReference);
        await handler.Follow(handler.Sent("Draft", ("Note.Text", "Scharnier is droog.")));
        var merged = await town.Use<MergeCase, Result<ChangedCase>>(merge => merge.Handle(new CaseChange(RequestKey.None, part.Case!.Value, Actor.System), whole.CaseReference, Cancel));
        Assert.True(merged.Succeeded, merged.Failure?.Code);

        await handler.Open("/concepten");
        await handler.Open(handler.Page.QuerySelector("#drafts a")!.GetAttribute("href")!);
        Assert.Equal("Scharnier is droog.", handler.Value("Note.Text"));
        await handler.Send(("Note.Text", "Scharnier is droog."));

        Assert.Contains("Scharnier is droog.", handler.Text(".loket-timeline"), StringComparison.Ordinal);
        Assert.Equal("", handler.Value("Note.Text"));
        Assert.Equal(0, await Count(town));
    }

    [Theory, BothDatabases]
    public async Task However_much_is_in_hand_none_makes_room_for_another(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);
        for (var number = 0; number < 105; number++)
        {
            var kept = await town.Use<KeepDraft, Result<KeptDraft>>(keep => keep.Handle(
                new KeepDraft.Request(
                    new DraftSubject(DraftPlace.Contact, Guid.NewGuid(), "Form"), "/intake", new DraftForm(new RequestKey("form:" + agent.Staff!.Value.Value, Guid.NewGuid().ToString()), null),
                    new Dictionary<string, string[]> { ["Form.Subject"] = [$"Bankje {number} kapot"] }, agent, ByItself: true), Cancel));
            Assert.True(kept.Succeeded, kept.Failure?.Code);
        }

        var lines = await town.Use<OpenDrafts, IReadOnlyList<DraftLine>>(open => open.Handle(agent, Cancel));
        Assert.Equal((105, 1), (lines.Count, lines.Count(line => line.Begin == "Bankje 0 kapot")));
    }

    [Theory, BothDatabases]
    public async Task After_thirty_days_it_is_gone(Database database)
    {
        await using var town = await Town.On(database);
        var receipt = await Bridge(town);
        using var handler = await town.SignIn(Role.Handler);
        await handler.Open("/zaken/" + receipt.CaseReference);
        await handler.Follow(handler.Sent("Draft", ("Note.Text", "Scharnier is droog.")));

        await town.PlanSchedules();
        await town.Pass(Duration.FromDays(29));
        Assert.Equal(1, await Count(town));
        await town.Pass(Duration.FromDays(2));
        Assert.Equal(0, await Count(town));
    }

    private static async Task<MatterReceipt> Bridge(Town town) => await town.Receives(
        await town.Somebody(Role.Agent), new NewMatter("De brug piept vreselijk", Place: new() { Area = "hoofddorp" }), new MatterEnding.NewCase(), new CustomerDetails("Jo Bakker", "+31612345678"));

    private static async Task<Answer> Keep(Visitor visitor, string text)
    {
        var request = visitor.Filled(("Note.Text", text));
        request.RequestUri = new Uri("/concepten/bewaren", UriKind.Relative);
        using var response = await visitor.Client.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonSerializer.Deserialize<Answer>(await response.Content.ReadAsStringAsync(Cancel), JsonSerializerOptions.Web)!;
    }

    private static async Task<int> Count(Town town)
    {
        await using var db = town.Open();
        return await db.Database.SqlQueryRaw<int>("SELECT CAST(COUNT(*) AS INTEGER) AS \"Value\" FROM drafts").SingleAsync(Cancel);
    }

    private sealed record Answer(string Said, Guid? Seen, bool IsKept);
}
