using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Loket.Messages.Sending;

/// <summary>The way to a mail server.</summary>
public static class MailServer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Signs in as for sending, and sends nothing.</summary>
    /// <returns>What the server or the network says; null when mail can be sent.</returns>
    public static async Task<string?> WhatIsWrong(SmtpSettings smtp, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        using var client = new SmtpClient();
        try
        {
            await Open(client, smtp, patience.Token);
            await client.NoOpAsync(patience.Token);
            await client.DisconnectAsync(quit: true, patience.Token);
            return null;
        }
        catch (Exception exception) when (IsTrouble(exception) && !cancel.IsCancellationRequested)
        {
            return exception is OperationCanceledException ? "It did not answer within fifteen seconds." : exception.Message;
        }
    }

    /// <summary>Connects and, where there is an account, signs in.</summary>
    internal static async Task Open(SmtpClient client, SmtpSettings smtp, CancellationToken cancel)
    {
        client.LocalDomain = Domain(smtp.From);
        await client.ConnectAsync(smtp.Host, smtp.Port, smtp.Security switch
        {
            SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
            SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
            _ => SecureSocketOptions.None,
        }, cancel);
        if (smtp.User is { } user) await client.AuthenticateAsync(user, smtp.Password ?? "", cancel);
    }

    /// <summary>Whether this is the server's or the network's trouble rather than a bug of ours.</summary>
    internal static bool IsTrouble(Exception exception) => exception is CommandException or ProtocolException or AuthenticationException
        or SslHandshakeException or IOException or System.Net.Sockets.SocketException or TimeoutException or OperationCanceledException or NotSupportedException;

    /// <summary>What stands behind the at sign.</summary>
    internal static string Domain(string address) => address[(address.LastIndexOf('@') + 1)..];
}
