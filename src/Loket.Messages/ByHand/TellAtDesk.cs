using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Messages;

/// <summary>What was ready at a desk was told or given there.</summary>
public sealed class TellAtDesk(UnitOfWork unit)
{
    /// <summary>The message.</summary>
    public sealed record Request(RequestKey Key, MessageId Message, Actor By);

    /// <summary>Marks it as delivered.</summary>
    public Task<Result<MessageState>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<MessageState>(request.Key, request.Message, async work =>
        {
            if (!request.By.May(Right.RegisterContacts)) return MessageFailures.NotAllowed;
            if (await work.Db.Messages.VisibleTo(request.By).Find(request.Message, cancel) is not { } message) return MessageFailures.NotFound;
            if (message.TellAtDesk(work.Now) is { } failure) return failure;
            work.Journal.Write(message.ToSent(), request.By);
            return message.State;
        }, cancel);
}
