namespace Loket.Places;

/// <summary>Reads where something is from what a person said: "Nieuwemeerdijk, bij de brug".</summary>
/// <remarks>
/// An object goes before an address, an address before a street, a street before an area. A street that one village has tells the village;
/// one that several have needs a village in the text, and otherwise gives the area that holds all of them. Words that are both a name and ordinary
/// ("op de hoek", "halfweg de dijk") count as a name only behind "in" or "te", or when they stand alone between commas.
/// </remarks>
public static class PlaceReader
{
    private static readonly HashSet<string> Ordinary = new(StringComparer.Ordinal) { "halfweg" };
    private static readonly HashSet<string> Articles = new(StringComparer.Ordinal) { "de", "het", "een", "t", "the", "a" };
    private static readonly string[] StreetEndings =
        ["straat", "weg", "laan", "dijk", "plein", "singel", "kade", "dreef", "steeg", "hof", "gracht", "pad", "plantsoen", "boulevard", "ring", "allee", "park", "tocht", "vaart"];

    /// <summary>The street names that may be in a text, as <see cref="StreetSketch"/>es are compared: for fetching only those.</summary>
    internal static IReadOnlyCollection<string> StreetKeysIn(string? text) => WordsOfText.Of(text).Joined().Select(run => run.Key).ToHashSet(StringComparer.Ordinal);

    /// <summary>The best reading.</summary>
    /// <param name="said">What was said.</param>
    /// <param name="streets">The streets of the municipality, or those whose names may be in the text.</param>
    /// <param name="areas">Its areas.</param>
    public static PlaceRead Read(PlaceSaid said, IReadOnlyCollection<StreetSketch> streets, AreaMap areas)
    {
        if (said.Asset is { } asset)
            return new PlaceRead(said.Text, asset.Area, asset.Street, null, said.Address, asset, asset.Position, PlaceCertainty.Exact);
        if (said.Address is { Number: not null } address)
            return new PlaceRead(said.Text, address.Area, address.Street, null, address, null, address.Position, PlaceCertainty.Exact);

        var words = WordsOfText.Of(said.Text);
        var byName = streets.ToLookup(street => CompactText.Of(street.Name), StringComparer.Ordinal);
        var named = words.Longest(run => byName.Contains(run.Key) && IsStreet(words, run));
        var inTexts = words.Longest(run => AreaOf(run, areas) is not null && IsArea(words, run))
            .Where(run => !named.Any(street => street.Overlaps(run))).Select(run => AreaOf(run, areas)!.Key);
        var area = Together([.. inTexts.Concat(areas.Named(said.Village) is { } village ? [village.Key] : [])], areas);

        if (said.Address is { } whole)
            return new PlaceRead(said.Text, Narrowest(whole.Area, area, areas), whole.Street, null, whole, null, null, PlaceCertainty.Street);
        if (named.Count == 0)
            return new PlaceRead(said.Text, area, null, null, null, null, null, area is null ? PlaceCertainty.Unknown : PlaceCertainty.Area);

        var candidates = byName[named[0].Key].ToList();
        // "Hoek Dorpsstraat en Kerkweg": the village that has both.
        foreach (var other in named.Skip(1).Select(run => byName[run.Key].Select(street => street.Town).ToHashSet(StringComparer.Ordinal)))
        {
            if (candidates.Any(street => other.Contains(street.Town))) candidates.RemoveAll(street => !other.Contains(street.Town));
        }

        if (area is not null && candidates.Any(street => Fits(street.Area, area, areas))) candidates.RemoveAll(street => !Fits(street.Area, area, areas));
        var number = words.NumberBehind(named[0]);
        if (candidates is [var only])
            return new PlaceRead(said.Text, Narrowest(only.Area, area, areas), only.Name, number, null, null, null, PlaceCertainty.Street);
        var around = candidates.Exists(street => street.Area is null) ? null : areas.SmallestThatHolds([.. candidates.Select(street => street.Area!)]);
        return new PlaceRead(said.Text, area ?? around, candidates[0].Name, number, null, null, null, PlaceCertainty.StreetSomewhere);
    }

    private static AreaCard? AreaOf(WordRun run, AreaMap areas) => areas.Named(run.Key);

    private static bool IsArea(WordsOfText words, WordRun run)
    {
        var beginsWithArticle = Articles.Contains(words.KeyAt(run.From));
        if (run.Length == 1 && beginsWithArticle) return false;
        if (!beginsWithArticle && !Ordinary.Contains(run.Key) && !Articles.Contains(words.KeyAt(run.From - 1))) return true;
        return words.KeyAt(run.From - 1) is "in" or "te" || words.IsAlone(run);
    }

    // A street called Brug is not meant by "bij de brug"; but "op de Brug", "aan de dorpsstraat" and "Brug 12" are streets.
    private static bool IsStreet(WordsOfText words, WordRun run) =>
        run.Length > 1 || !Articles.Contains(words.KeyAt(run.From - 1)) || words.IsCapital(run) || words.NumberBehind(run) is not null
        || StreetEndings.Any(ending => run.Key.Length > ending.Length && run.Key.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>One area out of several: the smallest if they hold each other, else the one that holds all.</summary>
    private static string? Together(IReadOnlyList<string> keys, AreaMap areas)
    {
        var smallest = keys.Distinct(StringComparer.Ordinal).Where(key => !keys.Any(other => other != key && areas.AndAbove(other).Contains(key))).ToList();
        return smallest.Count == 1 ? smallest[0] : areas.SmallestThatHolds(smallest);
    }

    private static bool Fits(string? street, string area, AreaMap areas) =>
        street is not null && (areas.AndAbove(street).Contains(area) || areas.AndAbove(area).Contains(street));

    private static string? Narrowest(string? street, string? area, AreaMap areas) =>
        street is null || (area is not null && areas.AndAbove(area).Contains(street)) ? area : street;
}
