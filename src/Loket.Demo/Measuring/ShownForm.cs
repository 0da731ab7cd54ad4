using System.Net;

namespace Loket.Demo.Measuring;

/// <summary>A form as it stands on a page, with what it sends without being filled in.</summary>
/// <param name="Action">Where it is sent.</param>
/// <param name="Hidden">Its hidden fields: which version was seen, the proof that it came from us, its key.</param>
internal sealed record ShownForm(string Action, IReadOnlyList<KeyValuePair<string, string>> Hidden)
{
    /// <summary>The first form of a page that is sent to an address with these words in it; null when there is none.</summary>
    public static ShownForm? In(string page, string words)
    {
        for (var (tag, end) = Next(page, "<form ", 0); tag is not null; (tag, end) = Next(page, "<form ", end))
        {
            if (Attribute(tag, "action") is not { } action || !action.Contains(words, StringComparison.Ordinal)) continue;
            var close = page.IndexOf("</form>", end, StringComparison.Ordinal);
            return new ShownForm(action, [.. Fields(page[end..(close < 0 ? page.Length : close)])]);
        }

        return null;
    }

    /// <summary>The addresses of a page that begin so, each once.</summary>
    public static IReadOnlyList<string> Links(string page, string begin)
    {
        var found = new List<string>();
        for (var (tag, end) = Next(page, "<a ", 0); tag is not null; (tag, end) = Next(page, "<a ", end))
        {
            if (Attribute(tag, "href") is { } address && address.StartsWith(begin, StringComparison.Ordinal)) found.Add(address.Split('#', '?')[0]);
        }

        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>What the first attribute of this name says; null when the page has none.</summary>
    public static string? Attribute(string text, string name)
    {
        var start = text.IndexOf($" {name}=\"", StringComparison.Ordinal);
        if (start < 0) return null;
        start += name.Length + 3;
        return WebUtility.HtmlDecode(text[start..text.IndexOf('"', start)]);
    }

    /// <summary>What each attribute of this name says, in order.</summary>
    public static IReadOnlyList<string> Attributes(string text, string name)
    {
        var found = new List<string>();
        var mark = $" {name}=\"";
        for (var start = text.IndexOf(mark, StringComparison.Ordinal); start >= 0; start = text.IndexOf(mark, start + 1, StringComparison.Ordinal))
            found.Add(WebUtility.HtmlDecode(text[(start + mark.Length)..text.IndexOf('"', start + mark.Length)]));
        return found;
    }

    /// <summary>What it sends when it is filled in so.</summary>
    public IEnumerable<KeyValuePair<string, string>> Filled(params IReadOnlyList<KeyValuePair<string, string>> fields) =>
        Hidden.Where(hidden => fields.All(field => field.Key != hidden.Key)).Concat(fields);

    private static IEnumerable<KeyValuePair<string, string>> Fields(string form)
    {
        for (var (tag, end) = Next(form, "<input ", 0); tag is not null; (tag, end) = Next(form, "<input ", end))
        {
            if (Attribute(tag, "type") == "hidden" && Attribute(tag, "name") is { } name) yield return KeyValuePair.Create(name, Attribute(tag, "value") ?? "");
        }
    }

    // What stands between signs is written so that no attribute holds the sign that ends a tag.
    private static (string? Tag, int End) Next(string page, string begin, int from)
    {
        var start = page.IndexOf(begin, from, StringComparison.Ordinal);
        if (start < 0) return (null, page.Length);
        var end = page.IndexOf('>', start) + 1;
        return (page[start..end], end);
    }
}
