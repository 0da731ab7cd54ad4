using Loket.Kernel.References;
using Loket.Storage;
using Loket.Storage.Standing;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.Settings;

/// <summary>The municipality's profile; on its own, or inside a transaction with its context.</summary>
public sealed class Profiles(UnitOfWork work)
{
    private static readonly Kept<Profile> Kept = new(async (db, cancel) =>
        (await db.TenantProfiles.AsNoTracking().SingleOrDefaultAsync(cancel))?.Profile() ?? TenantProfile.Unnamed);

    /// <summary>The profile that holds now; a nameless one as long as none was set.</summary>
    public Task<Profile> Current(CancellationToken cancel) => work.Read(db => Current(db, cancel));

    /// <summary>The profile with its version, for its form; a nameless one with version 0 as long as none was set.</summary>
    public Task<(Profile Profile, int Version)> ForForm(CancellationToken cancel) => work.Read(async db =>
        await db.TenantProfiles.AsNoTracking().SingleOrDefaultAsync(cancel) is { } set ? (set.Profile(), set.Version) : (TenantProfile.Unnamed, 0));

    /// <inheritdoc cref="Current(CancellationToken)" />
    public static Task<Profile> Current(LoketDb db, CancellationToken cancel) => Kept.Of(db, cancel);

    /// <summary>The reference that somebody means by what they typed; null when it can be none. One under an earlier prefix stays what it was.</summary>
    public static async Task<Reference?> MeantBy(LoketDb db, string? typed, CancellationToken cancel) =>
        Reference.TryParse(typed, out var exact) ? exact : Reference.Read(typed, (await Current(db, cancel)).ReferencePrefix).Reference;
}
