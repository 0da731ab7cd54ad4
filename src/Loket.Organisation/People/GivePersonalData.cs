using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.People;

/// <summary>A local co-host is given personal data, or it is taken back (row K2).</summary>
public sealed class GivePersonalData(UnitOfWork work)
{
    /// <summary>What is asked.</summary>
    public sealed record Request(RequestKey Key, StaffId Staff, bool Given, Actor By);

    /// <summary>Gives it or takes it back.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        work.Run<Done>(request.Key, new { request.Staff, request.Given }, async current =>
        {
            if (!request.By.May(Right.ManageAccounts)) return OrganisationFailures.Forbidden;
            var staff = await current.Db.Staff.SingleOrDefaultAsync(one => one.Id == request.Staff, cancel);
            if (staff is null) return OrganisationFailures.NotFound;
            if (staff.GivePersonalData(request.Given).Failure is { } failure) return failure;

            current.Journal.Write(new PersonalDataGiven(staff.Id, request.Given), request.By);
            return default(Done);
        }, cancel);
}
