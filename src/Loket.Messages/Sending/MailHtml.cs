using Loket.Messages.Templates;

namespace Loket.Messages.Sending;

/// <summary>The page around an e-mail. Style stands inline because mail programs drop style sheets; nothing is fetched from outside.</summary>
internal static class MailHtml
{
    public static string Page(Parcel parcel) => $"""
        <!doctype html>
        <html lang="{Markup.Encode(parcel.Language)}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{Markup.Encode(parcel.Subject)}</title>
        </head>
        <body style="margin:0;padding:0">
        <div style="max-width:36rem;margin:0 auto;padding:24px 16px;font-family:'Source Sans 3','Source Sans Pro',Arial,sans-serif;font-size:18px;line-height:1.5">
        <p style="margin:0 0 24px;padding-bottom:12px;border-bottom:3px solid #1d5a8a;font-weight:600">{Markup.Encode(parcel.Sender)}</p>
        {parcel.Html}</div>
        </body>
        </html>
        """;
}
