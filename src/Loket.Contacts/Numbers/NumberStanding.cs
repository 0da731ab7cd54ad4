using Loket.Storage;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Loket.Contacts.Numbers;

/// <summary>How many national numbers are kept under a key.</summary>
/// <param name="Key">The number of the key.</param>
/// <param name="Count">How many.</param>
/// <param name="IsThere">Whether the key is there.</param>
/// <param name="Opens">Whether it opens one of them.</param>
public sealed record KeyStanding(int Key, int Count, bool IsThere, bool Opens);

/// <summary>Under which keys national numbers are kept, for who runs the installation; no number is read.</summary>
public sealed class NumberStanding(UnitOfWork unit, TenantContext tenant)
{
    /// <summary>Each key that is in use, the oldest first.</summary>
    public Task<IReadOnlyList<KeyStanding>> Look(CancellationToken cancel) => unit.Read<IReadOnlyList<KeyStanding>>(async db =>
    {
        var keys = tenant.Tenant.NumberKeys;
        var counts = await db.CustomerNumbers.GroupBy(one => one.SealedUnder).Select(under => new { Key = under.Key, Count = under.Count() }).OrderBy(one => one.Key).ToListAsync(cancel);
        var standing = new List<KeyStanding>();
        foreach (var under in counts)
        {
            var one = await db.CustomerNumbers.Where(number => number.SealedUnder == under.Key).OrderBy(number => number.CustomerId).FirstAsync(cancel);
            standing.Add(new KeyStanding(under.Key, under.Count, keys.Find(under.Key) is not null, one.Open(keys) is not null));
        }

        return standing;
    });
}
