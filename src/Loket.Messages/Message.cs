using Loket.Kernel;
using Loket.Storage.Model;
using NodaTime;

namespace Loket.Messages;

/// <summary>Something told to one person by one channel, as it was put into words when it was queued, and what became of it.</summary>
internal sealed class Message : IVersioned
{
    /// <summary>Mail servers keep trying for four to five days (RFC 5321, section 4.5.4.1); after that somebody must look.</summary>
    private static readonly Duration GiveUpAfter = Duration.FromDays(4);

    private const int MostCalls = 3;

    public required MessageId Id { get; init; }

    public required MessageKind Kind { get; init; }

    public required MessageChannel Channel { get; init; }

    public required string Template { get; init; }

    public required string Language { get; init; }

    [Personal("telling people", "case")]
    public required string Address { get; set; }

    /// <summary>Whether nobody but who sends it may read where it goes.</summary>
    public bool AddressIsSecret { get; init; }

    [Personal("telling people", "case")]
    public required string? Name { get; init; }

    [Personal("telling people", "case")]
    public string Subject { get; init; } = "";

    /// <summary>One line: what a text message or chat room gets.</summary>
    [Personal("telling people", "case")]
    public string Short { get; init; } = "";

    [Personal("telling people", "case")]
    public string Text { get; init; } = "";

    [Personal("telling people", "case")]
    public string Html { get; init; } = "";

    /// <summary>Codes and links, sealed; gone when the message has gone.</summary>
    [Personal("telling people", "until sent")]
    public byte[]? Secrets { get; set; }

    public required Guid EventId { get; init; }

    public required Guid PersonId { get; init; }

    public required int ChannelAttempt { get; init; }

    public Guid? CaseId { get; init; }

    public Guid? ContactId { get; init; }

    public Guid? ParticipantId { get; init; }

    public Organisation.PartnerId? PartnerId { get; init; }

    public string? SensitiveGroup { get; init; }

    public required Instant QueuedAt { get; init; }

    public Instant? ExpiresAt { get; init; }

    public MessageState State { get; private set; }

    public Instant StateAt { get; private set; }

    /// <summary>How often it was tried: sent or called.</summary>
    public int Tries { get; private set; }

    /// <summary>When the first of the tries under way was made; a correction starts anew.</summary>
    public Instant? TryingSince { get; private set; }

    /// <summary>The name under which the other side knows it: Message-ID or idempotency key. The same at each try, so that a second arrival is recognised.</summary>
    [NotPersonal("a name between programs")]
    public string? WireId { get; private set; }

    /// <summary>The program stopped, or the other side fell silent, while it was being sent.</summary>
    public bool MaybeTwice { get; private set; }

    /// <summary>Whether it went out at all, or only to the page that shows what would have gone out.</summary>
    public bool StayedInside { get; private set; }

    public string? FailureCode { get; private set; }

    /// <summary>What the other side said of it.</summary>
    [Personal("telling people", "case")]
    public string? FailureText { get; private set; }

    public int Version { get; private set; }

    /// <summary>What stands in its words and is forgotten: it went out, and a second time it would open nothing.</summary>
    public IReadOnlyList<string> ForgottenSecrets => Secrets is null ? Templates.Secrets.In(Subject, Short, Text, Html) : [];

    public MessageAbout About => new(CaseId, ContactId, ParticipantId, PartnerId);

    /// <summary>Ready for its channel.</summary>
    public void Queue(Instant at) => Become(Channel switch
    {
        MessageChannel.Letter => MessageState.ToPost,
        MessageChannel.Phone => MessageState.ToCall,
        MessageChannel.Desk => MessageState.AtDesk,
        MessageChannel.Portal => MessageState.Delivered,
        _ => MessageState.Queued,
    }, at);

    /// <summary>The moment of sending: looks once more whether it may go, and marks that it is under way.</summary>
    /// <returns>Whether it is to be sent now.</returns>
    public bool BeginSending(string wireId, Instant at)
    {
        if (State is not (MessageState.Queued or MessageState.Sending)) return false;
        var interrupted = State == MessageState.Sending;
        if (interrupted && Kind == MessageKind.OneTimeCode)
        {
            Fail(MessageFailures.CodeInFlight, null, at);
            return false;
        }

        if (ExpiresAt <= at)
        {
            Become(MessageState.Expired, at);
            Secrets = null;
            return false;
        }

        MaybeTwice |= interrupted;
        Tries++;
        TryingSince ??= at;
        WireId ??= wireId;
        Become(MessageState.Sending, at);
        return true;
    }

    /// <summary>The other side took it over.</summary>
    public void Sent(Instant at, bool stayedInside)
    {
        Become(MessageState.Sent, at);
        (FailureCode, FailureText, StayedInside) = (null, null, stayedInside);
        // The page that shows what would have gone out must show the code as well.
        if (!stayedInside) Secrets = null;
    }

    /// <summary>It could not go now but may later; goes back in the queue. A code that may have arrived is not sent again.</summary>
    public void Delay(string said, bool mayHaveArrived, Instant at)
    {
        MaybeTwice |= mayHaveArrived;
        if (mayHaveArrived && Kind == MessageKind.OneTimeCode)
        {
            Fail(MessageFailures.CodeInFlight, said, at);
            return;
        }

        Become(MessageState.Queued, at);
        (FailureCode, FailureText) = (MessageFailures.Unreachable.Code, said);
    }

    /// <summary>When to try again after a failure that may pass; null when it was tried long enough.</summary>
    /// <remarks>One minute, doubling to at most an hour: a code or a danger page can't wait long, and a mail server that is down is not stormed.</remarks>
    public Instant? NextTry(Instant at) => at - TryingSince >= GiveUpAfter
        ? null
        : at + Duration.Min(Duration.FromHours(1), Duration.FromMinutes(1 << Math.Min(Tries - 1, 6)));

    /// <summary>It cannot be delivered by this channel.</summary>
    public void Fail(Failure failure, string? said, Instant at)
    {
        Become(MessageState.Failed, at);
        (FailureCode, FailureText) = (failure.Code, said);
        if (Kind == MessageKind.OneTimeCode) Secrets = null;
    }

    /// <summary>Whether nobody has heard it, and nobody does when it is withdrawn; a letter may be in an envelope already, and what failed may have been read.</summary>
    public bool IsUnheard => State is MessageState.Queued or MessageState.ToCall or MessageState.AtDesk && !MaybeTwice;

    /// <summary>What it says is no longer true: nobody sends, calls, posts, tells or mends it any more. What went out, or is going, stays what it is.</summary>
    public void Withdraw(Instant at)
    {
        if (!IsUnheard && State is not (MessageState.Queued or MessageState.ToPost or MessageState.Failed)) return;
        Become(MessageState.Withdrawn, at);
        Secrets = null;
    }

    /// <summary>Somebody posted the letter.</summary>
    public Failure? Post(Instant at) => ByHand(MessageState.ToPost, MessageState.Posted, at);

    /// <summary>Somebody told it at the desk.</summary>
    public Failure? TellAtDesk(Instant at) => ByHand(MessageState.AtDesk, MessageState.Delivered, at);

    /// <summary>Somebody called and told it.</summary>
    public Failure? Reached(Instant at)
    {
        if (State == MessageState.ToCall) Tries++;
        return ByHand(MessageState.ToCall, MessageState.Called, at);
    }

    /// <summary>Somebody called in vain; after three calls, or with a wrong number, it failed.</summary>
    public Failure? NotReached(bool wrongNumber, Instant at)
    {
        if (State != MessageState.ToCall) return MessageFailures.WrongState;
        Tries++;
        StateAt = at;
        if (wrongNumber || Tries >= MostCalls) Fail(MessageFailures.NotReached, null, at);
        return null;
    }

    /// <summary>It came back after all.</summary>
    public Failure? Return(string? said, Instant at)
    {
        if (State is not (MessageState.Sent or MessageState.Posted or MessageState.ToPost)) return MessageFailures.WrongState;
        Fail(MessageFailures.Returned, said, at);
        return null;
    }

    /// <summary>Tries again after somebody looked at what went wrong, maybe to another address; a new message to the other side.</summary>
    public Failure? QueueAgain(string? address, Instant at)
    {
        if (State != MessageState.Failed || Kind == MessageKind.OneTimeCode || Text.Length == 0) return MessageFailures.WrongState;
        Address = address ?? Address;
        (WireId, TryingSince, Tries, MaybeTwice, FailureCode, FailureText) = (null, null, 0, false, null, null);
        Queue(at);
        return null;
    }

    private Failure? ByHand(MessageState from, MessageState to, Instant at)
    {
        if (State != from) return MessageFailures.WrongState;
        Become(to, at);
        Secrets = null;
        return null;
    }

    private void Become(MessageState state, Instant at) => (State, StateAt) = (state, at);
}
