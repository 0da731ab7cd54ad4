using Loket.Kernel;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Organisation.Accounts;

/// <summary>Whether somebody showed just now that it is them: whoever finds a computer open can't give themselves a way in for tomorrow.</summary>
internal static class Freshness
{
    private static readonly Duration Lasts = Duration.FromMinutes(15);

    public static async Task<bool> Of(LoketDb db, StaffId staff, string? session, Instant now, CancellationToken cancel)
    {
        var (hash, since) = (Token.HashOf(session), now - Lasts);
        return hash is not null && await db.Sessions.AnyAsync(
            one => one.Hash == hash && one.StaffId == staff && one.Stage == SessionStage.SignedIn && one.ProvenAt > since && one.EndsAt > now, cancel);
    }
}
