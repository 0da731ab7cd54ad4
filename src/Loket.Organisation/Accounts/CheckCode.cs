using System.Security.Cryptography;
using Loket.Kernel;
using Loket.Organisation.Providers;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Organisation.Accounts;

/// <summary>Second half of signing in: the code of the app, or one from paper.</summary>
public sealed class CheckCode(UnitOfWork work, TenantProviders providers, TimeProvider machine)
{
    /// <summary>What is asked.</summary>
    /// <param name="Token">From the first half.</param>
    /// <param name="Code">Six digits, or a recovery code.</param>
    /// <param name="Client">Where it comes from.</param>
    public sealed record Request(string? Token, string? Code, SignInClient Client);

    /// <summary>Signed in.</summary>
    /// <param name="Token">The secret that the browser carries until it signs out.</param>
    /// <param name="Device">The secret by which this browser is known later on.</param>
    /// <param name="RecoveryCodes">Codes for on paper, shown once; empty unless the app was coupled just now.</param>
    public sealed record Welcome(string Token, string Device, IReadOnlyList<string> RecoveryCodes);

    /// <summary>Checks it; a code is good for one time.</summary>
    public async Task<Result<Welcome>> Handle(Request request, CancellationToken cancel)
    {
        // A wrong code is a result that is kept (the try counts), not a failure that undoes it.
        var checkedCode = await work.Run<Welcome?>(current => Check(current, request, cancel), cancel);
        if (checkedCode.Failure is { } failure) return failure;
        return checkedCode.Value is { } welcome ? welcome : AccountFailures.CodeWrong;
    }

    private async Task<Result<Welcome?>> Check(Work current, Request request, CancellationToken cancel)
    {
        if (!providers.AllowLocalAccounts(current.Tenant)) return AccountFailures.NoLocalAccounts;
        var (db, keys, now) = (current.Db, current.Tenant.Keys, machine.Instant());
        var hash = Token.HashOf(request.Token);
        var half = hash is null ? null : await db.Sessions.SingleOrDefaultAsync(one => one.Hash == hash, cancel);
        if (half is null || half.Stage != SessionStage.CodeAwaited || half.EndsAt <= now) return AccountFailures.StartAgain;
        var account = await db.Accounts.SingleOrDefaultAsync(one => one.StaffId == half.StaffId, cancel);
        if (account?.CodeKey is null) return AccountFailures.StartAgain;
        // Since the password was right they may have been closed, here or at the provider.
        if (!await db.Staff.WithLocalWays(db, providers.Of(current.Tenant), now).AnyAsync(one => one.Id == half.StaffId, cancel)) return AccountFailures.StartAgain;

        var tries = Tries.Of(keys, "code", account.StaffId.Value.ToString(), request.Client, await Devices.Knows(db, account.StaffId, request.Client, cancel));
        if (await tries.Count(current, now, cancel) is { } wait) return wait;
        await db.SaveChangesAsync(cancel);

        var isFirst = !account.CodeConfirmed;
        var withApp = OneTimeCodes.Match(AccountSecrets.OpenCodeKey(keys, account), request.Code, now, account.LastCodeStep);
        if (withApp is { } step) account.UseCode(step);
        else if (!await UseRecoveryCode(db, AccountSecrets.Recovery(keys, account.StaffId, request.Code ?? ""), account.StaffId, cancel))
        {
            current.Journal.Write(new SignInRefused(account.StaffId, "code"), Who.System);
            return (Welcome?)null;
        }

        await tries.Forgive(current, cancel);
        db.Remove(half);
        var token = Token.Draw();
        await SignOut.EndReplaced(db, request.Client, now, cancel);
        db.Add(Session.SignedIn(token, account.StaffId, request.Client.Browser, now));
        var device = await Devices.Remember(db, account.StaffId, request.Client, now, cancel);
        var recovery = isFirst ? MakeRecoveryCodes.Draw(current, account.StaffId) : [];
        current.Journal.Write(new SignedInAt(account.StaffId, WithRecoveryCode: withApp is null), new Who(WhoKind.Staff, account.StaffId.Value));
        return new Welcome(token.Text, device, recovery);
    }

    private static async Task<bool> UseRecoveryCode(LoketDb db, byte[] digest, StaffId staff, CancellationToken cancel)
    {
        var codes = await db.RecoveryCodes.Where(code => code.StaffId == staff).ToListAsync(cancel);
        var used = codes.Find(code => CryptographicOperations.FixedTimeEquals(code.Hash, digest));
        if (used is not null) db.Remove(used);
        return used is not null;
    }
}
