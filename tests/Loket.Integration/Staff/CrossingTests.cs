using System.Net;
using Loket.Cases.Handling;
using Loket.Contacts;
using Loket.Integration.Cases;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Staff;

/// <summary>Two who change one case at the same time see both versions side by side, and neither is lost (row B3).</summary>
public sealed class CrossingTests
{
    [Theory, BothDatabases]
    public async Task Two_questions_at_once_stand_side_by_side_with_what_differs_marked(Database database)
    {
        await using var town = await Town.On(database);
        var receipt = await Bridge(town);
        using var first = await town.SignIn(Role.Handler);
        using var second = await town.SignIn(Role.Handler);
        await first.Open("/zaken/" + receipt.CaseReference);
        await second.Open("/zaken/" + receipt.CaseReference);

        await second.Send(("Ask.Text", "Hoe laat piept de brug?"));
        await first.Send(("Ask.Text", "Hoe hard piept de brug?"));

        Assert.Equal(HttpStatusCode.Conflict, first.Status);
        Assert.Equal(["laat", "hard"], first.Page.QuerySelectorAll(".loket-alert mark").Select(mark => mark.TextContent.Trim()));
        Assert.Contains("Anders dan nu", first.Text(".loket-alert"), StringComparison.Ordinal);
        Assert.Contains("blijft als concept bewaard", first.Text(".loket-alert"), StringComparison.Ordinal);

        await first.Follow(first.Filled(("Ask.Text", "Hoe hard piept de brug?")));
        Assert.Contains("Uw vraag is verstuurd", first.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Hoe laat piept de brug?", first.Text(".loket-timeline"), StringComparison.Ordinal);
        await first.Open("/concepten");
        Assert.Contains("U hebt geen concepten", first.Text("main"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Who_goes_on_with_theirs_finds_their_own_back_as_a_draft(Database database)
    {
        await using var town = await Town.On(database);
        var receipt = await Bridge(town);
        using var first = await town.SignIn(Role.TeamLead);
        using var second = await town.SignIn(Role.TeamLead);
        await first.Open("/zaken/" + receipt.CaseReference);
        await second.Open("/zaken/" + receipt.CaseReference);

        await second.Send(("Classify.Category", "street-light"));
        await first.Send(("Classify.Category", "pavement"));

        Assert.Equal(HttpStatusCode.Conflict, first.Status);
        await first.Open(first.Page.QuerySelector(".loket-alert .loket-buttons a")!.GetAttribute("href")!);
        Assert.Contains("Onderwerp gekozen", first.Text(".loket-timeline"), StringComparison.Ordinal);
        Assert.Equal("pavement", first.Value("Classify.Category"));
        await first.Open("/concepten");
        Assert.Contains("Onderwerp van zaak " + receipt.CaseReference, first.Text("#drafts"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task An_answer_stands_beside_the_one_that_a_colleague_sent_meanwhile(Database database)
    {
        await using var town = await Town.On(database);
        var receipt = await Bridge(town);
        using var first = await town.SignIn(Role.Handler);
        using var second = await town.SignIn(Role.Handler);
        foreach (var (handler, text) in new[] { (first, "Wij smeren de brug morgen."), (second, "Wij smeren de brug vandaag.") })
        {
            await handler.Open("/zaken/" + receipt.CaseReference + "/antwoord");
            await handler.Send(("Form.Text", text));
        }

        await second.Open("/zaken/" + receipt.CaseReference + "/antwoord");
        await second.Send(("Form.Text", "Wij smeren de brug vandaag."));
        await second.Send(("Form.Text", "Wij smeren de brug vandaag."));
        await second.Follow(second.Pressed("Take"));
        await first.Send(("Form.Text", "Wij smeren de brug morgen."));

        Assert.Equal(HttpStatusCode.Conflict, first.Status);
        Assert.Equal(["vandaag.", "morgen."], first.Page.QuerySelectorAll(".loket-alert mark").Select(mark => mark.TextContent.Trim()));
        await first.Send(("Form.Text", "Wij smeren de brug morgen."));
        Assert.Contains("Dit gaat naar 1 mens", first.Text("main"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Who_goes_back_to_writing_still_hears_of_the_answer_that_a_colleague_sent_meanwhile(Database database)
    {
        await using var town = await Town.On(database);
        var receipt = await Bridge(town);
        using var first = await town.SignIn(Role.Handler);
        await first.Open("/zaken/" + receipt.CaseReference + "/antwoord");
        await first.Send(("Form.Text", "Wij smeren de brug morgen."));
        await Answered(town, receipt, "Wij smeren de brug vandaag.");

        await first.Follow(first.Sent("Edit", ("Form.Text", "Wij smeren de brug morgen.")));
        await first.Send(("Form.Text", "Wij smeren de brug morgen."));
        await first.Send(("Form.Text", "Wij smeren de brug morgen."));

        Assert.Equal(HttpStatusCode.Conflict, first.Status);
        Assert.Equal(["vandaag.", "morgen."], first.Page.QuerySelectorAll(".loket-alert mark").Select(mark => mark.TextContent.Trim()));
        Assert.DoesNotContain("morgen", (await town.MessagesOf(receipt.Case!.Value.Value))[0].Content!.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_draft_of_an_answer_that_is_opened_later_stands_beside_what_was_answered_since(Database database)
    {
        await using var town = await Town.On(database);
        var receipt = await Bridge(town);
        using var first = await town.SignIn(Role.Handler);
        await first.Open("/zaken/" + receipt.CaseReference + "/antwoord");
        await first.Follow(first.Sent("Draft", ("Form.Text", "Wij smeren de brug morgen.")));
        Assert.Null(first.Page.QuerySelector(".loket-alert mark"));
        await Answered(town, receipt, "Wij smeren de brug vandaag.");

        await first.Open("/zaken/" + receipt.CaseReference + "/antwoord");

        Assert.Equal((HttpStatusCode.OK, "Wij smeren de brug morgen."), (first.Status, first.Value("Form.Text")));
        Assert.Equal(["vandaag.", "morgen."], first.Page.QuerySelectorAll(".loket-alert mark").Select(mark => mark.TextContent.Trim()));
        await first.Send(("Form.Text", "Wij smeren de brug morgen."));
        await first.Send(("Form.Text", "Wij smeren de brug morgen."));
        Assert.Contains("Uw antwoord is verstuurd", first.Text("main"), StringComparison.Ordinal);
    }

    private static async Task Answered(Town town, MatterReceipt receipt, string text)
    {
        var answered = await town.Use<AnswerCase, Result<ChangedCase>>(answer =>
            answer.Handle(new CaseChange(RequestKey.None, receipt.Case!.Value, Actor.System), text, null, TestContext.Current.CancellationToken));
        Assert.True(answered.Succeeded, answered.Failure?.Code);
    }

    private static async Task<MatterReceipt> Bridge(Town town) => await town.Receives(
        await town.Somebody(Role.Agent), new NewMatter("De brug piept vreselijk", Place: new() { Area = "hoofddorp" }), new MatterEnding.NewCase(), new CustomerDetails("Jo Bakker", "+31612345678"));
}
