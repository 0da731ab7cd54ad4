using Loket.Kernel;
using Loket.Organisation.Providers;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Organisation.Accounts;

/// <summary>A browser on which somebody is signed in.</summary>
/// <param name="Id">By which it is ended.</param>
/// <param name="Browser">Which one.</param>
/// <param name="Since">Since when.</param>
/// <param name="SeenAt">When it was last used, give or take some minutes.</param>
/// <param name="IsThis">Whether it is the one in hand.</param>
public sealed record SessionCard(SessionId Id, Browser Browser, Instant Since, Instant SeenAt, bool IsThis);

/// <summary>What somebody sees of the own account and nobody else does.</summary>
public sealed class OwnAccount(UnitOfWork work, TenantProviders providers, TenantContext context, TimeProvider machine)
{
    /// <summary>The browsers on which the reader is signed in, last used first.</summary>
    /// <param name="by">The reader.</param>
    /// <param name="session">The token of this browser.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<IReadOnlyList<SessionCard>> Sessions(Actor by, string? session, CancellationToken cancel) => work.Read<IReadOnlyList<SessionCard>>(async db =>
    {
        if (by.Staff is not { } staff) return [];
        var (now, mine) = (machine.Instant(), Token.HashOf(session));
        var idle = now - Session.Idle;
        var found = await db.Sessions
            .Where(one => one.StaffId == staff && one.Stage == SessionStage.SignedIn && one.EndsAt > now && one.SeenAt > idle)
            .OrderByDescending(one => one.SeenAt).ThenByDescending(one => one.StartedAt).ToListAsync(cancel);
        return [.. found.Select(one => new SessionCard(
            one.Id, new Browser(one.Browser, one.Platform), one.StartedAt, one.SeenAt, mine is not null && one.Hash.AsSpan().SequenceEqual(mine)))];
    });

    /// <summary>Whether the reader may sign in here with something of their own.</summary>
    public bool IsLocal(Actor by) => by.Staff is not null && providers.AllowLocalAccounts(context.Tenant);

    /// <summary>Whether the reader signed in just now.</summary>
    /// <param name="by">The reader.</param>
    /// <param name="session">The token of this browser.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<bool> IsFresh(Actor by, string? session, CancellationToken cancel) =>
        work.Read(async db => by.Staff is { } staff && await Freshness.Of(db, staff, session, machine.Instant(), cancel));

    /// <summary>How many codes on paper the reader has left; null when the reader has no app, and so no use for them.</summary>
    public Task<int?> RecoveryCodes(Actor by, CancellationToken cancel) => work.Read<int?>(async db =>
    {
        if (!IsLocal(by) || by.Staff is not { } staff || !await db.Accounts.AnyAsync(account => account.StaffId == staff && account.CodeConfirmed, cancel)) return null;
        return await db.RecoveryCodes.CountAsync(code => code.StaffId == staff, cancel);
    });

    /// <summary>Whether the reader has a password here, and can do something with it.</summary>
    public Task<bool> HasPassword(Actor by, CancellationToken cancel) => work.Read(async db =>
        by.Staff is { } staff && providers.AllowLocalAccounts(context.Tenant) && await db.Accounts.AnyAsync(account => account.StaffId == staff && account.PasswordHash != null, cancel));
}
