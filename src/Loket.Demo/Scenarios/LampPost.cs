using Loket.Demo.Playing;
using Loket.Demo.Town;
using Loket.Demo.Town.Loading;
using NodaTime;

namespace Loket.Demo.Scenarios;

/// <summary>Eleven contacts about one lamp post, and two things that look the same and are not (row A3).</summary>
internal sealed class LampPost : IScenario
{
    /// <summary>The stories are told of the thirteen weeks before this moment: eight weeks from 12 January 2026, without a holiday in them.</summary>
    internal static readonly Instant Until = Instant.FromUtc(2026, 4, 13, 0, 0);

    public string Name => "lamp-post";

    public string Tells => "eleven contacts in eight weeks about one lamp post, one case";

    public async Task<Played> Play(Stage stage, IProgress<string> progress, CancellationToken cancel)
    {
        var told = KnownStories.All(DemoTown.Build(TownFounder.Seed), Until).ToDictionary(story => story.Name!, StringComparer.Ordinal);
        var (lamp, next, hatch) = (told["lamp-post"], told["next-lamp"], told["open-hatch"]);
        using var cast = await StoryCast.On(stage, lamp.At - Duration.FromDays(1), cancel);
        var player = new StoryPlayer(stage, cast, progress);
        await player.Play([lamp, next, hatch], cancel);

        var figures = await Figures(stage, player, lamp, cancel);
        var others = new Dictionary<string, CaseFigures>(StringComparer.Ordinal)
        {
            ["next_lamp"] = await Figures(stage, player, next, cancel), ["open_hatch"] = await Figures(stage, player, hatch, cancel),
        };
        return new Played(
            new
            {
                figures.Cases, figures.Contacts, figures.People, figures.Messages, figures.Informed, figures.Handovers, figures.Chased,
                figures.EscalatedAtContact, figures.FirstRecognisedAtContact, figures.DaysToRightOwner, figures.Solved, figures.WronglyCertain,
                CasesOfTheirOwn = others.ToDictionary(one => one.Key, one => new { one.Value.Cases, one.Value.Contacts, one.Value.Danger, one.Value.WronglyCertain, one.Value.Solved }),
            },
            AsPromised(lamp, figures) && others.Values.All(one => one is { Cases: 1, Contacts: 1, Solved: true, WronglyCertain: 0 })
                && others["open_hatch"].Danger && !others["next_lamp"].Danger);
    }

    /// <summary>Whether the case of the lamp became what is promised of it.</summary>
    internal static bool AsPromised(Story lamp, CaseFigures figures)
    {
        var people = lamp.Contacts.Select(contact => contact.By!.Number).Distinct().Count();
        return figures is { Cases: 1, Handovers: 2, Chased: 1, Solved: true, EscalatedAtContact: 3, FirstRecognisedAtContact: 2, Danger: false, WronglyCertain: 0 }
            && figures.Contacts == lamp.Contacts.Count && figures.People == people && figures.DaysToRightOwner == DaysToRightOwner(lamp)
            && figures.Informed is var heard && heard.Receipt == people && heard.Handover == people && heard.Repair == people && heard.ByOwnChannel == people;
    }

    /// <summary>From the first contact until it was with who could solve it, as told; played, it must come out the same.</summary>
    internal static double DaysToRightOwner(Story lamp) =>
        Math.Round((lamp.Events.Single(one => one is { Kind: StoryEventKind.HandedOver, Party: PartnerKeys.GridOperator }).At - lamp.At).TotalDays, 1);

    private static Task<CaseFigures> Figures(Stage stage, StoryPlayer player, Story story, CancellationToken cancel) =>
        CaseFigures.Of(stage, [.. player.Contacts.Where(one => one.Story == story)], cancel);
}
