using System.Text.RegularExpressions;
using MimeKit;

namespace Loket.Testing;

/// <summary>Reads mails about being called back.</summary>
public static partial class CallbackMail
{
    /// <summary>The path of the link to the resident's own page.</summary>
    public static string LinkIn(MimeMessage mail) => Link().Match(mail.HtmlBody ?? "").Value;

    [GeneratedRegex("/terugbelafspraak/[A-Za-z0-9_-]+", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
