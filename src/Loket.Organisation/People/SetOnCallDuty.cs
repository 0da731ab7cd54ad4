using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Organisation.People;

/// <summary>Says who is called about danger in a stretch of time, in order.</summary>
public sealed class SetOnCallDuty(UnitOfWork work)
{
    /// <summary>What is asked.</summary>
    public sealed record Request(RequestKey Key, Instant From, Instant Until, IReadOnlyList<StaffId> People, Actor By);

    /// <summary>Adds it to the list; where two overlap, the one that began last is called first.</summary>
    public Task<Result<OnCallDutyId>> Handle(Request request, CancellationToken cancel) =>
        work.Run<OnCallDutyId>(request.Key, new { request.From, request.Until, request.People }, async current =>
        {
            if (!request.By.May(Right.LeadTeam) && !request.By.May(Right.Configure)) return OrganisationFailures.Forbidden;
            var here = await current.Db.Staff.CountAsync(staff => request.People.Contains(staff.Id) && staff.ClosedAt == null, cancel);
            if (here != request.People.Distinct().Count()) return OrganisationFailures.NotFound;
            return Set(current, request.From, request.Until, request.People, request.By);
        }, cancel);

    internal static Result<OnCallDutyId> Set(Work current, Instant from, Instant until, IReadOnlyList<StaffId> people, Who by)
    {
        var made = OnCallDuty.Make(from, until, people);
        if (made.Failure is { } failure) return failure;
        current.Db.Add(made.Value);
        current.Journal.Write(new OnCallSet(made.Value.Id, from, until, [.. made.Value.Turns.Select(turn => turn.StaffId)]), by);
        return made.Value.Id;
    }
}
