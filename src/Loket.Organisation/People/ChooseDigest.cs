using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.People;

/// <summary>Somebody wants an overview of the work by e-mail each working day, or wants it no longer.</summary>
public sealed class ChooseDigest(UnitOfWork work)
{
    /// <summary>What is asked.</summary>
    public sealed record Request(RequestKey Key, StaffId Staff, bool Wants, Actor By);

    /// <summary>Chooses.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        work.Run<Done>(request.Key, new { request.Staff, request.Wants }, async current =>
        {
            if (request.By.Staff != request.Staff) return OrganisationFailures.Forbidden;
            if (await current.Db.Staff.SingleOrDefaultAsync(one => one.Id == request.Staff, cancel) is not { } staff) return OrganisationFailures.NotFound;
            staff.ChooseDigest(request.Wants);
            current.Journal.Write(new DigestChosen(staff.Id, request.Wants), request.By);
            return default(Done);
        }, cancel);
}
