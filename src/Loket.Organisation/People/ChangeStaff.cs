using Loket.Kernel;
using Loket.Organisation.Entry;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.People;

/// <summary>Somebody gets another name, role or team; holds from the next page that they open.</summary>
public sealed class ChangeStaff(UnitOfWork unit)
{
    /// <summary>What is asked.</summary>
    /// <param name="Key">The wish.</param>
    /// <param name="Staff">Whom it is about.</param>
    /// <param name="Version">As it was when the form was opened.</param>
    /// <param name="Details">As it is to be.</param>
    /// <param name="By">Who asks.</param>
    public sealed record Request(RequestKey Key, StaffId Staff, int Version, StaffDetails Details, Actor By);

    /// <summary>Changes it.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) => unit.Change(
        request.Key, db => db.Staff.Include(one => one.Memberships).Where(one => one.Id == request.Staff), request.Staff, request.Version, request.Details, Right.ManageAccounts, request.By, cancel);
}
