using System.Globalization;
using System.Text.RegularExpressions;

namespace Loket.Kernel.Text;

/// <summary>A house number in the three parts that the national address register (BAG) has: number, letter, addition. Shown as <c>12A-2</c>.</summary>
public readonly partial record struct HouseNumber
{
    private HouseNumber(int number, char? letter, string? addition)
    {
        Number = number;
        Letter = letter;
        Addition = addition;
    }

    /// <summary>1 to 99999.</summary>
    public int Number { get; }

    /// <summary>One capital letter, if any.</summary>
    public char? Letter { get; }

    /// <summary>One to four letters or digits in capitals, if any.</summary>
    public string? Addition { get; }

    /// <summary>Reads what a person typed: <c>12</c>, <c>12a</c>, <c>12-2</c>, <c>12 A 2</c>, <c>12 bis</c>, <c>12 hs</c>.</summary>
    /// <remarks>One letter directly behind the number, or alone, is the letter; the rest is the addition. What was meant is only certain in the register itself.</remarks>
    /// <returns>The parts, or the failure <c>house-number.invalid</c>.</returns>
    public static Result<HouseNumber> Read(string? typed)
    {
        var match = Parts().Match(typed?.Trim().ToUpperInvariant() ?? "");
        if (!match.Success) return new Failure("house-number.invalid");

        var letter = match.Groups["letter"];
        var addition = match.Groups["addition"];
        return new HouseNumber(
            int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture),
            letter.Success ? letter.ValueSpan[0] : null,
            addition.Success ? addition.Value : null);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}{Letter}{(Addition is null ? "" : "-")}{Addition}");

    // The letter stands alone: no other letter follows it.
    [GeneratedRegex(@"^(?<number>[1-9][0-9]{0,4})(?![0-9])(?:[ ./-]{0,3}(?<letter>[A-Z])(?![A-Z]))?(?:[ ./-]{0,3}(?<addition>[A-Z0-9]{1,4}))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parts();
}
