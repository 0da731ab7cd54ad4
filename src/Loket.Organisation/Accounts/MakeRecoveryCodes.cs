using Loket.Kernel;
using Loket.Organisation.Providers;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.Accounts;

/// <summary>Somebody who signed in just now makes new codes for on paper; the old ones no longer work.</summary>
public sealed class MakeRecoveryCodes(UnitOfWork work, TenantProviders providers, TimeProvider machine)
{
    private const int Number = 10;

    /// <summary>What is asked.</summary>
    /// <param name="Session">The token of this browser.</param>
    /// <param name="By">Whose codes.</param>
    public sealed record Request(string? Session, Actor By);

    /// <summary>The codes, to be shown once.</summary>
    public Task<Result<string[]>> Handle(Request request, CancellationToken cancel) =>
        work.Run<string[]>(async current =>
        {
            if (request.By.Staff is not { } staff) return OrganisationFailures.Forbidden;
            if (!providers.AllowLocalAccounts(current.Tenant)) return AccountFailures.NoLocalAccounts;
            if (!await Freshness.Of(current.Db, staff, request.Session, machine.Instant(), cancel)) return AccountFailures.SignInAgain;
            // Without an app there is nothing in whose place they come.
            if (!await current.Db.Accounts.AnyAsync(account => account.StaffId == staff && account.CodeConfirmed, cancel)) return OrganisationFailures.NotFound;
            await current.Db.RecoveryCodes.Where(code => code.StaffId == staff).ExecuteDeleteAsync(cancel);
            var codes = Draw(current, staff);
            current.Journal.Write(new RecoveryCodesMade(staff), request.By);
            return codes.ToArray();
        }, cancel);

    /// <summary>Draws them and keeps their digests.</summary>
    internal static List<string> Draw(Work current, StaffId staff)
    {
        List<string> codes = [.. Enumerable.Range(0, Number).Select(_ => ReadableCode.Draw())];
        current.Db.AddRange(codes.Select(code => new RecoveryCode { StaffId = staff, Hash = AccountSecrets.Recovery(current.Tenant.Keys, staff, code) }));
        return codes;
    }
}
