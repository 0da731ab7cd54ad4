using System.Text.Json;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Organisation.Drafts;

/// <summary>What somebody wrote and has not sent.</summary>
/// <param name="About">What it is about.</param>
/// <param name="Path">The page on which it is gone on with.</param>
/// <param name="Fields">What was typed, by the names of the form.</param>
/// <param name="Stamp">Which one it is, to tell a newer one.</param>
/// <param name="SavedAt">When it was kept last.</param>
public sealed record OpenDraft(DraftSubject About, string Path, IReadOnlyDictionary<string, string[]> Fields, Guid Stamp, Instant SavedAt);

/// <summary>Reads drafts, to their owner and nobody else. Whether the owner may still know of what they are about is for who shows them.</summary>
public sealed class ReadDrafts(UnitOfWork work, TenantContext context)
{
    /// <summary>Those about some things, newest first.</summary>
    public Task<IReadOnlyList<OpenDraft>> Of(DraftPlace place, IReadOnlyCollection<Guid> things, Actor by, CancellationToken cancel) =>
        work.Read(db => Open(db, context.Tenant.Keys, by, drafts => drafts.Where(one => one.Place == place && things.Contains(one.Thing)), cancel));

    /// <summary>All of somebody, newest first.</summary>
    public static Task<IReadOnlyList<OpenDraft>> All(LoketDb db, TenantKeys keys, Actor by, CancellationToken cancel) => Open(db, keys, by, drafts => drafts, cancel);

    private static async Task<IReadOnlyList<OpenDraft>> Open(LoketDb db, TenantKeys keys, Actor by, Func<IQueryable<Draft>, IQueryable<Draft>> which, CancellationToken cancel)
    {
        if (by.Staff is not { } owner) return [];
        // What was carried out a moment ago is no draft, even where it could not be removed any more.
        var sent = CarriedOut.Keys(db, ScopeOf(owner));
        var rows = await which(db.Drafts.Where(one => one.StaffId == owner)).Where(one => !sent.Contains(one.FormKey)).OrderByDescending(one => one.SavedAt).ToListAsync(cancel);
        return [.. rows.Select(row => Read(row, keys)).OfType<OpenDraft>()];
    }

    // As forms name their keys.
    private static string ScopeOf(StaffId owner) => "form:" + owner.Value;

    internal static OpenDraft? Read(Draft row, TenantKeys keys)
    {
        var about = new DraftSubject(row.Place, row.Thing, row.Form);
        return keys.Open(KeepDraft.Purpose(row.StaffId, about), row.Body) is { } plain && JsonSerializer.Deserialize<Dictionary<string, string[]>>(plain, Json.Options) is { } fields
            ? new OpenDraft(about, row.Path, fields, row.Stamp, row.SavedAt)
            : null;
    }
}
