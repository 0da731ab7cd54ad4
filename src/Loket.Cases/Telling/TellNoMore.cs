using Loket.Messages;
using Loket.Storage;
using Loket.Storage.Journal;

namespace Loket.Cases.Telling;

/// <summary>Who is taken off a case is told nothing about it any more: nobody calls, posts or tells what waits, sends it by itself, or mends what failed.</summary>
public sealed class TellNoMore(Outbox outbox) : ISubscription<ContactLeft>
{
    /// <inheritdoc />
    public Task Handle(ContactLeft happened, Written entry, Work work, CancellationToken cancel) => outbox.WithdrawAll(work, happened.Participant.Value, cancel);
}
