using Loket.Cases.Types;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Reading;

/// <summary>The selection list, as the municipality keeps it here.</summary>
public sealed class SelectionList(UnitOfWork unit)
{
    /// <summary>All of it, in the order of the numbers; empty for who may not set it up.</summary>
    public Task<IReadOnlyList<SelectionCard>> All(Actor reader, CancellationToken cancel) =>
        unit.Read(async db => reader.May(Right.Configure) ? await All(db, cancel) : []);

    /// <inheritdoc cref="All(Actor, CancellationToken)" />
    internal static async Task<IReadOnlyList<SelectionCard>> All(LoketDb db, CancellationToken cancel) =>
        [.. (await db.Set<SelectionEntry>().AsNoTracking().ToListAsync(cancel)).Select(entry => entry.Card()).Order(Comparer<SelectionCard>.Create(ByNumber))];

    // 2.10 comes after 2.9.
    private static int ByNumber(SelectionCard one, SelectionCard other)
    {
        var (left, right) = (one.Number.Split('.'), other.Number.Split('.'));
        foreach (var (a, b) in left.Zip(right))
        {
            var order = a.Length == b.Length ? string.CompareOrdinal(a, b) : a.Length - b.Length;
            if (order != 0) return order;
        }

        return left.Length - right.Length;
    }
}
