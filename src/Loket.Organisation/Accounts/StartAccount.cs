using System.Security.Cryptography;
using Loket.Kernel;
using Loket.Organisation.People;
using Loket.Organisation.Providers;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Organisation.Accounts;

/// <summary>Somebody chooses a password with a start code; the app is coupled after that.</summary>
public sealed class StartAccount(UnitOfWork work, Passwords passwords, TenantProviders providers, TimeProvider machine)
{
    /// <summary>What is asked.</summary>
    public sealed record Request(string? SignInName, string? StartCode, string? Password, SignInClient Client);

    /// <summary>Starts it; what is wrong with name or code is not told.</summary>
    public async Task<Result<CheckPassword.HalfWay>> Handle(Request request, CancellationToken cancel)
    {
        var name = SignInName.Fold(request.SignInName);
        if (Passwords.Weakness(request.Password, name.Length == 0 ? "\n" : name, nameof(Request.Password)) is { } weakness) return weakness;
        var hash = passwords.Hash(request.Password!);
        var started = await work.Run<CheckPassword.HalfWay?>(current => Start(current, name, hash, request, cancel), cancel);
        if (started.Failure is { } failure) return failure;
        return started.Value is { } halfWay ? halfWay : AccountFailures.StartWrong;
    }

    private async Task<Result<CheckPassword.HalfWay?>> Start(Work current, string name, string hash, Request request, CancellationToken cancel)
    {
        if (!providers.AllowLocalAccounts(current.Tenant)) return AccountFailures.NoLocalAccounts;
        var (db, keys, now) = (current.Db, current.Tenant.Keys, machine.Instant());
        var tries = Tries.OfStart(keys, name, request.Client);
        if (await tries.Count(current, now, cancel) is { } wait) return wait;
        await db.SaveChangesAsync(cancel);

        var account = await (
            from staff in db.Staff.WithLocalWays(db, providers.Of(current.Tenant), now)
            where staff.SignInName == name
            join one in db.Accounts on staff.Id equals one.StaffId
            select one).SingleOrDefaultAsync(cancel);
        var isRight = account is not null && account.MayStartAt(now)
            && CryptographicOperations.FixedTimeEquals(account.StartCode, AccountSecrets.StartCode(keys, account.StaffId, request.StartCode ?? ""));
        if (!isRight) return (CheckPassword.HalfWay?)null;

        await tries.Forgive(current, cancel);
        account!.Start(hash, AccountSecrets.SealCodeKey(keys, account.StaffId, OneTimeCodes.NewKey()));
        var token = Token.Draw();
        db.Add(Session.AwaitingCode(token, account.StaffId, now));
        current.Journal.Write(new AccountStarted(account.StaffId), new Who(WhoKind.Staff, account.StaffId.Value));
        return new CheckPassword.HalfWay(token.Text);
    }
}
