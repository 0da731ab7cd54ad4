using System.Text;
using System.Text.RegularExpressions;

namespace Loket.Messages.Templates;

/// <summary>The little markup of message texts, as HTML and as plain text: paragraphs, <c>- </c> lists, <c>**bold**</c>, <c>[words](address)</c>.</summary>
/// <remarks>Markup is read before values are put in: what a resident or colleague typed is never markup. Each value stands in the text as a
/// mark in Unicode's private use area until then.</remarks>
internal static partial class Markup
{
    private const char First = '\uE100';

    /// <summary>The mark of the n-th value.</summary>
    public static char Mark(int index) => (char)(First + index);

    /// <summary>Paragraphs and lists as an HTML fragment; a value keeps its line breaks, and an address of our own site in it can be followed.</summary>
    /// <param name="text">With its marks.</param>
    /// <param name="values">What the marks stand for.</param>
    /// <param name="site">Address of our own site; what somebody else's text names is not made a link.</param>
    public static string ToHtml(string text, IReadOnlyList<string> values, string? site = null)
    {
        var html = new StringBuilder();
        foreach (var block in Blocks(text))
        {
            var lines = block.Split('\n');
            if (lines.All(line => line.StartsWith("- ", StringComparison.Ordinal)))
            {
                html.Append("<ul>");
                foreach (var line in lines) html.Append("<li>").Append(Inline(line[2..], values, site)).Append("</li>");
                html.Append("</ul>\n");
            }
            else
            {
                html.Append("<p>").AppendJoin("<br>\n", lines.Select(line => Inline(line, values, site))).Append("</p>\n");
            }
        }

        return html.ToString();
    }

    /// <summary>The same as plain text.</summary>
    public static string ToText(string text, IReadOnlyList<string> values)
    {
        var plain = Bold().Replace(Link().Replace(string.Join("\n\n", Blocks(text)), "${words}:\n${address}"), "${words}");
        return ReplaceMarks(plain, values, value => value);
    }

    /// <summary>One line without markup, for subjects and text messages; line breaks in values become spaces.</summary>
    public static string ToLine(string text, IReadOnlyList<string> values) =>
        Spaces().Replace(ReplaceMarks(text, values, value => value), " ").Trim();

    /// <summary>Text as HTML, good for content and for quoted attributes.</summary>
    /// <remarks>The framework's encoder would also encode the marks, which lie in the private use area.</remarks>
    public static string Encode(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal).Replace("'", "&#39;", StringComparison.Ordinal);

    private static IEnumerable<string> Blocks(string text) =>
        EmptyLines().Split(text.Replace("\r\n", "\n", StringComparison.Ordinal)).Select(block => block.Trim()).Where(block => block.Length > 0);

    private static string Inline(string text, IReadOnlyList<string> values, string? site)
    {
        var html = new StringBuilder();
        var from = 0;
        foreach (Match link in Link().Matches(text))
        {
            html.Append(Strong(text[from..link.Index]));
            var address = ReplaceMarks(link.Groups["address"].Value, values, value => value);
            var words = Strong(link.Groups["words"].Value);
            html.Append(IsSafe(address) ? $"<a href=\"{Encode(address)}\">{words}</a>" : words);
            from = link.Index + link.Length;
        }

        html.Append(Strong(text[from..]));
        return ReplaceMarks(html.ToString(), values, value => WithOwnLinks(Encode(value), site).Replace("\n", "<br>\n", StringComparison.Ordinal));
    }

    private static string WithOwnLinks(string encoded, string? site) => string.IsNullOrEmpty(site) || !encoded.Contains(site, StringComparison.Ordinal)
        ? encoded
        : Address().Replace(encoded, address => address.Value.StartsWith(site + "/", StringComparison.Ordinal) ? $"<a href=\"{address.Value}\">{address.Value}</a>" : address.Value);

    private static string Strong(string text) => Bold().Replace(Encode(text), "<strong>${words}</strong>");

    private static bool IsSafe(string address) => Secrets.IsLinkMark(address) ||
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto" or "tel";

    private static string ReplaceMarks(string text, IReadOnlyList<string> values, Func<string, string> show)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            var index = character - First;
            if (index >= 0 && index < values.Count) shown.Append(show(values[index]));
            else shown.Append(character);
        }

        return shown.ToString();
    }

    [GeneratedRegex(@"\n[ \t]*(?:\n[ \t]*)+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EmptyLines();

    [GeneratedRegex(@"\[(?<words>[^\]\n]+)\]\((?<address>[^)\s]+)\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"https?://[A-Za-z0-9.:/_-]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"\*\*(?<words>[^*\n]+)\*\*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bold();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();
}
