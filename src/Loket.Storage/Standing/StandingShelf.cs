using System.Collections.Concurrent;

namespace Loket.Storage.Standing;

/// <summary>What was read of one database since the last change of anything that stands.</summary>
internal sealed class StandingShelf(long stamp)
{
    private readonly ConcurrentDictionary<object, object> kept = new(ReferenceEqualityComparer.Instance);

    /// <summary>The stamp of the last change.</summary>
    public long Stamp { get; } = stamp;

    public object? Find(object key) => kept.GetValueOrDefault(key);

    public object Keep(object key, object value) => kept.GetOrAdd(key, value);
}

/// <summary>The shelf of one database in this process.</summary>
internal sealed class StandingMemory
{
    private volatile StandingShelf shelf = new(0);

    /// <summary>The shelf for a stamp. Stamps are random, so that one that was rolled back never comes again.</summary>
    public StandingShelf At(long stamp)
    {
        var known = shelf;
        return known.Stamp == stamp ? known : shelf = new StandingShelf(stamp);
    }
}
