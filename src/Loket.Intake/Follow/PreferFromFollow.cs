using Loket.Contacts;
using Loket.Kernel;

namespace Loket.Intake.Follow;

/// <summary>Somebody who follows a case chooses by which ways they hear from now on.</summary>
public sealed class PreferFromFollow(OpenFollowed open, ReadWishes read, ChangePreference change)
{
    /// <summary>The ways, and the ticket that shows whose wish it is.</summary>
    public sealed record Request(RequestKey Key, string? Ticket, IReadOnlyList<PreferredWay> Ways);

    /// <summary>Sets them for this resident, whatever they hear about.</summary>
    public async Task<Result<Done>> Handle(Request request, CancellationToken cancel)
    {
        if (await open.Find(request.Ticket, cancel) is not { Customer: not null } followed || await read.Of(followed.Contact, cancel) is not { } wishes) return FollowFailures.Ended;
        // Who acts for another chooses how they themselves are told.
        return await change.Handle(new ChangePreference.Request(request.Key, wishes.Customer, request.Ways, new Who(WhoKind.Resident, wishes.Customer.Value)), cancel);
    }
}
