using NodaTime;

namespace Loket.Demo.Town;

/// <summary>Invents what residents asked and what became of it: a lazy stream of stories in order of their first contact, the same for the same town, count and end.</summary>
/// <remarks>Holds a constant amount of memory, so that a million cases can be written while they are invented.</remarks>
/// <param name="town">Where it happens.</param>
/// <param name="count">How many cases. Contacts that are answered on the spot, and the stories of <see cref="KnownStories"/>, come on top.</param>
/// <param name="until">Now: nothing happens after it.</param>
/// <param name="days">How long before <paramref name="until"/> the first contact is.</param>
public sealed class CaseGenerator(DemoTown town, int count, Instant until, int days = CaseGenerator.ThreeMonths)
{
    /// <summary>Thirteen weeks.</summary>
    public const int ThreeMonths = 91;

    /// <summary>All stories, the known ones among them.</summary>
    public IEnumerable<Story> Stories()
    {
        using var known = KnownStories.All(town, until).GetEnumerator();
        var more = known.MoveNext();
        foreach (var story in Invented())
        {
            for (; more && known.Current.At <= story.At; more = known.MoveNext()) yield return known.Current;
            yield return story;
        }

        for (; more; more = known.MoveNext()) yield return known.Current;
    }

    /// <summary>Without the known stories; exactly as many cases as asked for.</summary>
    public IEnumerable<Story> Invented()
    {
        var teller = new StoryTeller(town, count, until, days);
        for (var i = 0; i < count; i++)
        {
            var dice = new Dice(town.Seed, kind: 5, (ulong)i);
            var part = dice.Fraction();
            var direct = DirectBefore(dice);
            for (var d = 1; d <= direct; d++) yield return teller.AnsweredDirectly((i + (part * d / (direct + 1))) / count, dice);
            yield return teller.WithCase((i + part) / count, dice);
        }
    }

    // Nine of nineteen contacts need no case: a municipality answers about half on the spot.
    private static int DirectBefore(Dice dice) => dice.Below(100) switch
    {
        < 35 => 0,
        < 75 => 1,
        _ => 2,
    };
}
