using Loket.Kernel;
using Loket.Organisation.Entry;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Organisation.People;

/// <summary>Somebody comes to work here. Signing in needs a start code, see <see cref="Accounts.GiveStartCode"/>.</summary>
public sealed class MakeStaff(UnitOfWork unit)
{
    /// <summary>What is asked.</summary>
    public sealed record Request(RequestKey Key, StaffDetails Details, Actor By);

    /// <summary>Makes the member of staff.</summary>
    public Task<Result<StaffId>> Handle(Request request, CancellationToken cancel) =>
        unit.Make(request.Key, request.Details, Right.ManageAccounts, request.By, (Staff staff) => staff.Id, cancel);
}
