using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Loket.Kernel;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Loket.Storage.Journal;

/// <summary>Writes down who saw what in a list, a search or a suggestion, before anything of it is shown: when it can't be written, nothing is.</summary>
/// <remarks>A list is opened all day and a search asked at each pause in the typing. Each thing counts once for a reader: a day, or the form that is
/// filled in. An entry names what this reader had not seen there yet, so who saw what and when it began is complete, and the rest of the journal is not drowned.</remarks>
public sealed class Looks(UnitOfWork unit, TenantContext context)
{
    // Beyond this the oldest are forgotten, and count once more.
    private const int Remembered = 1000;

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
        var key = KeyOf(place, form, by);
        if (New(shown, await unit.Read(db => Seen(db, key, cancel))).Count == 0) return;

        var written = await unit.Run<Done>(async work =>
        {
            var seen = await Seen(work.Db, key, cancel);
            var added = New(shown, seen);
            if (added.Count == 0) return default(Done);
            await Remember(work, key, seen, [.. added.Select(id => id.Value), .. seen ?? []], cancel);
            work.Journal.Write(look(added), by);
            return default(Done);
        }, cancel);
        if (!written.Succeeded) throw new InvalidOperationException(written.Failure.Code);
    }

    private static List<TId> New<TId>(IEnumerable<TId> shown, Guid[]? seen) where TId : struct, IId<TId> =>
        [.. shown.Distinct().Where(id => seen?.Contains(id.Value) != true)];

    // Kept with the wishes that were carried out, and gone with them.
    private static async Task<Guid[]?> Seen(LoketDb db, RequestKey key, CancellationToken cancel)
    {
        var kept = await db.Set<StoredRequest>().Where(one => one.Scope == key.Scope && one.Key == key.Key).Select(one => one.Result).SingleOrDefaultAsync(cancel);
        return kept is null ? null : JsonSerializer.Deserialize<Guid[]>(kept, Json.Options);
    }

    private static async Task Remember(Work work, RequestKey key, Guid[]? before, IEnumerable<Guid> seen, CancellationToken cancel)
    {
        var kept = JsonSerializer.Serialize(seen.Take(Remembered), Json.Options);
        if (before is null) work.Db.Add(new StoredRequest { Scope = key.Scope, Key = key.Key, Hash = [], Result = kept, At = work.Now });
        else await work.Db.Set<StoredRequest>().Where(one => one.Scope == key.Scope && one.Key == key.Key).ExecuteUpdateAsync(set => set.SetProperty(one => one.Result, kept), cancel);
    }

    private RequestKey KeyOf(string place, RequestKey form, Who by)
    {
        var during = form.IsNone ? context.Tenant.Clock.Now().InUtc().Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) : form.Scope + "\n" + form.Key;
        return new RequestKey(
            string.Create(CultureInfo.InvariantCulture, $"look:{by.Kind}:{by.Id:N}"), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(place + "\n" + during))));
    }
}
