using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.Accounts;

/// <summary>Somebody chooses another password; other browsers are signed out.</summary>
public sealed class ChangePassword(UnitOfWork work, Passwords passwords, TimeProvider machine)
{
    /// <summary>What is asked.</summary>
    /// <param name="PresentPassword">The password until now.</param>
    /// <param name="NextPassword">The password from now on.</param>
    /// <param name="Client">Where it comes from.</param>
    /// <param name="Session">The token of this browser, which stays signed in.</param>
    /// <param name="By">Whose password.</param>
    public sealed record Request(string? PresentPassword, string? NextPassword, SignInClient Client, string? Session, Actor By);

    /// <summary>Changes it.</summary>
    public async Task<Result<Done>> Handle(Request request, CancellationToken cancel)
    {
        if (request.By.Staff is not { } staff) return OrganisationFailures.Forbidden;
        var counted = await work.Run<(string? Hash, string Name, Tries Tries)>(async current =>
        {
            var found = await (
                from account in current.Db.Accounts
                where account.StaffId == staff
                join person in current.Db.Staff on account.StaffId equals person.Id
                select new { account.PasswordHash, person.SignInName }).SingleOrDefaultAsync(cancel);
            // Who signs in through the provider alone has none.
            if (found is null) return OrganisationFailures.NotFound;
            if (Passwords.Weakness(request.NextPassword, found.SignInName, nameof(Request.NextPassword)) is { } weakness) return weakness;
            var isKnown = await Devices.Knows(current.Db, staff, request.Client, cancel);
            var tries = Tries.Of(current.Tenant.Keys, "password", found.SignInName, request.Client, isKnown);
            if (await tries.Count(current, machine.Instant(), cancel) is { } wait) return wait;
            return (found.PasswordHash, found.SignInName, tries);
        }, cancel);
        if (counted.Failure is { } failure) return failure;
        if (!passwords.Match(counted.Value.Hash, request.PresentPassword)) return AccountFailures.PasswordWrong.At(nameof(Request.PresentPassword));

        var hash = passwords.Hash(request.NextPassword!);
        var mine = Token.HashOf(request.Session);
        return await work.Run<Done>(async current =>
        {
            await counted.Value.Tries.Forgive(current, cancel);
            (await current.Db.Accounts.SingleAsync(account => account.StaffId == staff, cancel)).ChangePassword(hash);
            await SignOut.EndSessions(current.Db, staff, except: mine, machine.Instant(), cancel);
            current.Journal.Write(new PasswordChanged(staff), request.By);
            return default(Done);
        }, cancel);
    }
}
