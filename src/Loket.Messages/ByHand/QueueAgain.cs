using Loket.Kernel;
using Loket.Messages.Sending;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Messages;

/// <summary>A failed message is tried again by the same channel, after somebody looked at what went wrong.</summary>
public sealed class QueueAgain(UnitOfWork unit)
{
    /// <summary>The message, and another address where the old one was wrong.</summary>
    public sealed record Request(RequestKey Key, MessageId Message, string? Address, Actor By);

    /// <summary>Queues it; a code is never sent again, and a message without text has nothing to send.</summary>
    public Task<Result<MessageState>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<MessageState>(request.Key, new { request.Message, request.Address }, async work =>
        {
            if (!request.By.May(Right.MendDelivery)) return MessageFailures.NotAllowed;
            if (await work.Db.Messages.VisibleTo(request.By).Find(request.Message, cancel) is not { } message) return MessageFailures.NotFound;

            var address = request.Address?.Trim() is { Length: > 0 } typed ? typed : null;
            if (!AddressForm.Fits(new MessageAddress(message.Channel, address ?? message.Address))) return MessageFailures.AddressInvalid;
            if (message.QueueAgain(address, work.Now) is { } failure) return failure;

            if (message.State == MessageState.Queued) work.Jobs.Add(new SendMessage(message.Id));
            work.Journal.Write(new MessageQueuedAgain(message.Id, message.Channel, address is not null, message.About), request.By);
            return message.State;
        }, cancel);
}
