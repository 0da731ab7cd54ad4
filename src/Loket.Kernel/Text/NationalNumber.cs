using System.Globalization;

namespace Loket.Kernel.Text;

/// <summary>A citizen service number (burgerservicenummer, BSN): nine digits that pass the eleven test.</summary>
/// <remarks>
/// The test is that of the Logisch Ontwerp BRP, element 01.20: of the digits s0 to s8 the sum 9·s0 + 8·s1 + … + 2·s7 − s8 can be divided by eleven. It finds each wrong digit and each two that
/// changed places, and says nothing of whether somebody has the number. Never logged: <see cref="ToString"/> hides it, <see cref="Digits"/> is for sealing and for who may read it.
/// </remarks>
public readonly record struct NationalNumber
{
    /// <summary>How many digits it has, zeros in front included.</summary>
    public const int Length = 9;

    /// <summary>What stands in its place where it is not read.</summary>
    public const string Dots = "•••••••••";

    private const int LongestTyped = 40;
    private readonly int number;

    private NationalNumber(int number) => this.number = number;

    /// <summary>The digits, zeros in front included.</summary>
    public string Digits => number.ToString("D9", CultureInfo.InvariantCulture);

    /// <summary>Reads what a person typed; spaces, dots and dashes between the digits are fine.</summary>
    /// <returns>The number, or the failure <c>number.nine-digits</c> or <c>number.check-fails</c>.</returns>
    public static Result<NationalNumber> Read(string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length > LongestTyped || text.Any(sign => !char.IsAsciiDigit(sign) && !char.IsWhiteSpace(sign) && sign is not ('.' or '-'))) return new Failure("number.nine-digits");
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        if (digits.Length != Length) return new Failure("number.nine-digits");
        var number = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        // Nine zeros pass, and stand for "not known" in more than one register.
        return number > 0 && Passes(digits) ? new NationalNumber(number) : new Failure("number.check-fails");
    }

    /// <summary>Whether nine digits pass the eleven test.</summary>
    public static bool Passes(string digits)
    {
        var sum = 0;
        for (var place = 0; place < Length; place++) sum += (digits[place] - '0') * (place == Length - 1 ? -1 : Length - place);
        return sum % 11 == 0;
    }

    /// <summary>Hidden, so that it appears in no log.</summary>
    public override string ToString() => Dots;
}
