namespace Loket.Kernel.Text;

/// <summary>A Dutch postal code, shown as <c>2132 TZ</c>.</summary>
public readonly record struct Postcode : IComparable<Postcode>
{
    private readonly string? _compact;

    private Postcode(string compact) => _compact = compact;

    /// <summary>Without the space, for storage and look-ups: <c>2132TZ</c>.</summary>
    public string Compact => _compact ?? "";

    /// <summary>Reads what a person typed, in any case, with or without spaces.</summary>
    /// <remarks>Four digits, the first not zero, and two letters; SA, SD and SS are not given out.</remarks>
    /// <returns>The code, or the failure <c>postcode.invalid</c>.</returns>
    public static Result<Postcode> Read(string? typed)
    {
        Span<char> code = stackalloc char[6];
        var length = 0;
        foreach (var character in typed ?? "")
        {
            if (char.IsWhiteSpace(character)) continue;
            if (length == 6) return Invalid;
            code[length++] = char.ToUpperInvariant(character);
        }

        var letters = code[4..];
        if (length < 6 || code[0] is < '1' or > '9' || code[1..4].ContainsAnyExceptInRange('0', '9') || letters.ContainsAnyExceptInRange('A', 'Z')) return Invalid;
        return letters is "SA" or "SD" or "SS" ? Invalid : new Postcode(new string(code));
    }

    /// <inheritdoc/>
    public int CompareTo(Postcode other) => string.CompareOrdinal(Compact, other.Compact);

    /// <inheritdoc/>
    public override string ToString() => _compact is null ? "" : $"{_compact[..4]} {_compact[4..]}";

    private static Failure Invalid => new("postcode.invalid");
}
