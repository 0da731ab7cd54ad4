using NodaTime;

namespace Loket.Demo.Town;

/// <summary>Stories that are told in every demo, whatever the seed, so that a page can be shown that says something.</summary>
public static class KnownStories
{
    /// <summary>The cable of the lamp of the story; no invented story touches its lamps.</summary>
    internal static IReadOnlySet<string> KeptFeeders { get; } = new HashSet<string>(StringComparer.Ordinal) { "118-K4" };

    /// <summary>In order of the first contact. The lamp post was mended more than thirty days before the end, so that whoever reports it now gets a new case.</summary>
    public static IEnumerable<Story> All(DemoTown town, Instant until)
    {
        var book = new StoryBook(town, until);
        return new[] { LampStories.All(book), StreetStories.All(book), DeskStories.All(book), FormalStories.All(book) }
            .SelectMany(stories => stories).OrderBy(story => story.At);
    }
}
