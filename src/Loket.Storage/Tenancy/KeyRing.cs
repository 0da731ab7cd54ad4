using System.Collections.Immutable;

namespace Loket.Storage.Tenancy;

/// <summary>Keys for what stays for years, each with a number: the newest seals, and those before it open what they sealed. So a key is renewed, and nothing is lost (decision 0048).</summary>
/// <remarks>Key 0 follows from the secret of the municipality, which can't be renewed itself; the others stand in a file of their own. None stands in the database.</remarks>
/// <param name="first">Key 0.</param>
public sealed class KeyRing(TenantKeys first)
{
    private ImmutableSortedDictionary<int, TenantKeys> keys = ImmutableSortedDictionary<int, TenantKeys>.Empty.Add(0, first);

    /// <summary>The number of the key that seals.</summary>
    public int Newest => keys.Keys.Max();

    /// <summary>The numbers of all, the oldest first.</summary>
    public IReadOnlyList<int> Numbers => [.. keys.Keys];

    /// <summary>The key with a number; null where it is not there.</summary>
    public TenantKeys? Find(int number) => keys.TryGetValue(number, out var key) ? key : null;

    /// <summary>Takes a key in. With the highest number it is the one that seals from now on.</summary>
    /// <param name="number">Its number, above 0.</param>
    /// <param name="secret">At least 32 random bytes.</param>
    public void Add(int number, byte[] secret)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(number);
        keys = keys.Add(number, new TenantKeys(secret));
    }
}
