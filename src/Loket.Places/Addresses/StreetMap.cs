using Loket.Kernel.Text;
using Loket.Storage;
using Loket.Storage.Standing;
using Microsoft.EntityFrameworkCore;

namespace Loket.Places;

/// <summary>All streets, in memory: a municipality has a few thousand, and each contact and each letter of an address asks for them.</summary>
internal sealed class StreetMap
{
    private static readonly Kept<StreetMap> Kept = new(async (db, cancel) => new StreetMap(await db.Streets.AsNoTracking().ToListAsync(cancel)));

    private readonly string[] beginnings;
    private readonly Street[] begun;
    private readonly ILookup<string, Street> named;

    private StreetMap(List<Street> streets)
    {
        var sorted = streets.SelectMany(street => Beginnings(street).Select(key => (Key: key, Street: street)))
            .OrderBy(one => one.Key, StringComparer.Ordinal).ThenBy(one => one.Street.TownKey, StringComparer.Ordinal).ToArray();
        (beginnings, begun) = (Array.ConvertAll(sorted, one => one.Key), Array.ConvertAll(sorted, one => one.Street));
        named = streets.ToLookup(street => street.NameKey, StringComparer.Ordinal);
    }

    /// <summary>As they stand now.</summary>
    public static Task<StreetMap> Of(LoketDb db, CancellationToken cancel) => Kept.Of(db, cancel);

    /// <summary>The streets of this name, one per town that has it.</summary>
    public IEnumerable<Street> Named(string nameKey) => named[nameKey];

    /// <summary>The streets that somebody may mean who has typed this much; a street stands here once for each of its words that begins so.</summary>
    public IEnumerable<Street> Beginning(string key)
    {
        var at = Array.BinarySearch(beginnings, key, StringComparer.Ordinal);
        if (at < 0) at = ~at;
        while (at > 0 && beginnings[at - 1] == key) at--;
        for (; at < begun.Length && beginnings[at].StartsWith(key, StringComparison.Ordinal); at++) yield return begun[at];
    }

    // The name from each word on, followed by the town: "van der meul", "meulen" and "dorpsstraat zwan" all find theirs.
    private static IEnumerable<string> Beginnings(Street street)
    {
        var words = CompactText.Words(street.Name);
        return Enumerable.Range(0, words.Length).Select(from => string.Concat(words.Skip(from)) + street.TownKey).Prepend(street.NameKey + street.TownKey).Distinct(StringComparer.Ordinal);
    }
}
