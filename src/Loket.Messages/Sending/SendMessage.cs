using Loket.Storage.Jobs;

namespace Loket.Messages.Sending;

/// <summary>Send a message that was queued.</summary>
internal sealed record SendMessage(MessageId Message) : IJobPayload
{
    public static string Kind => "message.send";
}
