namespace Loket.Messages;

/// <summary>How a municipality signs and sends its messages.</summary>
public sealed record MessagingSettings
{
    /// <summary>Its name, without "gemeente".</summary>
    public required string Municipality { get; init; }

    /// <summary>The telephone number for residents, as it is read.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Its website for residents.</summary>
    public string Website { get; init; } = "";

    /// <summary>The mail server; none: e-mail stays inside and is only shown on the outbox page.</summary>
    public SmtpSettings? Smtp { get; init; }

    /// <summary>The SMS gateway; none: text messages stay inside.</summary>
    public SmsSettings? Sms { get; init; }

    /// <summary>Whether messages to chat rooms go out.</summary>
    public bool ChatGoesOut { get; init; }
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
/// <param name="Host">Its name or address.</param>
/// <param name="Port">Its port.</param>
/// <param name="From">The sender's address.</param>
public sealed record SmtpSettings(string Host, int Port, string From)
{
    /// <summary>How the connection is secured.</summary>
    public SmtpSecurity Security { get; init; } = SmtpSecurity.StartTls;

    /// <summary>Where answers go; the sender's address when not given.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>The account, where one is needed.</summary>
    public string? User { get; init; }

    /// <summary>Its password.</summary>
    public string? Password { get; init; }
}

/// <summary>A gateway for text messages: POST of <c>{to, from, text, reference}</c> as JSON, with an <c>Idempotency-Key</c> and a bearer token.</summary>
/// <param name="Url">Where the gateway listens.</param>
/// <param name="From">The sender that the telephone shows; at most eleven letters, or a number.</param>
/// <param name="Token">The gateway's token, where one is needed.</param>
public sealed record SmsSettings(Uri Url, string From, string? Token = null);
