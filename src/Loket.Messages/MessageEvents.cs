using Loket.Kernel;
using Loket.Storage.Journal;

namespace Loket.Messages;

/// <summary>A message went out, was posted, told on the telephone or at a desk.</summary>
/// <param name="Message">The message.</param>
/// <param name="Kind">What it was for.</param>
/// <param name="Channel">By which way.</param>
/// <param name="MaybeTwice">The program stopped while it was being sent, so it may have arrived twice, with the same Message-ID.</param>
/// <param name="Subjects">What it was about.</param>
[JournalEvent("message.sent", Audience.Staff)]
public sealed record MessageSent(MessageId Message, MessageKind Kind, MessageChannel Channel, bool MaybeTwice, MessageAbout Subjects) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => Subjects.Subjects.Append(Message.Value);
}

/// <summary>A message cannot be delivered by this channel. A room that knows the person may send a neutral notice by the next, never the content.</summary>
/// <param name="Message">The message.</param>
/// <param name="Kind">What it was for.</param>
/// <param name="Channel">By which way.</param>
/// <param name="Event">What the person was told of; the key of a notice by the next channel.</param>
/// <param name="Person">Who was to be told.</param>
/// <param name="ChannelAttempt">Which attempt this was; the next channel is one more.</param>
/// <param name="Reason">The code of the failure.</param>
/// <param name="Subjects">What it was about.</param>
[JournalEvent("message.failed", Audience.Staff)]
public sealed record MessageFailed(
    MessageId Message, MessageKind Kind, MessageChannel Channel, Guid Event, Guid Person, int ChannelAttempt, [property: NotPersonal("the code of a failure")] string Reason, MessageAbout Subjects) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => Subjects.Subjects.Append(Message.Value);
}

/// <summary>A failed message was queued again by hand, maybe to another address.</summary>
[JournalEvent("message.queued-again", Audience.Staff)]
public sealed record MessageQueuedAgain(MessageId Message, MessageChannel Channel, bool OtherAddress, MessageAbout Subjects) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => Subjects.Subjects.Append(Message.Value);
}

/// <summary>They were called and not reached.</summary>
[JournalEvent("message.call-unanswered", Audience.Staff)]
public sealed record CallUnanswered(MessageId Message, int Calls, MessageAbout Subjects) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => Subjects.Subjects.Append(Message.Value);
}

/// <summary>Somebody opened a list of messages with the people in it.</summary>
/// <param name="Messages">The messages on it.</param>
/// <param name="List">Which list.</param>
[JournalEvent("message.looked-at", Audience.Audit)]
public sealed record MessagesLookedAt(IReadOnlyList<MessageId> Messages, string List) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => Messages.Select(message => message.Value);
}

/// <summary>A text of the municipality's own was made, changed, or put back to the standard text.</summary>
[JournalEvent("message.template-changed", Audience.Staff)]
public sealed record TemplateChanged(Guid Template, string Key, string Language, bool BackToStandard) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Template];
}
