using System.Globalization;
using Loket.Messages;
using Loket.Messages.Sending;
using NodaTime;

namespace Loket.Doctor;

/// <summary>Ways out: the mail server takes us in, the SMS gateway answers. Nothing is sent.</summary>
internal static class MessagingChecks
{
    // A date on the web has whole seconds, and took a while to come.
    private static readonly Duration MostDifference = Duration.FromSeconds(30);

    public static async Task<IReadOnlyList<Finding>> Of(string tenant, MessagingSettings? messages, Instant now, CancellationToken cancel) =>
        [await Mail(tenant, messages?.Smtp, cancel), .. await Sms(tenant, messages?.Sms, now, cancel)];

    private static async Task<Finding> Mail(string tenant, SmtpSettings? smtp, CancellationToken cancel)
    {
        const string Check = "mail";
        if (smtp is null) return Finding.Note(tenant, Check, "No mail server is configured: e-mail stays inside.");
        return await MailServer.WhatIsWrong(smtp, cancel) is { } wrong
            ? Finding.Wrong(tenant, Check, $"{smtp.Host}:{smtp.Port} does not take mail from us. {wrong}", $"Mend Tenants:{tenant}:Messages:Smtp or the server; mail waits and is tried again.")
            : Finding.Ok(tenant, Check, $"{smtp.Host}:{smtp.Port} answers.");
    }

    private static async Task<IReadOnlyList<Finding>> Sms(string tenant, SmsSettings? sms, Instant now, CancellationToken cancel)
    {
        const string Check = "sms";
        if (sms is null) return [Finding.Note(tenant, Check, "No SMS gateway is configured: text messages stay inside.")];
        var answer = await SmsGateway.Ask(sms, cancel);
        var reached = answer.Wrong is { } wrong
            ? Finding.Wrong(tenant, Check, $"The gateway {sms.Url.Authority} does not take messages from us. {wrong}", $"Mend Tenants:{tenant}:Messages:Sms or the gateway; messages wait and are tried again.")
            : Finding.Ok(tenant, Check, string.Create(CultureInfo.InvariantCulture, $"The gateway {sms.Url.Authority} answers ({answer.Status}). It was asked without a message; only a real one shows that it takes them."));
        return answer.Clock is { } clock ? [reached, Clock(tenant, Duration.Max(clock - now, now - clock))] : [reached];
    }

    private static Finding Clock(string tenant, Duration difference)
    {
        var says = string.Create(CultureInfo.InvariantCulture, $"The SMS gateway's clock differs {difference.TotalSeconds:0} s from this machine's.");
        return difference > MostDifference
            ? Finding.Wrong(tenant, DatabaseChecks.ClockCheck, says, DatabaseChecks.SetTheClock)
            : Finding.Ok(tenant, DatabaseChecks.ClockCheck, says);
    }
}
