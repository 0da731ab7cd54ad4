using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.People;

/// <summary>Somebody gets another name, role or team; holds from the next page that they open.</summary>
public sealed class ChangeStaff(UnitOfWork work)
{
    /// <summary>What is asked.</summary>
    /// <param name="Key">The wish.</param>
    /// <param name="Staff">Whom it is about.</param>
    /// <param name="Version">As it was when the form was opened.</param>
    /// <param name="Details">As it is to be.</param>
    /// <param name="By">Who asks.</param>
    public sealed record Request(RequestKey Key, StaffId Staff, int Version, StaffDetails Details, Actor By);

    /// <summary>Changes it.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        work.Run<Done>(request.Key, new { request.Staff, request.Version, request.Details }, async current =>
        {
            if (!request.By.May(Right.ManageAccounts)) return OrganisationFailures.Forbidden;
            var staff = await current.Db.Staff.Include(one => one.Memberships).SingleOrDefaultAsync(one => one.Id == request.Staff, cancel);
            if (staff is null) return OrganisationFailures.NotFound;
            if (staff.Version != request.Version) return StorageFailures.ChangedMeanwhile;
            if (staff.Change(request.Details).Failure is { } failure) return failure;
            if (await current.Db.Staff.AnyAsync(other => other.SignInName == staff.SignInName && other.Id != staff.Id, cancel)) return OrganisationFailures.Taken.At(nameof(StaffDetails.SignInName));

            current.Db.Entry(staff).State = EntityState.Modified;   // another team counts as a change of the person
            current.Journal.Write(new StaffChanged(staff.Id, staff.Roles, [.. staff.Memberships.Select(one => one.TeamId)]), request.By);
            return default(Done);
        }, cancel);
}
