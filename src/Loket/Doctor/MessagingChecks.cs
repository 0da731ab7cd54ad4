using Loket.Messages;
using Loket.Messages.Sending;

namespace Loket.Doctor;

/// <summary>Ways out: the mail server answers, the SMS gateway is configured.</summary>
internal static class MessagingChecks
{
    public static async Task<IReadOnlyList<Finding>> Of(string tenant, MessagingSettings? messages, CancellationToken cancel) =>
        [await Mail(tenant, messages?.Smtp, cancel), Sms(tenant, messages?.Sms)];

    private static async Task<Finding> Mail(string tenant, SmtpSettings? smtp, CancellationToken cancel)
    {
        const string Check = "mail";
        if (smtp is null) return Finding.Note(tenant, Check, "No mail server is configured: e-mail stays inside.");
        return await MailServer.WhatIsWrong(smtp, cancel) is { } wrong
            ? Finding.Wrong(tenant, Check, $"{smtp.Host}:{smtp.Port} does not take mail from us. {wrong}", $"Mend Tenants:{tenant}:Messages:Smtp or the server; mail waits and is tried again.")
            : Finding.Ok(tenant, Check, $"{smtp.Host}:{smtp.Port} answers.");
    }

    private static Finding Sms(string tenant, SmsSettings? sms) => sms is null
        ? Finding.Note(tenant, "sms", "No SMS gateway is configured: text messages stay inside.")
        : Finding.Ok(tenant, "sms", $"The gateway is {sms.Url.Host}.");
}
