namespace Loket.Messages;

/// <summary>By which ways a municipality's messages go out. Without one, messages of that way stay inside and are only shown on the outbox page.</summary>
public sealed record MessagingSettings
{
    /// <summary>The mail server.</summary>
    public SmtpSettings? Smtp { get; init; }

    /// <summary>The SMS gateway.</summary>
    public SmsSettings? Sms { get; init; }

    /// <summary>Whether messages to chat rooms go out.</summary>
    public bool Chat { get; init; }
}

/// <summary>How the connection with a mail server is secured.</summary>
public enum SmtpSecurity
{
    /// <summary>Turned into a secure one with STARTTLS; refused when the server cannot.</summary>
    StartTls,

    /// <summary>Secure from the start (usually port 465).</summary>
    Tls,

    /// <summary>Not at all; only to a server on this machine.</summary>
    None,
}

/// <summary>A mail server.</summary>
public sealed record SmtpSettings
{
    /// <summary>Its name or address.</summary>
    public required string Host { get; init; }

    /// <summary>Its port.</summary>
    public int Port { get; init; } = 587;

    /// <summary>How the connection is secured.</summary>
    public SmtpSecurity Security { get; init; }

    /// <summary>The address to which mail comes back that can't be delivered; also the sender as long as the municipality's profile has no address of its own.</summary>
    public required string From { get; init; }

    /// <summary>The account, where one is needed.</summary>
    public string? User { get; init; }

    /// <summary>Its password.</summary>
    public string? Password { get; init; }
}

/// <summary>A gateway for text messages: POST of <c>{to, from, text, reference}</c> as JSON, with an <c>Idempotency-Key</c> and a bearer token.</summary>
public sealed record SmsSettings
{
    /// <summary>Where the gateway listens.</summary>
    public required Uri Url { get; init; }

    /// <summary>The sender that the telephone shows; at most eleven letters, or a number.</summary>
    public required string From { get; init; }

    /// <summary>The gateway's token, where one is needed.</summary>
    public string? Token { get; init; }
}
