using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.Accounts;

/// <summary>An administrator signs somebody out everywhere: a telephone was lost, or something looks wrong. Password and app keep working.</summary>
public sealed class EndSessionsOf(UnitOfWork work, TimeProvider machine)
{
    /// <summary>What is asked.</summary>
    public sealed record Request(StaffId Staff, Actor By);

    /// <summary>Signs them out.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        work.Run<Done>(async current =>
        {
            if (!request.By.May(Right.ManageAccounts)) return OrganisationFailures.Forbidden;
            if (!await current.Db.Staff.AnyAsync(staff => staff.Id == request.Staff, cancel)) return OrganisationFailures.NotFound;
            await SignOut.EndSessions(current.Db, request.Staff, except: null, machine.Instant(), cancel);
            current.Journal.Write(new SignedOut(request.Staff, Everywhere: true), request.By);
            return default(Done);
        }, cancel);
}
