using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Organisation.Accounts;

/// <summary>Gives a code with which somebody chooses a password and couples an app: a first time, or again after losing either.</summary>
/// <remarks>What the account had before no longer works, and it is signed out everywhere. The code is shown once, to be handed over in person or by telephone.</remarks>
public sealed class GiveStartCode(UnitOfWork work, TimeProvider machine)
{
    private static readonly Duration Valid = Duration.FromDays(7);

    /// <summary>What is asked.</summary>
    public sealed record Request(StaffId Staff, Actor By);

    /// <summary>The code, to be shown once.</summary>
    public Task<Result<string>> Handle(Request request, CancellationToken cancel) =>
        work.Run<string>(async current =>
        {
            if (!request.By.May(Right.ManageAccounts)) return OrganisationFailures.Forbidden;
            if (!await current.Db.Staff.AnyAsync(staff => staff.Id == request.Staff && staff.ClosedAt == null, cancel)) return OrganisationFailures.NotFound;
            var account = await current.Db.Accounts.SingleOrDefaultAsync(one => one.StaffId == request.Staff, cancel);
            if (account is null) current.Db.Add(account = new Account(request.Staff));

            var code = ReadableCode.Draw();
            account.AwaitStart(AccountSecrets.StartCode(current.Tenant.Keys, request.Staff, code), machine.Instant() + Valid);
            await current.Db.RecoveryCodes.Where(one => one.StaffId == request.Staff).ExecuteDeleteAsync(cancel);
            await current.Db.Passkeys.Where(one => one.StaffId == request.Staff).ExecuteDeleteAsync(cancel);
            await current.Db.Sessions.Where(one => one.StaffId == request.Staff).ExecuteDeleteAsync(cancel);
            await current.Db.KnownDevices.Where(one => one.StaffId == request.Staff).ExecuteDeleteAsync(cancel);
            current.Journal.Write(new StartCodeGiven(request.Staff), request.By);
            return code;
        }, cancel);
}
