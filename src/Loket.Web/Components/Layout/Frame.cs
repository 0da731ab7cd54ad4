namespace Loket.Web.Components;

/// <summary>What a page tells the layout around it. One per request; the page fills it, the layout reads it.</summary>
public sealed class Frame
{
    // Tabs and search engines show some seventy characters; seven are for "Error: ", three for what stands between.
    private const int LongestTitle = 60;

    /// <summary>The page's title, for the browser's tab; the heading in the page says the same.</summary>
    public string Title { get; set; } = "";

    /// <summary>The title as it stands in the tab, with the name of the municipality behind it: what a resident typed may be long.</summary>
    /// <param name="municipality">Its name.</param>
    public string TitleWith(string municipality)
    {
        if (Title.Length == 0) return municipality;
        var room = Math.Max(1, LongestTitle - municipality.Length);
        return $"{(Title.Length <= room ? Title : Cut(room - 1) + "…")} - {municipality}";
    }

    // An emoji is two characters that belong together.
    private string Cut(int length) => Title[..(length > 0 && char.IsHighSurrogate(Title[length - 1]) ? length - 1 : length)].TrimEnd();

    /// <summary>The pages above this one, the home page first; empty on the home page.</summary>
    public IReadOnlyList<Crumb> Trail { get; set; } = [];

    /// <summary>Whether the page needs more room than one column of text.</summary>
    public bool Wide { get; set; }

    /// <summary>On paper: whether the page makes its sheets itself, each with the head of the municipality.</summary>
    public bool OwnSheets { get; set; }

    /// <summary>Key of the entry in the staff's side bar that this page belongs to.</summary>
    public string? Entry { get; set; }

    /// <summary>On a partner's page: who is addressed.</summary>
    public string? PartnerName { get; set; }

    /// <summary>What was searched for, to stay in the find box.</summary>
    public string? Find { get; set; }

    /// <summary>More modules for this page, for example <c>~/js/suggest.js</c>.</summary>
    public IReadOnlyList<string> Modules { get; set; } = [];
}
