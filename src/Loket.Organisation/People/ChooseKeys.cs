using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.People;

/// <summary>Somebody wants shortcuts of a single key, or none: who speaks to a computer, or shakes, sets them off without meaning to (WCAG 2.1.4).</summary>
public sealed class ChooseKeys(UnitOfWork work)
{
    /// <summary>What is asked.</summary>
    public sealed record Request(RequestKey Key, StaffId Staff, bool Wants, Actor By);

    /// <summary>Chooses.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        work.Run<Done>(request.Key, new { request.Staff, request.Wants }, async current =>
        {
            if (request.By.Staff != request.Staff) return OrganisationFailures.Forbidden;
            if (await current.Db.Staff.SingleOrDefaultAsync(one => one.Id == request.Staff, cancel) is not { } staff) return OrganisationFailures.NotFound;
            staff.ChooseKeys(request.Wants);
            current.Journal.Write(new KeysChosen(staff.Id, request.Wants), request.By);
            return default(Done);
        }, cancel);
}
