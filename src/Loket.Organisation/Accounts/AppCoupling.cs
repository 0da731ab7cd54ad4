using Loket.Kernel;
using Loket.Organisation.Settings;
using Loket.Storage;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Organisation.Accounts;

/// <summary>What somebody needs to couple an app to the account, between password and first code.</summary>
public sealed class AppCoupling(UnitOfWork work, TenantContext context, TimeProvider machine)
{
    /// <summary>The secret to couple.</summary>
    /// <param name="Text">To type over, in groups of four.</param>
    /// <param name="Address">To read as a square code.</param>
    public sealed record Secret(string Text, string Address);

    /// <summary>Whether the second half of signing in can go on, and the secret as long as no code of the app was right yet.</summary>
    /// <param name="token">From the first half.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<(bool GoesOn, Secret? Secret)> For(string? token, CancellationToken cancel) => work.Read<(bool, Secret?)>(async db =>
    {
        var (hash, now) = (Token.HashOf(token), machine.Instant());
        if (hash is null) return (false, null);
        var found = await (
            from session in db.Sessions
            where session.Hash == hash && session.Stage == SessionStage.CodeAwaited && session.EndsAt > now
            join account in db.Accounts on session.StaffId equals account.StaffId
            join staff in db.Staff on account.StaffId equals staff.Id
            select new { Account = account, staff.SignInName }).SingleOrDefaultAsync(cancel);
        if (found?.Account.CodeKey is null) return (false, null);
        if (found.Account.CodeConfirmed) return (true, null);

        var key = AccountSecrets.OpenCodeKey(context.Tenant.Keys, found.Account);
        var municipality = (await Profiles.Current(db, cancel)).Name;
        var text = string.Join(' ', OneTimeCodes.Text(key).Chunk(4).Select(group => new string(group)));
        return (true, new Secret(text, OneTimeCodes.Address(key, municipality, found.SignInName)));
    });
}
