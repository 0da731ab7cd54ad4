using Loket.Contacts;
using Loket.Kernel;
using Loket.Messages;

namespace Loket.Intake.Follow;

/// <summary>Somebody who follows a case chooses another channel.</summary>
public sealed class PreferFromFollow(OpenFollowed open, ChangePreference change)
{
    /// <summary>The channel, and the ticket that shows whose wish it is.</summary>
    public sealed record Request(RequestKey Key, string? Ticket, MessageChannel? Channel);

    /// <summary>Sets it for all that this resident is told.</summary>
    public async Task<Result<Done>> Handle(Request request, CancellationToken cancel)
    {
        if (request.Channel is not { } channel) return FollowFailures.NoChannel;
        if (await open.Find(request.Ticket, cancel) is not { Customer: { } customer }) return FollowFailures.Ended;
        return await change.Handle(
            new ChangePreference.Request(request.Key, customer, channel, new Who(WhoKind.Resident, customer.Value)), cancel);
    }
}
