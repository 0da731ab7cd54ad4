using Loket.Contacts;
using Loket.Kernel;

namespace Loket.Intake.Follow;

/// <summary>Somebody who follows a case chooses by which ways they hear from now on.</summary>
public sealed class PreferFromFollow(OpenFollowed open, ChangePreference change)
{
    /// <summary>The ways, and the ticket that shows whose wish it is.</summary>
    public sealed record Request(RequestKey Key, string? Ticket, IReadOnlyList<PreferredWay> Ways);

    /// <summary>Sets them for this resident, whatever they hear about.</summary>
    public async Task<Result<Done>> Handle(Request request, CancellationToken cancel)
    {
        if (await open.Find(request.Ticket, cancel) is not { Customer: { } customer }) return FollowFailures.Ended;
        return await change.Handle(new ChangePreference.Request(request.Key, customer, request.Ways, new Who(WhoKind.Resident, customer.Value)), cancel);
    }
}
