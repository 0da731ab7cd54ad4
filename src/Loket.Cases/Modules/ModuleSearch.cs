using Loket.Kernel.Text;

namespace Loket.Cases.Modules;

/// <summary>Which text modules somebody means by what they type: a short code behind a slash, or words.</summary>
/// <remarks>A code counts by its beginning; words each by theirs, in any order, wherever they stand. Code goes before name, name before text.</remarks>
public static class ModuleSearch
{
    private static readonly char[] Between = [' ', '\n', ',', '.', ':', ';', '(', ')', '"', '\'', '-', '/'];

    /// <summary>Those that are meant, best first; all for nothing typed.</summary>
    public static IReadOnlyList<OfferedModule> Find(IReadOnlyList<OfferedModule> offered, string? typed)
    {
        var sought = Fold.Of(typed);
        if (sought.StartsWith('/')) return [.. offered.Where(one => one.Code.StartsWith(sought[1..], StringComparison.Ordinal))];
        var words = sought.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. offered.Select(one => (Module: one, Rank: RankOf(one, words))).Where(one => one.Rank is not null).OrderBy(one => one.Rank).Select(one => one.Module),
        ];
    }

    private static int? RankOf(OfferedModule module, string[] words)
    {
        if (words is [var code] && module.Code.StartsWith(code, StringComparison.Ordinal)) return 0;
        var name = WordsOf(module.Name);
        if (Array.TrueForAll(words, word => Begins(name, word))) return 1;
        var all = name.Append(module.Code).Concat(WordsOf(module.Text)).ToList();
        return Array.TrueForAll(words, word => Begins(all, word)) ? 2 : null;
    }

    private static bool Begins(IEnumerable<string> words, string sought) => words.Any(word => word.StartsWith(sought, StringComparison.Ordinal));

    private static string[] WordsOf(string text) => Fold.Of(text).Split(Between, StringSplitOptions.RemoveEmptyEntries);
}
