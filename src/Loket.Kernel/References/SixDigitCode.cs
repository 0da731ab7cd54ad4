using System.Globalization;
using System.Security.Cryptography;

namespace Loket.Kernel.References;

/// <summary>Six secret digits: the PIN on a slip or letter, or a code for one use.</summary>
/// <remarks>Never stored or logged: <see cref="ToString"/> hides it, <see cref="Digits"/> is for the slip and the message, <see cref="CodeHash"/> for storage.
/// A million possibilities are few: whoever asks for one limits the tries.</remarks>
public readonly record struct SixDigitCode
{
    private const int Possibilities = 1_000_000;
    private readonly int _number;

    private SixDigitCode(int number) => _number = number;

    /// <summary>The digits, leading zeros included.</summary>
    public string Digits => _number.ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>A new code, each of the million as likely.</summary>
    public static SixDigitCode Draw() => new(RandomNumberGenerator.GetInt32(Possibilities));

    /// <summary>Reads what a person typed; spaces, dots and dashes between the digits are fine.</summary>
    public static bool TryRead(string? typed, out SixDigitCode code)
    {
        var number = 0;
        var digits = 0;
        foreach (var character in typed ?? "")
        {
            if (char.IsAsciiDigit(character) && ++digits <= 6) number = number * 10 + (character - '0');
            else if (!char.IsWhiteSpace(character) && character is not ('.' or '-'))
            {
                digits = 0;
                break;
            }
        }

        code = digits == 6 ? new SixDigitCode(number) : default;
        return digits == 6;
    }

    /// <summary>Hidden, so that it appears in no log.</summary>
    public override string ToString() => "******";
}
