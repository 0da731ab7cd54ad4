namespace Loket.Contacts.OnFile;

/// <summary>Tells whether what somebody is typing, and has not sent, is about a person: it names who was chosen, a way to reach them, or their name with no way to reach anybody beside it.</summary>
/// <remarks>A namesake with another number is somebody else, and what is typed of them is nobody's to lose.</remarks>
/// <param name="family">All under whom the person stands.</param>
/// <param name="details">Who they are, as often as they are known.</param>
public sealed class TypedAbout(IReadOnlyCollection<CustomerId> family, IReadOnlyCollection<DetailsOnFile> details)
{
    // Those of a Dutch number behind its first nought or its country code, so that it is known however it is typed.
    private const int Telling = 9;

    private readonly List<string> phones = [.. details.Select(one => Digits(one.Phone)).Where(phone => phone.Length >= Telling).Select(phone => phone[^Telling..])];
    private readonly List<string> emails = [.. details.Select(one => one.Email).OfType<string>().Where(email => email.Length > 0)];
    private readonly List<string> names = [.. details.Select(one => one.Name).OfType<string>().Where(name => name.Length > 0)];

    /// <summary>Whether it is.</summary>
    /// <param name="fields">What was typed, by the names of the form.</param>
    public bool Fits(IReadOnlyDictionary<string, string[]> fields)
    {
        var typed = fields.SelectMany(field => field.Value, (field, value) => (Field: field.Key, Value: value.Trim())).Where(one => one.Value.Length > 0).ToList();
        return typed.Exists(one => IsTheirs(one.Value))
            || (!typed.Exists(one => IsWay(one.Field)) && typed.Exists(one => names.Contains(one.Value, StringComparer.OrdinalIgnoreCase)));
    }

    private bool IsTheirs(string value)
    {
        var digits = Digits(value);
        return (Guid.TryParse(value, out var id) && family.Contains(new CustomerId(id)))
            || phones.Exists(phone => digits.Contains(phone, StringComparison.Ordinal))
            || emails.Exists(email => value.Contains(email, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsWay(string field) => field.EndsWith(".Phone", StringComparison.Ordinal) || field.EndsWith(".Email", StringComparison.Ordinal);

    private static string Digits(string? text) => string.Concat((text ?? "").Where(char.IsAsciiDigit));
}
