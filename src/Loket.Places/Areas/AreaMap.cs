namespace Loket.Places;

/// <summary>Which area lies in which, as plain data. A circle in it (an area that holds itself) is walked once.</summary>
public sealed class AreaMap
{
    private readonly Dictionary<string, AreaCard> byKey;
    private readonly ILookup<string, AreaCard> byName, byCompactKey, byBareName;

    /// <summary>The map of these areas.</summary>
    public AreaMap(IEnumerable<AreaCard> areas)
    {
        byKey = areas.ToDictionary(area => area.Key, StringComparer.Ordinal);
        // Names are looked up for every word that somebody types.
        var ranked = byKey.Values.OrderBy(area => area.Kind switch { AreaKind.Village => 0, AreaKind.Core => 1, _ => 2 }).ThenBy(area => area.Key, StringComparer.Ordinal).ToList();
        byName = ranked.ToLookup(area => CompactText.Of(area.Name), StringComparer.Ordinal);
        byCompactKey = ranked.ToLookup(area => CompactText.Of(area.Key), StringComparer.Ordinal);
        byBareName = ranked.ToLookup(area => WithoutArticle(area.Name), StringComparer.Ordinal);
    }

    /// <summary>All areas.</summary>
    public IReadOnlyCollection<AreaCard> All => byKey.Values;

    /// <summary>The area with this key, or nothing.</summary>
    public AreaCard? this[string? key] => key is null ? null : byKey.GetValueOrDefault(key);

    /// <summary>The area with all that hold it, smallest first; empty for an unknown one.</summary>
    public IReadOnlyList<string> AndAbove(string? key)
    {
        var path = new List<string>();
        for (var area = this[key]; area is not null && !path.Contains(area.Key); area = this[area.Parent]) path.Add(area.Key);
        return path;
    }

    /// <summary>The smallest area that holds all of these (an area holds itself); nothing when there is none.</summary>
    public string? SmallestThatHolds(IReadOnlyCollection<string> keys)
    {
        if (keys.Count == 0) return null;
        var paths = keys.Distinct(StringComparer.Ordinal).Select(AndAbove).ToList();
        return paths[0].FirstOrDefault(candidate => paths.TrueForAll(path => path.Contains(candidate)));
    }

    /// <summary>Reads an area's name or key as a person types it: "nieuw vennep" is Nieuw-Vennep, "kabel" is 't Kabel.</summary>
    /// <remarks>Of equal names the village comes first, then the core, then the area team.</remarks>
    public AreaCard? Named(string? typed)
    {
        var wanted = CompactText.Of(typed);
        if (wanted.Length == 0) return null;
        return byName[wanted].FirstOrDefault() ?? byCompactKey[wanted].FirstOrDefault() ?? byBareName[WithoutArticle(typed)].FirstOrDefault();
    }

    /// <summary>All as a tree, by name; an area whose holder is unknown, or that only circles hold, stands at the top.</summary>
    public IReadOnlyList<AreaNode> Tree()
    {
        var inCircle = byKey.Values.Where(area => this[AndAbove(area.Key)[^1]]?.Parent is { } top && this[top] is not null).Select(area => area.Key).ToHashSet(StringComparer.Ordinal);
        var held = byKey.Values.Where(area => !IsTop(area)).ToLookup(area => area.Parent!, StringComparer.Ordinal);
        return [.. ByName(byKey.Values.Where(IsTop)).Select(Node)];

        bool IsTop(AreaCard area) => this[area.Parent] is null || inCircle.Contains(area.Key);
        AreaNode Node(AreaCard area) => new(area, [.. ByName(held[area.Key]).Select(Node)]);
    }

    private static IEnumerable<AreaCard> ByName(IEnumerable<AreaCard> areas) =>
        areas.OrderBy(area => CompactText.Of(area.Name), StringComparer.Ordinal).ThenBy(area => area.Key, StringComparer.Ordinal);

    private static string WithoutArticle(string? name) =>
        CompactText.Words(name) is [("de" or "het" or "t" or "den"), .. var rest] && rest.Length > 0 ? string.Concat(rest) : CompactText.Of(name);
}
