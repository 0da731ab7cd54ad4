using Loket.Kernel;
using Loket.Organisation.Accounts;
using Loket.Organisation.Providers;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Organisation.Passkeys;

/// <summary>Somebody signs in with a passkey: having the device and opening it are two factors in one, so no code is asked.</summary>
/// <remarks>Nothing is counted and nobody waits: there is nothing to guess. So whoever is slowed down by strangers gets in with it (decision 0039).</remarks>
public sealed class SignInWithPasskey(UnitOfWork work, TenantProviders providers, TimeProvider machine)
{
    // Longer than a question is good for.
    private static readonly Duration Remembered = Duration.FromHours(1);

    /// <summary>What is asked.</summary>
    /// <param name="Answer">Of the passkey, after it was checked.</param>
    /// <param name="Client">Where it comes from.</param>
    public sealed record Request(PasskeyAnswer Answer, SignInClient Client);

    /// <summary>Signs in.</summary>
    public async Task<Result<CheckCode.Welcome>> Handle(Request request, CancellationToken cancel)
    {
        // That a copy was tried is a result that is kept (the journal tells), not a failure that undoes it.
        var signedIn = await SignIn(request, cancel);
        if (signedIn.Failure is { } failure) return failure;
        return signedIn.Value is { } welcome ? welcome : AccountFailures.PasskeyWrong;
    }

    private Task<Result<CheckCode.Welcome?>> SignIn(Request request, CancellationToken cancel) =>
        work.Run<CheckCode.Welcome?>(async current =>
        {
            if (!providers.AllowLocalAccounts(current.Tenant)) return AccountFailures.NoLocalAccounts;
            var (db, now) = (current.Db, machine.Instant());
            if (!await Spending.IsFirst(current, "passkey", request.Answer.Challenge, now + Remembered, cancel)) return AccountFailures.PasskeyAgain;
            // What the provider says of somebody goes for a passkey as well.
            var passkey = await (
                from one in db.Passkeys
                where one.Id == request.Answer.Passkey
                join staff in db.Staff.WithLocalWays(db, providers.Of(current.Tenant), now) on one.StaffId equals staff.Id
                select one).SingleOrDefaultAsync(cancel);
            if (passkey is null) return AccountFailures.PasskeyWrong;
            if (!passkey.Use(request.Answer.Signs, now))
            {
                current.Journal.Write(new SignInRefused(passkey.StaffId, "passkey"), Who.System);
                return (CheckCode.Welcome?)null;
            }

            var token = Token.Draw();
            await SignOut.EndReplaced(db, request.Client, now, cancel);
            db.Add(Session.SignedIn(token, passkey.StaffId, request.Client.Browser, now));
            var device = await Devices.Remember(db, passkey.StaffId, request.Client, now, cancel);
            current.Journal.Write(new SignedInWithKey(passkey.StaffId, passkey.Id), new Who(WhoKind.Staff, passkey.StaffId.Value));
            return new CheckCode.Welcome(token.Text, device, []);
        }, cancel);
}
