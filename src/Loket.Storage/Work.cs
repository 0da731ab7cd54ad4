using Loket.Storage.Jobs;
using Loket.Storage.Journal;
using Loket.Storage.Tenancy;
using NodaTime;

namespace Loket.Storage;

/// <summary>One transaction under way: read, decide, change, write the journal.</summary>
/// <param name="Db">The context; saved by the unit of work.</param>
/// <param name="Journal">What happened goes here.</param>
/// <param name="Jobs">What is to be done after the commit; for subscriptions, use cases write the journal only.</param>
/// <param name="Tenant">Whose database it is.</param>
/// <param name="Now">The business moment of this transaction; the same for all that it writes.</param>
public sealed record Work(LoketDb Db, JournalWriter Journal, JobQueue Jobs, Tenant Tenant, Instant Now)
{
    private readonly List<AppendedRows> appended = [];

    internal IReadOnlyList<AppendedRows> Appended => appended;

    /// <summary>Rows of a table that this transaction only adds, or puts in the place of what stands: they go in with the journal, in the same command, and nobody sees them before.</summary>
    public void Append(AppendedRows rows) => appended.Add(rows);

    /// <summary>One at a time with a thing that has no row yet to fight over: what the one before did is there to be read when this returns. One round trip at most.</summary>
    /// <param name="thing">Names it: <c>object:118-042</c>.</param>
    /// <param name="cancel">Stops the waiting.</param>
    public Task WaitTurn(string thing, CancellationToken cancel) => Tenant.Database.WaitTurn(Db, thing, cancel);

    /// <summary>The same for several things at once, always in the same order, so that no two wait for each other.</summary>
    /// <param name="keys">The keys of their rows.</param>
    /// <param name="cancel">Stops the waiting.</param>
    public async Task WaitTurns(IEnumerable<byte[]> keys, CancellationToken cancel)
    {
        foreach (var key in keys.Select(key => Convert.ToHexString(key)).Order(StringComparer.Ordinal)) await WaitTurn(key, cancel);
    }
}
