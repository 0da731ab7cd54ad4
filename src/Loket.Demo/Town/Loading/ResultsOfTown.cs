namespace Loket.Demo.Town.Loading;

/// <summary>Which result of the case type the words of a story's end stand for.</summary>
internal static class ResultsOfTown
{
    /// <summary>The key of the result, and whether it is solved.</summary>
    public static (string Result, bool Solved) Of(Story story, StoryEvent closing)
    {
        var text = closing.Text ?? "";
        if (story.Paper is { } paper && CasesOfTown.PaperOf(paper.Key) is not null)
        {
            var refused = PaperPhrases.All.Any(phrases => phrases.Paper == paper.Key && phrases.Refused.Contains(text));
            return refused ? ("refused", false) : ("granted", true);
        }

        if (closing.IsSolved == true) return (story.Category is { IsReport: true } ? "solved" : "answered", true);
        return (Unsolved(text), false);
    }

    private static string Unsolved(string text) =>
        Says(text, "gepland", "groot onderhoud", "volgend jaar") ? "planned"
        : Says(text, "niets gevonden", "niet gevonden", "niets gezien") ? "not-found"
        : Says(text, "niet van de gemeente", "niet van ons", "gaat hier niet over") ? "not-ours"
        : "not-done";

    private static bool Says(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
