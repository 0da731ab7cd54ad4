namespace Loket.Messages;

/// <summary>How a message stands.</summary>
public enum MessageState
{
    /// <summary>Goes out as soon as it can; after a failure that may pass, again later.</summary>
    Queued,

    /// <summary>Being sent. Found in this state after a crash, it may have arrived already.</summary>
    Sending,

    /// <summary>Taken over by the mail server, gateway or chat room.</summary>
    Sent,

    /// <summary>A letter that is still to be printed and posted.</summary>
    ToPost,

    /// <summary>Posted.</summary>
    Posted,

    /// <summary>A call that is still to be made.</summary>
    ToCall,

    /// <summary>They were told on the telephone.</summary>
    Called,

    /// <summary>Ready at a desk.</summary>
    AtDesk,

    /// <summary>It is certain that it reached them: shown where they sign in, told at a desk.</summary>
    Delivered,

    /// <summary>It cannot be delivered this way.</summary>
    Failed,

    /// <summary>Its time had passed before it could go.</summary>
    Expired,

    /// <summary>It was no longer true before anybody heard it.</summary>
    Withdrawn,
}
