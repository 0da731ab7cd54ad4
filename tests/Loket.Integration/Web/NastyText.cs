namespace Loket.Integration.Web;

/// <summary>What people and programs type that nobody thought of.</summary>
internal static class NastyText
{
    /// <summary>Nothing is wrong with the text, but the form stood open too long.</summary>
    public const string OfLongAgo = "of long ago";

    /// <summary>Nothing is typed: what is chosen does not exist.</summary>
    public const string UnknownChoice = "unknown choice";

    /// <summary>Each field holds another of <see cref="Kept"/>.</summary>
    public const string Mixed = "each field another";

    /// <summary>Longer than any field takes.</summary>
    public static string Long { get; } = new('x', 100_000);

    /// <summary>What a field for any text takes as it is, each under the name of what it is.</summary>
    public static IReadOnlyList<(string Name, string Text)> Kept { get; } =
    [
        ("emoji", "🔦💡👩‍👩‍👧‍👦 lamp is stuk 🇳🇱"),
        ("null byte", "lamp 🔦\0 is\0 stuk"),
        ("right to left", "\u202Eעברית مصباح الشارع\u202C lamp"),
        ("half a character", "lamp \uD83D stuk"),
        ("script", "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"),
        ("SQL", "'; DROP TABLE cases; -- \" OR 1=1"),
    ];

    /// <summary>What is tried on a form as a whole; without a text nothing is typed.</summary>
    public static IReadOnlyList<(string Name, string? Text)> Whole { get; } =
    [
        ("empty", ""),
        ("long", Long),
        ("null byte", Kept[1].Text),
        (Mixed, ""),
        (UnknownChoice, null),
        (OfLongAgo, "De brug piept, al sinds gisteren"),
    ];

    /// <summary>Every text.</summary>
    public static IReadOnlyList<(string Name, string Text)> All { get; } = [("empty", ""), ("long", Long), .. Kept, ("wrong date", "31")];
}
