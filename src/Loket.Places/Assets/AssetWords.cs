namespace Loket.Places;

/// <summary>What people call things outside, in Dutch and English.</summary>
public static class AssetWords
{
    // The end of the word decides: a straatlantaarn is a lantaarn, a lantaarnpaal a lamp post.
    private static readonly (string Ending, AssetKind Kind)[] Endings =
    [
        ("lamp", AssetKind.LampPost), ("lampen", AssetKind.LampPost), ("lantaarn", AssetKind.LampPost), ("lantaarnpaal", AssetKind.LampPost), ("lamppaal", AssetKind.LampPost),
        ("lichtpaal", AssetKind.LampPost), ("mast", AssetKind.LampPost), ("post", AssetKind.LampPost), ("container", AssetKind.Container),
        ("bak", AssetKind.Bin), ("bin", AssetKind.Bin), ("boom", AssetKind.Tree), ("tree", AssetKind.Tree),
        ("bank", AssetKind.Bench), ("bankje", AssetKind.Bench), ("bench", AssetKind.Bench), ("overig", AssetKind.Other), ("other", AssetKind.Other),
    ];

    /// <summary>What most people call one such thing, in Dutch; null for what has no name of its own.</summary>
    public static string? NameOf(AssetKind kind) => kind switch
    {
        AssetKind.LampPost => "lantaarnpaal",
        AssetKind.Container => "container",
        AssetKind.Bin => "afvalbak",
        AssetKind.Tree => "boom",
        AssetKind.Bench => "bankje",
        _ => null,
    };

    /// <summary>The kind that a folded word names; nothing for other words.</summary>
    public static AssetKind? KindOf(string folded)
    {
        foreach (var (ending, kind) in Endings)
        {
            if (folded.EndsWith(ending, StringComparison.Ordinal)) return kind;
        }

        return null;
    }
}
