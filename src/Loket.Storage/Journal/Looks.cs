using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Loket.Kernel;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Storage.Journal;

/// <summary>Writes down who saw what in a list, a search or a suggestion, before anything of it is shown: when it can't be written, nothing is.</summary>
/// <remarks>A list is opened all day and a search asked at each pause in the typing. Each thing counts once for a reader: a day, or the form that is
/// filled in. An entry names what this reader had not seen there yet, so who saw what and when it began is complete, and the rest of the journal is not drowned.</remarks>
public sealed class Looks(UnitOfWork unit, TenantContext context)
{
    /// <summary>Writes what was not seen before.</summary>
    /// <param name="shown">What is shown.</param>
    /// <param name="look">The event, of what is new to this reader.</param>
    /// <param name="place">In which list or search.</param>
    /// <param name="form">The form that is filled in; none for a list, where a day counts.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="cancel">Stops it.</param>
    public Task Write<TId>(
        IReadOnlyCollection<TId> shown, Func<IReadOnlyList<TId>, IJournalEvent> look, string place, RequestKey form, Who by, CancellationToken cancel)
        where TId : struct, IId<TId> => Write([Look.At(shown, look, place, form)], by, cancel);

    /// <summary>The same of several lists of one page, in one question: asked also where nothing is shown, so that a page asks as often whatever stands on it.</summary>
    public Task Write(IReadOnlyList<Look> looks, Who by, CancellationToken cancel) => Write(looks, [], by, cancel);

    /// <summary>The same of a page whose opening is a look each time: all of it is written together.</summary>
    /// <param name="looks">What is shown in lists.</param>
    /// <param name="opened">What is written each time.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task Write(IReadOnlyList<Look> looks, IReadOnlyList<IJournalEvent> opened, Who by, CancellationToken cancel)
    {
        var places = looks.Select(look => (Look: look, During: During(look.Place, look.Form, by))).ToList();
        List<(Look Look, byte[] During, IReadOnlyList<Guid> Added)>? fresh = await unit.Read(db => New(db, places, cancel));
        if (fresh.Count + opened.Count == 0) return;

        var written = await unit.Run<Done>(async work =>
        {
            foreach (var happened in opened) work.Journal.Write(happened, by);
            // What another window wrote meanwhile is refused by its key; then this runs again, and asks again what is new.
            var added = fresh ?? await New(work.Db, places, cancel);
            fresh = null;
            foreach (var (look, during, things) in added)
            {
                work.Append(SeenThingConfiguration.Rows(work.Db.Kind, during, things, work.Now));
                work.Journal.Write(look.Happened(things), by);
            }

            return default(Done);
        }, cancel);
        if (!written.Succeeded) throw new InvalidOperationException(written.Failure.Code);
    }

    private static async Task<List<(Look Look, byte[] During, IReadOnlyList<Guid> Added)>> New(LoketDb db, List<(Look Look, byte[] During)> places, CancellationToken cancel)
    {
        // Each by the key of the table.
        var seen = await places.Select(place => Seen(db, place.During, [.. place.Look.Things])).Aggregate((left, right) => left.Concat(right)).AsNoTracking().ToListAsync(cancel);
        return [.. places.Select(place => (place.Look, place.During, Added: Unseen(place.Look, place.During, seen))).Where(place => place.Added.Count > 0)];
    }

    private static IQueryable<SeenThing> Seen(LoketDb db, byte[] during, List<Guid> things) =>
        db.Set<SeenThing>().Where(one => one.During == during && things.Contains(one.Thing));

    private static IReadOnlyList<Guid> Unseen(Look look, byte[] during, List<SeenThing> seen)
    {
        var known = seen.Where(one => one.During.AsSpan().SequenceEqual(during)).Select(one => one.Thing).ToHashSet();
        return [.. look.Things.Where(thing => !known.Contains(thing))];
    }

    private byte[] During(string place, RequestKey form, Who by)
    {
        var during = form.IsNone ? context.Tenant.Clock.Now().InUtc().Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) : form.Scope + "\n" + form.Key;
        return SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{by.Kind}:{by.Id:N}\n{place}\n{during}")));
    }
}

/// <summary>What a reader is shown in one list or search.</summary>
/// <param name="Things">What is shown.</param>
/// <param name="Happened">The event, of what is new to this reader.</param>
/// <param name="Place">In which list or search.</param>
/// <param name="Form">The form that is filled in; none for a list, where a day counts.</param>
public sealed record Look(IReadOnlyList<Guid> Things, Func<IReadOnlyList<Guid>, IJournalEvent> Happened, string Place, RequestKey Form)
{
    /// <summary>The same, of things of one kind.</summary>
    public static Look At<TId>(IEnumerable<TId> shown, Func<IReadOnlyList<TId>, IJournalEvent> happened, string place, RequestKey form) where TId : struct, IId<TId> =>
        new([.. shown.Select(id => id.Value).Distinct()], added => happened([.. added.Select(thing => TId.From(thing))]), place, form);
}

/// <summary>Something that a reader was shown in a place, on a day or beside a form; it is written in the journal, and need not be again.</summary>
internal sealed class SeenThing
{
    /// <summary>Digest of the reader, the place and the day or form.</summary>
    public required byte[] During { get; init; }

    public required Guid Thing { get; init; }

    public required Instant At { get; init; }
}

internal sealed class SeenThingConfiguration : IEntityTypeConfiguration<SeenThing>
{
    private const string Table = "seen_things";
    private static readonly string[] Columns = ["during", "thing", "at"];

    // In one order, so that two windows of one reader never wait for each other.
    public static AppendedRows Rows(IDatabaseKind kind, byte[] during, IEnumerable<Guid> things, Instant at) =>
        new(Table, Columns, [.. things.Order().Select(thing => new object?[] { during, kind.Parameter(thing), at.ToUnixTimeTicks() / 10 })]);

    public void Configure(EntityTypeBuilder<SeenThing> builder)
    {
        builder.ToTable(Table);
        builder.HasKey(one => new { one.During, one.Thing });
        builder.HasIndex(one => one.At);
    }
}
