using Loket.Kernel.Text;

namespace Loket.Web.Pages.Staff.GoTo;

/// <summary>How well a name fits what is typed: each word that is typed begins a word of it, in any order.</summary>
internal static class GoMatch
{
    private static readonly char[] Between = [' ', ',', '-', '\'', '.'];

    /// <summary>0 where the name begins so, 1 where its words do, 2 where words for it do; null where it does not fit. Nothing typed fits all.</summary>
    /// <param name="typed">What is typed.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="words">What it is called as well.</param>
    public static int? Of(string typed, string name, string words)
    {
        var sought = Fold.Of(typed);
        if (Fold.Of(name).StartsWith(sought, StringComparison.Ordinal)) return 0;
        var parts = sought.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var own = WordsOf(name);
        if (Array.TrueForAll(parts, part => Begins(own, part))) return 1;
        var all = own.Concat(WordsOf(words)).ToList();
        return Array.TrueForAll(parts, part => Begins(all, part)) ? 2 : null;
    }

    private static bool Begins(IEnumerable<string> words, string part) => words.Any(word => word.StartsWith(part, StringComparison.Ordinal));

    private static string[] WordsOf(string text) => Fold.Of(text).Split(Between, StringSplitOptions.RemoveEmptyEntries);
}
