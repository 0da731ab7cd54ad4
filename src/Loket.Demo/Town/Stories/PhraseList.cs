using System.Globalization;

namespace Loket.Demo.Town;

/// <summary>Reads what residents say from the project's own list; its head explains the form.</summary>
internal static class PhraseList
{
    /// <exception cref="FormatException">A line that the list's head does not describe.</exception>
    public static IReadOnlyList<Phrases> Read()
    {
        using var stream = typeof(PhraseList).Assembly.GetManifestResourceStream("Loket.Demo.phrases.txt")!;
        using var reader = new StreamReader(stream);
        var all = new List<Phrases>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line.StartsWith("==", StringComparison.Ordinal)) all.Add(Head(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
            else if (line == "--") all[^1].Matters.Add(new());
            else Add(all[^1], line);
        }

        return all;
    }

    private static Phrases Head(string[] words) => words is ["==", var category, "cases", var cases, "direct", var direct]
        ? new(category, int.Parse(cases, CultureInfo.InvariantCulture), int.Parse(direct, CultureInfo.InvariantCulture))
        : throw new FormatException(string.Join(' ', words));

    private static void Add(Phrases phrases, string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        var (key, text) = (line[..colon], line[(colon + 2)..]);
        if (phrases.Matters.Count == 0)
        {
            if (key == "danger") phrases.Danger = text;
            else if (key == "detail") phrases.Details.Add(text);
            else throw new FormatException(line);
            return;
        }

        var matter = phrases.Matters[^1];
        var parts = text.Split(" | ");
        if (key == "english") matter.English.Add((parts[0], parts[1]));
        else ListOf(matter, key).Add(text);
    }

    private static List<string> ListOf(Matter matter, string key) => key switch
    {
        "subject" => matter.Subjects,
        "text" => matter.Texts,
        "detail" => matter.Details,
        "solved" => matter.Solved,
        "unsolved" => matter.Unsolved,
        "answer" => matter.Answers,
        _ => throw new FormatException(key),
    };
}
