namespace Loket.Storage.Standing;

/// <summary>A reading of what stands, kept in memory per database until any of it changes. What it gives is shared: nobody may change it.</summary>
/// <remarks>One cheap look per context, or for all that a request reads (<see cref="UnitOfWork.ReadFirst{T}"/>), says whether anything changed; so a change counts from its commit on, on every
/// node, and a transaction sees its own.</remarks>
/// <typeparam name="T">What is read.</typeparam>
/// <param name="read">Reads it; from entities that are <see cref="IStanding"/> and from nothing else.</param>
public sealed class Kept<T>(Func<LoketDb, CancellationToken, Task<T>> read) where T : class
{
    /// <summary>As it stands now.</summary>
    public async Task<T> Of(LoketDb db, CancellationToken cancel)
    {
        var shelf = await db.Shelf(cancel);
        return shelf.Find(this) as T ?? (T)shelf.Keep(this, await read(db, cancel));
    }
}
