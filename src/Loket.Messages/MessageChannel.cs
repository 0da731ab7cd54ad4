namespace Loket.Messages;

/// <summary>By which way a message goes.</summary>
public enum MessageChannel
{
    /// <summary>E-mail.</summary>
    Email,

    /// <summary>A short text to a mobile telephone.</summary>
    Sms,

    /// <summary>A letter on paper, through the print queue.</summary>
    Letter,

    /// <summary>A call: somebody of the contact centre makes it.</summary>
    Phone,

    /// <summary>Told when they come to a desk.</summary>
    Desk,

    /// <summary>Shown where they sign in.</summary>
    Portal,

    /// <summary>A team's chat room; staff only.</summary>
    Chat,
}
