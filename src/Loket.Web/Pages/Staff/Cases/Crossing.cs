using Loket.Kernel.Text;
using Loket.Web.Drafts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Loket.Web.Pages.Staff.Cases;

/// <summary>Two changes of one case that crossed: how it stands now, and what the reader wanted, side by side. Neither is lost.</summary>
/// <param name="Action">Name of the action that did not go on.</param>
/// <param name="State">How the case stands, in words.</param>
/// <param name="Meanwhile">What others did since the reader opened the page, newest first.</param>
/// <param name="Parts">What the reader filled in, beside what stands there now.</param>
/// <param name="Again">Where the same is posted once more, knowing of theirs.</param>
/// <param name="Fields">What is posted there.</param>
/// <param name="GoOn">The page as it stands now.</param>
public sealed record Crossing(
    string Action, string State, IReadOnlyList<TimelineItem> Meanwhile, IReadOnlyList<CrossedPart> Parts, string Again, IReadOnlyList<KeyValuePair<string, string>> Fields, string GoOn)
{
    /// <summary>The draft that keeps what the reader filled in; null where there was nothing to fill in.</summary>
    public DraftBox? Draft { get; init; }
}

/// <summary>One thing that the reader filled in.</summary>
/// <param name="Label">Key of its name.</param>
/// <param name="Theirs">What stands there now; empty for nothing.</param>
/// <param name="Yours">What the reader filled in.</param>
public sealed record CrossedPart(string Label, IReadOnlyList<TextPart> Theirs, IReadOnlyList<TextPart> Yours)
{
    /// <summary>Whether they differ.</summary>
    public bool Differs => Theirs.Any(part => part.IsOwn) || Yours.Any(part => part.IsOwn);

    /// <summary>Lays two texts side by side.</summary>
    public static CrossedPart Of(string label, string? theirs, string yours)
    {
        var (left, right) = WordDifferences.Between(theirs?.Trim() ?? "", yours.Trim());
        return new CrossedPart(label, left, right);
    }

    /// <summary>A text with what the other lacks marked in it, by a line and weight and not by colour alone.</summary>
    public static IHtmlContent Marked(IEnumerable<TextPart> parts)
    {
        var content = new HtmlContentBuilder();
        foreach (var part in parts)
        {
            if (!part.IsOwn)
            {
                content.Append(part.Text);
                continue;
            }

            var mark = new TagBuilder("mark");
            mark.InnerHtml.Append(part.Text);
            content.AppendHtml(mark);
        }

        return content;
    }
}
