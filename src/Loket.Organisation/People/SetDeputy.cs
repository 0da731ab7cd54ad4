using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.People;

/// <summary>Somebody gets a deputy, or none. Two may stand in for each other.</summary>
public sealed class SetDeputy(UnitOfWork work)
{
    /// <summary>What is asked.</summary>
    public sealed record Request(RequestKey Key, StaffId Staff, StaffId? Deputy, Actor By);

    /// <summary>Sets it.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        work.Run<Done>(request.Key, new { request.Staff, request.Deputy }, async current =>
        {
            var staff = await current.Db.Staff.Include(one => one.Memberships).SingleOrDefaultAsync(one => one.Id == request.Staff, cancel);
            if (staff is null) return OrganisationFailures.NotFound;
            if (!request.By.MaySpeakFor(staff)) return OrganisationFailures.Forbidden;
            if (request.Deputy is { } deputy)
            {
                if (!await current.Db.Staff.AnyAsync(one => one.Id == deputy && one.ClosedAt == null, cancel)) return OrganisationFailures.NotFound;
                if (deputy == staff.Id) return OrganisationFailures.OwnDeputy.At(nameof(Request.Deputy));
            }

            staff.SetDeputy(request.Deputy);
            current.Journal.Write(new DeputySet(staff.Id, request.Deputy), request.By);
            return default(Done);
        }, cancel);
}
