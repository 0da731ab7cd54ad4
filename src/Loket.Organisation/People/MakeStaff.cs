using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.People;

/// <summary>Somebody comes to work here. Signing in needs a start code, see <see cref="Accounts.GiveStartCode"/>.</summary>
public sealed class MakeStaff(UnitOfWork work)
{
    /// <summary>What is asked.</summary>
    public sealed record Request(RequestKey Key, StaffDetails Details, Actor By);

    /// <summary>Makes the member of staff.</summary>
    public Task<Result<StaffId>> Handle(Request request, CancellationToken cancel) =>
        work.Run<StaffId>(request.Key, request.Details, async current =>
        {
            if (!request.By.May(Right.ManageAccounts)) return OrganisationFailures.Forbidden;
            var made = Staff.Make(request.Details);
            if (made.Failure is { } failure) return failure;
            var staff = made.Value;
            if (await current.Db.Staff.AnyAsync(other => other.SignInName == staff.SignInName, cancel)) return OrganisationFailures.Taken.At(nameof(StaffDetails.SignInName));

            current.Db.Add(staff);
            current.Journal.Write(new StaffMade(staff.Id, staff.Roles, [.. staff.Memberships.Select(one => one.TeamId)]), request.By);
            return staff.Id;
        }, cancel);
}
