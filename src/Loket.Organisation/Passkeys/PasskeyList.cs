using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Organisation.Passkeys;

/// <summary>A passkey as its owner sees it.</summary>
/// <param name="Id">By which it is removed.</param>
/// <param name="Name">As its owner calls it.</param>
/// <param name="AddedAt">Since when it works.</param>
/// <param name="UsedAt">When it was last used; null when it never was.</param>
public sealed record PasskeyCard(PasskeyId Id, string Name, Instant AddedAt, Instant? UsedAt);

/// <summary>With what an answer of a passkey is checked.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Staff">Whose.</param>
/// <param name="PublicKey">The key (COSE).</param>
public sealed record PasskeyCheck(PasskeyId Id, StaffId Staff, byte[] PublicKey);

/// <summary>The passkeys that there are.</summary>
public sealed class PasskeyList(UnitOfWork work)
{
    /// <summary>Those of the reader, the first one first.</summary>
    public Task<IReadOnlyList<PasskeyCard>> Own(Actor by, CancellationToken cancel) => work.Read<IReadOnlyList<PasskeyCard>>(async db =>
        by.Staff is not { } staff ? [] : await db.Passkeys.Where(one => one.StaffId == staff).OrderBy(one => one.AddedAt)
            .Select(one => new PasskeyCard(one.Id, one.Name, one.AddedAt, one.UsedAt)).ToListAsync(cancel));

    /// <summary>The identities of those of the reader: a device makes no second one beside them.</summary>
    public Task<IReadOnlyList<byte[]>> OwnCredentials(Actor by, CancellationToken cancel) => work.Read<IReadOnlyList<byte[]>>(async db =>
        by.Staff is not { } staff ? [] : await db.Passkeys.Where(one => one.StaffId == staff).Select(one => one.Credential).ToListAsync(cancel));

    /// <summary>The one that a device names; null when there is none.</summary>
    public Task<PasskeyCheck?> Find(byte[] credential, CancellationToken cancel) => work.Read(db =>
        db.Passkeys.Where(one => one.Credential == credential).Select(one => new PasskeyCheck(one.Id, one.StaffId, one.PublicKey)).SingleOrDefaultAsync(cancel));
}
