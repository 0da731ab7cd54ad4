using System.Text.Json;
using Loket.Commands;
using Loket.Demo.Commands;
using Loket.Demo.Playing;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Scenarios;

/// <summary>The stories of the lamp post, as the program itself plays and prints them.</summary>
public sealed class LampPostTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("loket-scenario-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Eleven_contacts_about_one_lamp_are_one_case_and_everybody_hears_of_receipt_handover_and_repair()
    {
        var played = await Play("lamp-post");

        Assert.All(played, figures =>
        {
            Assert.Equal((1, 11, 9), (Number(figures, "cases"), Number(figures, "contacts"), Number(figures, "people")));
            Assert.Equal((9, 9, 9, 9), (
                Number(figures, "informed", "receipt"), Number(figures, "informed", "handover"), Number(figures, "informed", "repair"), Number(figures, "informed", "by_own_channel")));
            Assert.Equal((2, 1), (Number(figures, "handovers"), Number(figures, "chased")));
            Assert.Equal((3, 2), (Number(figures, "escalated_at_contact"), Number(figures, "first_recognised_at_contact")));
            // From Monday to the Friday of the week after, when the contractor had found the cable.
            Assert.Equal(10.8, figures.GetProperty("days_to_right_owner").GetDouble());
            Assert.True(figures.GetProperty("solved").GetBoolean());
            Assert.Equal(0, Number(figures, "wrongly_certain"));
            MessagesOf(figures);
            Assert.Equal((1, 1, false), OfItsOwn(figures, "next_lamp"));
            Assert.Equal((1, 1, true), OfItsOwn(figures, "open_hatch"));
        });
    }

    [Fact]
    public async Task Who_hears_of_each_step_asks_once()
    {
        var played = await Play("lamp-post-as-it-should-be");

        Assert.All(played, figures =>
        {
            Assert.Equal((1, 1, 0), (Number(figures, "cases"), Number(figures, "contacts"), Number(figures, "chased")));
            Assert.InRange(figures.GetProperty("days_to_right_owner").GetDouble(), 1.5, 2);
            // Beside it how long it took with eleven contacts.
            Assert.Equal(10.8, figures.GetProperty("days_to_right_owner_in_lamp_post").GetDouble());
            Assert.True(Number(figures, "news") >= 6, figures.ToString());
        });
    }

    [Fact]
    public void A_story_that_went_otherwise_than_promised_ends_with_a_code_that_says_so()
    {
        var (well, otherwise) = (new Played(new { Cases = 1 }, AsPromised: true), new Played(new { Cases = 2 }, AsPromised: false));

        Assert.Equal(ExitCode.Ok, ScenarioCommand.Print([well], json: false));
        Assert.Equal(ExitCode.NotWell, ScenarioCommand.Print([well, otherwise], json: true));
        Assert.Equal(ExitCode.NotWell, ScenarioCommand.Print([otherwise], json: false));
    }

    // One run for both databases: an array, with the figures of each.
    private async Task<IReadOnlyList<JsonElement>> Play(string name)
    {
        var (code, printed, told) = await LoketProcess.RunDemoApart(folder, "scenario", name, "--json", "--database", "both");
        Assert.True(code == ExitCode.Ok, told);
        using var json = JsonDocument.Parse(printed);
        var figures = json.RootElement.EnumerateArray().Select(one => one.Clone()).ToList();
        Assert.Equal(2, figures.Count);
        return figures;
    }

    // Each person by the channel of their own: three by mail, two by text message, two by telephone, one by letter and one at a desk.
    private static void MessagesOf(JsonElement figures)
    {
        var messages = figures.GetProperty("messages").EnumerateObject().ToDictionary(
            channel => channel.Name, channel => channel.Value.EnumerateObject().ToDictionary(kind => kind.Name, kind => kind.Value.GetInt32()));
        Assert.Equal(["desk", "email", "letter", "phone", "sms"], messages.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((1, 3, 1, 2, 2), Told("closed"));
        // Who came after the first heard at once that it is known; of those who were there before the partner came, each heard of that.
        Assert.Equal((1, 3, 1, 3, 2), Told("joined"));
        Assert.Equal((0, 0, 0, 1, 0), Told("receipt"));
        Assert.Equal((0, 1, 1, 2, 1), Told("handover"));

        (int, int, int, int, int) Told(string kind) => (Of("desk", kind), Of("email", kind), Of("letter", kind), Of("phone", kind), Of("sms", kind));

        int Of(string channel, string kind) => messages[channel].GetValueOrDefault(kind);
    }

    private static (int Cases, int Contacts, bool Danger) OfItsOwn(JsonElement figures, string name) => (
        Number(figures, "cases_of_their_own", name, "cases"), Number(figures, "cases_of_their_own", name, "contacts"),
        figures.GetProperty("cases_of_their_own").GetProperty(name).GetProperty("danger").GetBoolean());

    private static int Number(JsonElement figures, params ReadOnlySpan<string> path)
    {
        foreach (var part in path) figures = figures.GetProperty(part);
        return figures.GetInt32();
    }
}
