using Loket.Kernel;

namespace Loket.Messages;

/// <summary>Identifies a message.</summary>
public readonly record struct MessageId(Guid Value) : IId<MessageId>
{
    /// <inheritdoc />
    public static MessageId From(Guid value) => new(value);

    /// <summary>Made earlier; for keyset paging.</summary>
    public static bool operator <(MessageId left, MessageId right) => left.Value.CompareTo(right.Value) < 0;

    /// <summary>Made later; for keyset paging.</summary>
    public static bool operator >(MessageId left, MessageId right) => right < left;
}
