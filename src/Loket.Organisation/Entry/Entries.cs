using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Journal;
using Loket.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.Entry;

/// <summary>Something that is made and changed with a form, under a name that nothing else of its kind has.</summary>
internal interface IEntry<TSelf, in TDetails> : IVersioned
    where TSelf : class, IEntry<TSelf, TDetails>
{
    /// <summary>The property that nothing else of its kind shares, also the field of the form.</summary>
    static abstract string UniqueName { get; }

    static abstract Result<TSelf> Make(TDetails details);

    Result<Done> Change(TDetails details);

    /// <summary>What the journal says of it.</summary>
    IJournalEvent Entered(bool isNew);
}

/// <summary>The way in which every form of the organisation makes and changes something.</summary>
internal static class Entries
{
    /// <summary>Makes one, unless its name is taken.</summary>
    public static Task<Result<TId>> Make<TEntry, TDetails, TId>(
        this UnitOfWork unit, RequestKey key, TDetails details, Right right, Actor by, Func<TEntry, TId> id, CancellationToken cancel)
        where TEntry : class, IEntry<TEntry, TDetails> =>
        unit.Run<TId>(key, details, async work =>
        {
            if (!by.May(right)) return OrganisationFailures.Forbidden;
            var made = TEntry.Make(details);
            if (!made.Succeeded) return made.Failure;
            work.Db.Add(made.Value);
            if (await IsTaken<TEntry, TDetails>(work.Db, made.Value, cancel)) return OrganisationFailures.Taken.At(TEntry.UniqueName);
            work.Journal.Write(made.Value.Entered(isNew: true), by);
            return id(made.Value);
        }, cancel);

    /// <summary>Changes one, unless somebody else did so since the form was opened.</summary>
    /// <param name="unit">The way of every change.</param>
    /// <param name="key">Names the wish.</param>
    /// <param name="which">The one with what hangs from it.</param>
    /// <param name="id">Its identifier, for comparison with an earlier use of the key.</param>
    /// <param name="version">As it was when the form was opened.</param>
    /// <param name="details">As it is to be.</param>
    /// <param name="right">Who may.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancel">Stops it.</param>
    public static Task<Result<Done>> Change<TEntry, TDetails>(
        this UnitOfWork unit, RequestKey key, Func<LoketDb, IQueryable<TEntry>> which, object id, int version, TDetails details, Right right, Actor by, CancellationToken cancel)
        where TEntry : class, IEntry<TEntry, TDetails> =>
        unit.Run<Done>(key, new { id, version, details }, async work =>
        {
            if (!by.May(right)) return OrganisationFailures.Forbidden;
            if (await which(work.Db).SingleOrDefaultAsync(cancel) is not { } entry) return OrganisationFailures.NotFound;
            if (entry.Version != version) return StorageFailures.ChangedMeanwhile;
            if (entry.Change(details).Failure is { } failure) return failure;
            if (await IsTaken<TEntry, TDetails>(work.Db, entry, cancel)) return OrganisationFailures.Taken.At(TEntry.UniqueName);
            work.Db.Entry(entry).State = EntityState.Modified;   // what hangs from it counts as a change of it
            work.Journal.Write(entry.Entered(isNew: false), by);
            return default(Done);
        }, cancel);

    /// <summary>Changes the one that stands under a name, or makes it.</summary>
    public static Result<TEntry> Put<TEntry, TDetails>(this Work work, Dictionary<string, TEntry> known, string? name, TDetails details)
        where TEntry : class, IEntry<TEntry, TDetails>
    {
        var standing = name is null ? null : known.GetValueOrDefault(name);
        if (standing?.Change(details).Failure is { } failure) return failure;
        var entry = standing is null ? TEntry.Make(details) : standing;
        if (!entry.Succeeded) return entry.Failure;
        if (standing is null) work.Db.Add(entry.Value);
        known[NameOf<TEntry, TDetails>(work.Db, entry.Value)] = entry.Value;
        work.Journal.Write(entry.Value.Entered(isNew: standing is null), Who.System);
        return entry;
    }

    private static string NameOf<TEntry, TDetails>(LoketDb db, TEntry entry)
        where TEntry : class, IEntry<TEntry, TDetails> => (string)db.Entry(entry).Property(TEntry.UniqueName).CurrentValue!;

    private static async Task<bool> IsTaken<TEntry, TDetails>(LoketDb db, TEntry entry, CancellationToken cancel)
        where TEntry : class, IEntry<TEntry, TDetails>
    {
        var (property, name) = (TEntry.UniqueName, NameOf<TEntry, TDetails>(db, entry));
        return (await db.Set<TEntry>().Where(other => EF.Property<string>(other, property) == name).ToListAsync(cancel)).Exists(other => other != entry);
    }
}
