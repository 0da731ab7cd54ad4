using Loket.Kernel;
using Loket.Organisation.People;
using Loket.Organisation.Providers;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Organisation.Accounts;

/// <summary>First half of signing in: name and password.</summary>
public sealed class CheckPassword(UnitOfWork work, Passwords passwords, TenantProviders providers, TimeProvider machine)
{
    /// <summary>What is asked.</summary>
    public sealed record Request(string? SignInName, string? Password, SignInClient Client);

    /// <summary>Where the second half goes on.</summary>
    /// <param name="Token">A secret for the browser, good until the code was given.</param>
    public sealed record HalfWay(string Token);

    /// <summary>Checks both; what is wrong is not told.</summary>
    public async Task<Result<HalfWay>> Handle(Request request, CancellationToken cancel)
    {
        var name = SignInName.Fold(request.SignInName);
        var counted = await work.Run<Found>(current => Count(current, name, request.Client, cancel), cancel);
        if (counted.Failure is { } wait) return wait;

        // The slow digest is computed outside the transaction: nobody waits for it.
        var found = counted.Value;
        var isRight = passwords.Match(found.Hash, request.Password);
        var token = Token.Draw();
        await work.Run<Done>(async current =>
        {
            if (isRight)
            {
                await found.Tries.Forgive(current, cancel);
                current.Db.Add(Session.AwaitingCode(token, found.Staff!.Value, machine.Instant()));
            }
            else
            {
                // Also for a name that nobody has: else the time would tell which names exist.
                current.Journal.Write(new SignInRefused(found.Staff, "password"), Who.System);
            }

            return default(Done);
        }, cancel);
        return isRight ? new HalfWay(token.Text) : AccountFailures.Wrong;
    }

    private async Task<Result<Found>> Count(Work current, string name, SignInClient client, CancellationToken cancel)
    {
        if (!providers.AllowLocalAccounts(current.Tenant)) return AccountFailures.NoLocalAccounts;
        var known = await (
            from staff in current.Db.Staff.WithLocalWays(current.Db, providers.Of(current.Tenant), machine.Instant())
            where staff.SignInName == name
            join account in current.Db.Accounts on staff.Id equals account.StaffId
            select new { staff.Id, account.PasswordHash }).SingleOrDefaultAsync(cancel);
        var isKnown = await Devices.Knows(current.Db, known?.Id ?? default, client, cancel);
        var tries = Tries.Of(current.Tenant.Keys, "password", name, client, isKnown);
        if (await tries.Count(current, machine.Instant(), cancel) is { } wait) return wait;
        return new Found(known?.Id, known?.PasswordHash, tries);
    }

    private sealed record Found(StaffId? Staff, string? Hash, Tries Tries);
}
