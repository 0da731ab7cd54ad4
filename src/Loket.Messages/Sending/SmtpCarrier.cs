using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace Loket.Messages.Sending;

/// <summary>E-mail over SMTP.</summary>
/// <remarks>Only what concerns this recipient or this message is a refusal for good; that we can't reach the server, may not use it, or use a sender
/// that it does not like is our side's trouble, which is mended without losing a message.</remarks>
internal sealed class SmtpCarrier : ICarrier
{
    public MessageChannel Channel => MessageChannel.Email;

    public async Task<Carried> Carry(Parcel parcel, MessagingSettings settings, CancellationToken cancel)
    {
        if (settings.Smtp is not { } smtp) return new Carried.KeptInside();
        using var client = new SmtpClient();
        var onItsWay = false;
        try
        {
            await MailServer.Open(client, smtp, cancel);
            using var mail = Mail(parcel, smtp);
            onItsWay = true;
            await client.SendAsync(mail, MailboxAddress.Parse(smtp.From), [MailboxAddress.Parse(parcel.Address)], cancel);
        }
        catch (SmtpCommandException exception) when (IsForGood(exception))
        {
            return new Carried.Refused(Said(exception));
        }
        catch (Exception exception) when (MailServer.IsTrouble(exception))
        {
            return new Carried.Delayed(Said(exception), MayHaveArrived: onItsWay && exception is not CommandException);
        }

        try
        {
            await client.DisconnectAsync(quit: true, cancel);
        }
        catch (Exception exception) when (exception is ProtocolException or CommandException or IOException or OperationCanceledException)
        {
            // The message was taken over already; a rude goodbye changes nothing.
        }

        return new Carried.Accepted();
    }

    private static bool IsForGood(SmtpCommandException exception) =>
        (int)exception.StatusCode is >= 500 and < 600
        && exception.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted;

    private static string Said(Exception exception) => exception is SmtpCommandException smtp
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(int)smtp.StatusCode} {smtp.Message}")
        : exception.Message;

    private static MimeMessage Mail(Parcel parcel, SmtpSettings smtp)
    {
        var domain = MailServer.Domain(smtp.From);
        var mail = new MimeMessage { MessageId = $"{parcel.WireId}@{domain}", Subject = parcel.Subject };
        mail.From.Add(new MailboxAddress(parcel.Sender, parcel.SenderAddress.Length > 0 ? parcel.SenderAddress : smtp.From));
        mail.To.Add(new MailboxAddress(parcel.Name ?? "", parcel.Address));
        // RFC 3834: answering machines stay silent, and so do ours when such a mail comes in.
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        mail.Headers.Add("X-Auto-Response-Suppress", "OOF, AutoReply");
        mail.Headers.Add(HeaderId.ListId, $"Loket <{parcel.Kind.ToString().ToLowerInvariant()}.loket.{domain}>");
        mail.Headers.Add(HeaderId.ContentLanguage, parcel.Language);
        mail.Body = new MultipartAlternative(
            new TextPart("plain") { Text = parcel.Text },
            new TextPart("html") { Text = MailHtml.Page(parcel) });
        return mail;
    }
}
