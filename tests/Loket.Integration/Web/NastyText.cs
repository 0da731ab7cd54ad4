namespace Loket.Integration.Web;

/// <summary>What people and programs type that nobody thought of.</summary>
internal static class NastyText
{
    /// <summary>Nothing is wrong with the text, but the form stood open too long.</summary>
    public const string OfLongAgo = "of long ago";

    /// <summary>Nothing is typed: what is chosen does not exist.</summary>
    public const string UnknownChoice = "unknown choice";

    /// <summary>Those that are tried in one field at a time: the longest, and what a database may not take, with a sign of four bytes in it.</summary>
    public static IReadOnlyList<string> Alone { get; } = ["long", "null byte"];

    /// <summary>Each under the name of what it is; without a text it is a choice that does not exist.</summary>
    public static IReadOnlyList<(string Name, string? Text)> All { get; } =
    [
        ("empty", ""),
        ("long", new string('x', 100_000)),
        ("emoji", "🔦💡👩‍👩‍👧‍👦 lamp is stuk 🇳🇱"),
        ("right to left", "\u202Eעברית مصباح الشارع\u202C lamp"),
        ("script", "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"),
        ("SQL", "'; DROP TABLE cases; -- \" OR 1=1"),
        ("null byte", "lamp 🔦\0 is\0 stuk"),
        ("wrong date", "31"),
        ("half a character", "lamp \uD83D stuk"),
        (UnknownChoice, null),
        (OfLongAgo, "De brug piept, al sinds gisteren"),
    ];
}
