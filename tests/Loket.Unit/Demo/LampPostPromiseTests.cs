using Loket.Demo.Scenarios;
using Loket.Demo.Town;
using Xunit;

namespace Loket.Unit.Demo;

/// <summary>When the lamp post went otherwise than promised, the command that plays it must say so.</summary>
public sealed class LampPostPromiseTests
{
    private static readonly Story Told = KnownStories.All(DemoTown.Build(seed: 1), LampPost.Until).Single(story => story.Name == "lamp-post");

    private static readonly CaseFigures AsItShould = new(
        Cases: 1, Contacts: 11, People: 9, Messages: new Dictionary<string, IReadOnlyDictionary<string, int>>(), new Informed(9, 9, 9, 9), Handovers: 2, Chased: 1,
        EscalatedAtContact: 3, FirstRecognisedAtContact: 2, DaysToRightOwner: 10.8, Solved: true, Danger: false, WronglyCertain: 0);

    public static IEnumerable<TheoryDataRow<string>> Otherwise => Ways.Keys.Select(way => new TheoryDataRow<string>(way));

    private static Dictionary<string, CaseFigures> Ways { get; } = new(StringComparer.Ordinal)
    {
        ["two cases"] = AsItShould with { Cases = 2 },
        ["a contact less"] = AsItShould with { Contacts = 10 },
        ["one handover"] = AsItShould with { Handovers = 1 },
        ["never chased"] = AsItShould with { Chased = 0 },
        ["a week later with the right owner"] = AsItShould with { DaysToRightOwner = 17.8 },
        ["never with the right owner"] = AsItShould with { DaysToRightOwner = null },
        ["somebody did not hear of the repair"] = AsItShould with { Informed = new Informed(9, 9, 8, 9) },
        ["somebody heard by another channel"] = AsItShould with { Informed = new Informed(9, 9, 9, 8) },
        ["not solved"] = AsItShould with { Solved = false },
    };

    [Fact]
    public void As_told_it_is_as_promised() => Assert.True(LampPost.AsPromised(Told, AsItShould));

    [Theory]
    [MemberData(nameof(Otherwise))]
    public void Told_otherwise_it_is_not(string way) => Assert.False(LampPost.AsPromised(Told, Ways[way]));
}
