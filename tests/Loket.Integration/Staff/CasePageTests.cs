using System.Net;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Staff;

/// <summary>Work lists and the case page, as somebody at a browser without script sees them.</summary>
public sealed class CasePageTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly Place Bridge = new() { Text = "bij de brug", Area = "nieuwemeer" };

    [Theory, BothDatabases]
    public async Task A_case_without_a_subject_waits_in_triage_and_goes_on_once_it_has_one(Database database)
    {
        await using var town = await Town.On(database);
        var receipt = await Call(town, "De brug piept vreselijk", null);
        using var lead = await town.SignIn(Role.TeamLead);

        await lead.Open("/werk/verdelen");
        Assert.Contains("De brug piept vreselijk", lead.Text("#work tbody"), StringComparison.Ordinal);

        await lead.Send(("category", "street-light"));
        Assert.Contains("Geplaatst: De brug piept vreselijk", lead.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("De brug piept vreselijk", lead.Text("#work tbody"), StringComparison.Ordinal);

        await lead.Open("/zaken/" + receipt.Reference);
        Assert.Contains("Onderwerp gekozen", lead.Text(".loket-timeline"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_handler_takes_a_case_notes_answers_all_and_closes_it(Database database)
    {
        await using var town = await Town.On(database);
        var receipt = await Call(town, "De brug piept vreselijk", null);
        using var handler = await town.SignIn(Role.Handler);

        await handler.Open("/zaken/" + receipt.Reference);
        Assert.Equal(HttpStatusCode.OK, handler.Status);
        await handler.Follow(handler.Pressed("Take"));
        Assert.Contains("U hebt deze zaak opgepakt", handler.Text("main"), StringComparison.Ordinal);

        await handler.Send(("Note.Text", "Scharnier is droog."));
        Assert.Contains("Scharnier is droog.", handler.Text(".loket-timeline"), StringComparison.Ordinal);

        await handler.Open("/zaken/" + receipt.CaseReference + "/antwoord");
        await handler.Send(("Form.Text", "Wij smeren de brug morgen."));
        Assert.Contains("Dit gaat naar 1 mens", handler.Text("main"), StringComparison.Ordinal);
        await handler.Send(("Form.Text", "Wij smeren de brug morgen."));
        Assert.Contains("Antwoord verstuurd", handler.Text(".loket-timeline"), StringComparison.Ordinal);

        await handler.Send(("Close.Result", "solved"));
        Assert.NotEmpty(handler.Errors);
        await handler.Send(("Close.Result", "solved"), ("Close.Solved", "yes"));
        Assert.Contains("De zaak is gesloten", handler.Text("main"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_somebody_else_changed_meanwhile_is_told_and_nothing_typed_is_lost(Database database)
    {
        await using var town = await Town.On(database);
        var receipt = await Call(town, "De brug piept vreselijk", null);
        using var first = await town.SignIn(Role.Handler);
        using var second = await town.SignIn(Role.Handler);
        await first.Open("/zaken/" + receipt.Reference);
        await second.Open("/zaken/" + receipt.Reference);

        await second.Follow(second.Pressed("Take"));
        await first.Send(("Ask.Text", "Hoe laat piept de brug?"));

        Assert.Equal(HttpStatusCode.Conflict, first.Status);
        Assert.Contains("Iemand anders heeft dit intussen gewijzigd", first.Text(".loket-error-summary"), StringComparison.Ordinal);
        Assert.Equal("Hoe laat piept de brug?", first.Value("Ask.Text"));
    }

    [Theory, BothDatabases]
    public async Task A_contact_that_belongs_elsewhere_gets_a_case_of_its_own_and_the_empty_case_is_withdrawn(Database database)
    {
        await using var town = await Town.On(database);
        var bridge = await Call(town, "De brug piept vreselijk", null);
        var tree = await Call(town, "Boom over de sloot", null);
        using var handler = await town.SignIn(Role.Handler);

        await handler.Open("/zaken/" + tree.Reference);
        await handler.Send(("Move.Reference", bridge.CaseReference!));

        Assert.Equal("/zaken/" + bridge.CaseReference, handler.Address);
        Assert.Contains("2 contacten", handler.Text("main"), StringComparison.Ordinal);
        await handler.Open("/zaken/" + tree.CaseReference);
        Assert.Contains("Deze zaak is ongedaan gemaakt", handler.Text(".loket-timeline"), StringComparison.Ordinal);
    }

    private static async Task<MatterReceipt> Call(Town town, string subject, string? category)
    {
        var agent = await town.Somebody(Role.Agent);
        var request = new RegisterContact.Request(
            RequestKey.None,
            new NewContact(Channel.Phone, null, new CustomerDetails("Jo Bakker", "+31612345678"), null, [new NewMatter(subject, Category: category, Place: Bridge)]),
            [new MatterEnding.NewCase()], agent);
        return (await town.Use<RegisterContact, Result<ContactReceipt>>(register => register.Handle(request, Cancel))).Value.Matters[0];
    }
}
