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
    public async Task Write<TId>(
        IReadOnlyCollection<TId> shown, Func<IReadOnlyList<TId>, IJournalEvent> look, string place, RequestKey form, Who by, CancellationToken cancel)
        where TId : struct, IId<TId>
    {
        if (shown.Count == 0) return;
        var (things, during) = (shown.Distinct().ToList(), During(place, form, by));
        if (await unit.Read(db => New(db, things, during, cancel)) is { Count: 0 }) return;

        var written = await unit.Run<Done>(async work =>
        {
            var added = await New(work.Db, things, during, cancel);
            if (added.Count == 0) return default(Done);
            work.Db.AddRange(added.Select(id => new SeenThing { During = during, Thing = id.Value, At = work.Now }));
            work.Journal.Write(look(added), by);
            return default(Done);
        }, cancel);
        if (!written.Succeeded) throw new InvalidOperationException(written.Failure.Code);
    }

    private static async Task<List<TId>> New<TId>(LoketDb db, List<TId> shown, byte[] during, CancellationToken cancel) where TId : struct, IId<TId>
    {
        var things = shown.ConvertAll(id => id.Value);
        var seen = await db.Set<SeenThing>().Where(one => one.During == during && things.Contains(one.Thing)).Select(one => one.Thing).ToListAsync(cancel);
        return seen.Count == 0 ? shown : shown.FindAll(id => !seen.Contains(id.Value));
    }

    private byte[] During(string place, RequestKey form, Who by)
    {
        var during = form.IsNone ? context.Tenant.Clock.Now().InUtc().Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) : form.Scope + "\n" + form.Key;
        return SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{by.Kind}:{by.Id:N}\n{place}\n{during}")));
    }
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
    public void Configure(EntityTypeBuilder<SeenThing> builder)
    {
        builder.ToTable("seen_things");
        builder.HasKey(one => new { one.During, one.Thing });
        builder.HasIndex(one => one.At);
    }
}
