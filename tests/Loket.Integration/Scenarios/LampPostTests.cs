using System.Text.Json;
using Loket.Demo.Playing;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Scenarios;

public sealed class LampPostTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Eleven_contacts_about_one_lamp_are_one_case_and_everybody_hears_of_receipt_handover_and_repair(Database database)
    {
        var (figures, asPromised) = await Play("lamp-post", database);

        Assert.Equal((1, 11, 9), (Number(figures, "Cases"), Number(figures, "Contacts"), Number(figures, "People")));
        Assert.Equal((9, 9, 9, 9), (
            Number(figures, "Informed", "Receipt"), Number(figures, "Informed", "Handover"), Number(figures, "Informed", "Repair"), Number(figures, "Informed", "ByOwnChannel")));
        Assert.Equal((2, 1), (Number(figures, "Handovers"), Number(figures, "Chased")));
        Assert.Equal((3, 2), (Number(figures, "EscalatedAtContact"), Number(figures, "FirstRecognisedAtContact")));
        Assert.All(["next_lamp", "open_hatch"], other => Assert.Equal(
            (1, 1), (Number(figures, "CasesOfTheirOwn", other, "Cases"), Number(figures, "CasesOfTheirOwn", other, "Contacts"))));
        Assert.True(asPromised, figures.ToString());
    }

    [Theory, BothDatabases]
    public async Task Who_hears_of_each_step_calls_once(Database database)
    {
        var (figures, asPromised) = await Play("lamp-post-as-it-should-be", database);

        Assert.Equal((1, 1, 0), (Number(figures, "Cases"), Number(figures, "Contacts"), Number(figures, "Chased")));
        Assert.True(figures.GetProperty("DaysToRightOwner").GetDouble() < 2);
        Assert.True(asPromised, figures.ToString());
    }

    private static async Task<(JsonElement Figures, bool AsPromised)> Play(string name, Database database)
    {
        await using var stage = await Stage.Open(database == Database.Sqlite ? "sqlite" : "postgres", Cancel);
        var played = await global::Loket.Demo.Playing.Scenarios.All.First(one => one.Name == name).Play(stage, new Progress<string>(), Cancel);
        return (JsonSerializer.SerializeToElement(played.Figures, played.Figures.GetType()), played.AsPromised);
    }

    private static int Number(JsonElement figures, params ReadOnlySpan<string> path)
    {
        foreach (var part in path) figures = figures.GetProperty(part);
        return figures.GetInt32();
    }
}
