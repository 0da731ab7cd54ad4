using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.Emergency;

/// <summary>Somebody judges whether it was right that a colleague opened something in an emergency (row K2); never their own, and once.</summary>
public sealed class ReviewEmergency(UnitOfWork unit)
{
    /// <summary>What is asked.</summary>
    /// <param name="Key">The wish.</param>
    /// <param name="Emergency">Which opening.</param>
    /// <param name="Verdict">What they think of it.</param>
    /// <param name="Remark">What they say of it, at most 500 characters; needed where it was not justified.</param>
    /// <param name="By">Who judges.</param>
    public sealed record Request(RequestKey Key, EmergencyId Emergency, EmergencyVerdict Verdict, string? Remark, Actor By);

    /// <summary>Writes down what they think.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<Done>(request.Key, new { request.Emergency, request.Verdict, request.Remark }, async work =>
        {
            if (!request.By.May(Right.ReviewLooks) || request.By.Staff is not { } reviewer) return OrganisationFailures.Forbidden;
            var found = await work.Db.EmergencyAccesses.SingleOrDefaultAsync(one => one.Id == request.Emergency, cancel);
            if (found is null) return OrganisationFailures.NotFound;
            if (found.Review(request.Verdict, request.Remark, reviewer, work.Now).Failure is { } failure) return failure;

            work.Journal.Write(new EmergencyReviewed(found.Id, found.Staff, found.Subject, request.Verdict), request.By);
            return default(Done);
        }, cancel);
}
