using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Messages;

/// <summary>How a call went.</summary>
public enum CallOutcome
{
    /// <summary>They were told.</summary>
    Told,

    /// <summary>Nobody answered, or somebody else did.</summary>
    NotReached,

    /// <summary>The number is not theirs.</summary>
    WrongNumber,
}

/// <summary>Somebody of the contact centre called to tell it.</summary>
public sealed class RecordCall(UnitOfWork unit)
{
    /// <summary>The call.</summary>
    public sealed record Request(RequestKey Key, MessageId Message, CallOutcome Outcome, Actor By);

    /// <summary>Records it. The third call in vain, or a wrong number, is a failure to deliver.</summary>
    public Task<Result<MessageState>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<MessageState>(request.Key, new { request.Message, request.Outcome }, async work =>
        {
            if (!request.By.May(Right.RegisterContacts)) return MessageFailures.NotAllowed;
            if (await work.Db.Messages.VisibleTo(request.By).Find(request.Message, cancel) is not { } message) return MessageFailures.NotFound;

            var told = request.Outcome == CallOutcome.Told;
            if ((told ? message.Reached(work.Now) : message.NotReached(request.Outcome == CallOutcome.WrongNumber, work.Now)) is { } failure) return failure;

            if (told) work.Journal.Write(message.ToSent(), request.By);
            else if (message.State == MessageState.Failed) work.Journal.Write(message.ToFailed(), request.By);
            else work.Journal.Write(new CallUnanswered(message.Id, message.Tries, message.About), request.By);
            return message.State;
        }, cancel);
}
