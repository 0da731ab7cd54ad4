using Loket.Browser.Windows;
using Loket.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Loket.Browser.Residents;

/// <summary>What residents come with, from the home page to the reference.</summary>
public sealed class ReportStories(BrowserOfTheRun browser) : BrowserTest(browser)
{
    private static readonly FilePayload Letter = new() { Name = "brief.txt", MimeType = "text/plain", Buffer = "Zo ging het."u8.ToArray() };

    [Theory, EveryWay]
    public async Task A_lamp_is_reported_with_its_number_and_the_answers_are_checked_and_changed(Way way, Database database)
    {
        var town = await TownOn(database);
        var resident = await WindowIn(town, way);
        await resident.Open("/");
        await resident.Follow("Iets melden in uw buurt");

        await resident.Press("Verder");
        await resident.Refuses("Vertel kort wat er aan de hand is.");
        await resident.Fill("Wat is er aan de hand?", "Lantaarnpaal 118-042 brandt niet");
        await resident.Press("Verder");
        await resident.Fill("Adres, nummer of plek", "Nieuwemeerdijk, lantaarnpaal 118-042");
        await resident.Press("Verder");
        await resident.Attach("Foto's en bestanden", Letter);
        await resident.Press("Nog een bestand toevoegen");
        await resident.Says("brief.txt");
        await resident.Press("Verder");
        await resident.Choose("Per e-mail");
        await resident.Press("Verder");
        await resident.Fill("Uw naam", "Joke de Wit");
        await resident.Fill("E-mailadres", "joke.voorbeeld");
        await resident.Press("Verder");
        await resident.Refuses("Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.");
        await Assertions.Expect(resident.Field("E-mailadres")).ToHaveValueAsync("joke.voorbeeld");
        await resident.Fill("E-mailadres", "joke@voorbeeld.example");
        await resident.Press("Verder");

        await resident.Shows("Klopt alles?");
        await resident.Says("Lantaarnpaal 118-042 brandt niet");
        await resident.Says("joke@voorbeeld.example");
        await resident.Follow("Wijzig Wat er is");
        await resident.Fill("Wat is er aan de hand?", "Lantaarnpaal 118-042 is al een week uit");
        await resident.Press("Verder");
        await resident.Says("is al een week uit");
        await resident.Press("Versturen");

        await resident.Shows("Wij hebben uw melding ontvangen");
        await resident.Says("Uiterlijk");
        await resident.Says("U krijgt een e-mail als er nieuws is.");
        Assert.Matches("^HLM-", await resident.Reference());
    }

    // Each once with keys alone, once without script, and the one with the most fields on small windows.
    [Theory]
    [InlineData(Way.Keyboard, "", "Een vraag stellen", "Wat is uw vraag?", "Hoe laat gaat het loket open?", "Verder", null, "Wij hebben uw vraag ontvangen", "Bel ons en noem uw kenmerk")]
    [InlineData(Way.WithoutScript, "", "Een vraag stellen", "Wat is uw vraag?", "Hoe laat gaat het loket open?", "Verder", null, "Wij hebben uw vraag ontvangen", "Bel ons en noem uw kenmerk")]
    [InlineData(Way.Keyboard, "/en", "Share an idea", "What is your idea?", "More benches along the canal", "Continue", "By text message", "We received your idea", "You get a text message")]
    [InlineData(Way.WithoutScript, "/en", "Share an idea", "What is your idea?", "More benches along the canal", "Continue", "By text message", "We received your idea", "You get a text message")]
    [InlineData(Way.Keyboard, "", "Een klacht indienen", "Wat is er gebeurd?", "Niemand belde mij terug, al drie keer.", "Verder", "Per brief", "Wij hebben uw klacht ontvangen", "Dit is een klacht")]
    [InlineData(Way.WithoutScript, "", "Een klacht indienen", "Wat is er gebeurd?", "Niemand belde mij terug, al drie keer.", "Verder", "Per brief", "Wij hebben uw klacht ontvangen", "Dit is een klacht")]
    [InlineData(Way.SmallPhone, "", "Een klacht indienen", "Wat is er gebeurd?", "Niemand belde mij terug, al drie keer.", "Verder", "Per brief", "Wij hebben uw klacht ontvangen", "Dit is een klacht")]
    [InlineData(Way.Enlarged, "", "Een klacht indienen", "Wat is er gebeurd?", "Niemand belde mij terug, al drie keer.", "Verder", "Per brief", "Wij hebben uw klacht ontvangen", "Dit is een klacht")]
    [InlineData(Way.SmallPhone, "/en", "Share an idea", "What is your idea?", "More benches along the canal", "Continue", "By text message", "We received your idea", "You get a text message")]
    [InlineData(Way.Enlarged, "/en", "Share an idea", "What is your idea?", "More benches along the canal", "Continue", "By text message", "We received your idea", "You get a text message")]
    [InlineData(Way.Keyboard, "/en", "Ask a question", "What is your question?", "Where can I register my child?", "Continue", "Call me", "We received your question", "We call you")]
    [InlineData(Way.WithoutScript, "/en", "Ask a question", "What is your question?", "Where can I register my child?", "Continue", "Call me", "We received your question", "We call you")]
    [InlineData(Way.SmallPhone, "/en", "Ask a question", "What is your question?", "Where can I register my child?", "Continue", "Call me", "We received your question", "We call you")]
    [InlineData(Way.Enlarged, "/en", "Ask a question", "What is your question?", "Where can I register my child?", "Continue", "Call me", "We received your question", "We call you")]
    public async Task A_question_an_idea_or_a_complaint_is_sent_with_only_what_an_answer_needs(
        Way way, string root, string task, string question, string text, string next, string? by, string received, string then)
    {
        var town = await TownOn(Database.Sqlite);
        var resident = await WindowIn(town, way);
        await resident.Open(root + "/");
        await resident.Follow(task);
        await resident.Fill(question, text);
        await resident.Press(next);
        await resident.Press(next);
        await resident.Press(next);
        await resident.Choose(by ?? "Ik wil geen bericht");
        await resident.Press(next);
        var details = by switch
        {
            "By text message" => new[] { ("Mobile number", "06 12345678") },
            "Call me" => [("Telephone number", "023 5551234")],
            "Per brief" => [("Straat en huisnummer", "Dorpsstraat 1"), ("Postcode", "2131aa"), ("Plaats", "Hoofddorp")],
            _ => [],
        };
        foreach (var (label, value) in details) await resident.Fill(label, value);
        if (details.Length > 0) await resident.Press(next);
        await resident.Press(root == "" ? "Versturen" : "Send");

        await resident.Shows(received);
        await resident.Says(then);
        Assert.Matches("^HLM-", await resident.Reference());
    }

    [Theory, BothDatabases]
    public async Task The_second_who_reports_a_lamp_hears_that_it_is_known_and_has_a_reference_of_their_own(Database database)
    {
        var town = await TownOn(database);
        var (first, second) = (await WindowIn(town, Way.Keyboard), await WindowIn(town, Way.SmallPhone));

        await first.Reports("Lantaarnpaal 118-042 brandt niet", "118-042", "een@voorbeeld.example");
        await second.Reports("De lantaarnpaal is al weken uit", "lantaarnpaal 118-042", "twee@voorbeeld.example");

        await second.Says("Dit is bij ons bekend sinds");
        await second.Says("Dit is de 2e melding hierover.");
        Assert.NotEqual(await first.Reference(), await second.Reference());
        await second.Picture("residents/known-already");
    }

    [Theory, EveryWay]
    public async Task Who_writes_of_danger_sees_first_whom_to_call(Way way, Database database)
    {
        var town = await TownOn(database);
        var resident = await WindowIn(town, way);
        await resident.Open("/melden/wat?soort=report");
        await resident.Fill("Wat is er aan de hand?", "Het luik van lantaarnpaal 118-042 staat open met losse draden");
        await resident.Press("Verder");

        await resident.Shows("Is het gevaarlijk? Bel nu");
        await Assertions.Expect(resident.Page.GetByRole(AriaRole.Link, new() { Name = "Bel 112" })).ToHaveAttributeAsync("href", "tel:112");
        await resident.Press("Ik heb gebeld, of het kan wachten");
        await resident.Shows("Waar is het?");
    }

    [Fact]
    public async Task Two_presses_send_once_and_back_shows_the_reference_again()
    {
        var town = await TownOn(Database.Sqlite);
        var resident = await WindowIn(town);
        await resident.Answers(Resident.Step.Check, "De bank in het park is stuk", "Hoofddorp");
        await resident.Act(resident.Page.GetByRole(AriaRole.Button, new() { Name = "Versturen" }), presses: 2);
        var reference = await resident.Reference();

        await resident.Page.GoBackAsync();
        await resident.Page.ReloadAsync();

        Assert.Equal(reference, await resident.Reference());
        var staff = await StaffIn(town, Way.Desktop, Organisation.Rights.Role.TeamLead);
        await staff.Open("/werk/verdelen");
        await Assertions.Expect(staff.Page.Locator("#work tbody tr")).ToHaveCountAsync(1);
    }
}
