using System.Text.RegularExpressions;
using MimeKit;

namespace Loket.Messages;

/// <summary>Whether an address has the form of its channel; whether it exists shows when it is used.</summary>
internal static partial class AddressForm
{
    public static bool Fits(MessageAddress address) => address.Channel switch
    {
        MessageChannel.Email => MailboxAddress.TryParse(address.To, out var mailbox) && mailbox.Address == address.To && Domain().IsMatch(address.To),
        MessageChannel.Sms or MessageChannel.Phone => E164().IsMatch(address.To),
        MessageChannel.Letter => address.To.Split('\n').Count(line => !string.IsNullOrWhiteSpace(line)) is >= 2 and <= 6,
        MessageChannel.Desk => !string.IsNullOrWhiteSpace(address.To),
        MessageChannel.Chat => Uri.TryCreate(address.To, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri is { IsLoopback: true, Scheme: "http" }),
        _ => true,
    };

    [GeneratedRegex(@"@[^@\s]+\.[^@\s.]{2,}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Domain();

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex E164();
}
