using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.People;

/// <summary>Takes a duty out of the list.</summary>
public sealed class RemoveOnCallDuty(UnitOfWork work)
{
    /// <summary>What is asked.</summary>
    public sealed record Request(RequestKey Key, OnCallDutyId Duty, Actor By);

    /// <summary>Removes it.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        work.Run<Done>(request.Key, request.Duty, async current =>
        {
            if (!request.By.May(Right.LeadTeam) && !request.By.May(Right.Configure)) return OrganisationFailures.Forbidden;
            var duty = await current.Db.OnCallDuties.SingleOrDefaultAsync(one => one.Id == request.Duty, cancel);
            if (duty is null) return OrganisationFailures.NotFound;
            current.Db.Remove(duty);
            current.Journal.Write(new OnCallRemoved(duty.Id), request.By);
            return default(Done);
        }, cancel);
}
