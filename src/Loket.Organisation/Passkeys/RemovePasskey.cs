using Loket.Kernel;
using Loket.Organisation.Accounts;
using Loket.Organisation.Providers;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.Passkeys;

/// <summary>Somebody removes one of the own passkeys; never the last way in.</summary>
public sealed class RemovePasskey(UnitOfWork work, TenantProviders providers)
{
    /// <summary>What is asked.</summary>
    public sealed record Request(PasskeyId Passkey, Actor By);

    /// <summary>Removes it; one that is gone already, or is somebody else's, is left as it is, without a word.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        work.Run<Done>(async current =>
        {
            if (request.By.Staff is not { } staff) return OrganisationFailures.Forbidden;
            // One after the other: else two windows would each keep what the other takes away.
            await current.WaitTurns([staff.Value.ToByteArray()], cancel);
            var own = await current.Db.Passkeys.Where(one => one.StaffId == staff).ToListAsync(cancel);
            if (own.Find(one => one.Id == request.Passkey) is not { } passkey) return default(Done);
            if (own.Count == 1 && !await HasAnotherWay(current, staff, cancel)) return AccountFailures.PasskeyLast;
            current.Db.Remove(passkey);
            current.Journal.Write(new PasskeyRemoved(staff, passkey.Id), request.By);
            return default(Done);
        }, cancel);

    private async Task<bool> HasAnotherWay(Work current, StaffId staff, CancellationToken cancel) =>
        await current.Db.Accounts.AnyAsync(account => account.StaffId == staff && account.PasswordHash != null, cancel)
        || (providers.Of(current.Tenant) is not null && await current.Db.ProviderLinks.AnyAsync(link => link.StaffId == staff, cancel));
}
