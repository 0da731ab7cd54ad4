using System.Buffers;
using PhoneNumbers;

namespace Loket.Kernel.Text;

/// <summary>A telephone number in the one form in which it is compared, and the one in which it is shown.</summary>
public readonly record struct NormalisedPhone
{
    private const int LongestTyped = 40;
    private const int Netherlands = 31;

    // Letters would be read as the digits on a keypad, which nobody means here.
    private static readonly SearchValues<char> Typed = SearchValues.Create("0123456789+-./() \u00A0\u2010\u2011\u2012\u2013");

    private NormalisedPhone(string e164, string display, bool isMobile)
    {
        E164 = e164;
        Display = display;
        IsMobile = isMobile;
    }

    /// <summary>With country code and without separators: <c>+31612345678</c>.</summary>
    public string E164 { get; }

    /// <summary>As people read it, in groups: <c>06 12345678</c>; foreign numbers with their country code.</summary>
    public string Display { get; }

    /// <summary>Whether it can be a mobile telephone, so that a text message makes sense.</summary>
    public bool IsMobile { get; }

    /// <summary>Reads what a person typed; a number without country code is Dutch.</summary>
    /// <returns>The number, or the failure <c>phone.invalid</c>.</returns>
    public static Result<NormalisedPhone> Read(string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length is 0 or > LongestTyped || text.AsSpan().ContainsAnyExcept(Typed)) return new Failure("phone.invalid");

        var library = PhoneNumberUtil.GetInstance();
        PhoneNumber number;
        try
        {
            number = library.Parse(text, "NL");
        }
        catch (NumberParseException)   // the library's way to say that it is no number; nothing went wrong
        {
            return new Failure("phone.invalid");
        }

        if (!library.IsValidNumber(number)) return new Failure("phone.invalid");

        return new NormalisedPhone(
            library.Format(number, PhoneNumberFormat.E164),
            library.Format(number, number.CountryCode == Netherlands ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL),
            library.GetNumberType(number) is PhoneNumberType.MOBILE or PhoneNumberType.FIXED_LINE_OR_MOBILE);
    }

    /// <inheritdoc/>
    public override string ToString() => Display;
}
