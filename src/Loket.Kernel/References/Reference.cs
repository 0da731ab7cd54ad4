using System.Diagnostics.CodeAnalysis;

namespace Loket.Kernel.References;

/// <summary>The number that a resident can say on the phone, such as <c>HLM-7K4Q-2XYR</c>: the municipality, seven symbols and a check symbol.</summary>
/// <remarks>It opens nothing by itself. The prefix belongs to it, so that references stay what they are when municipalities merge.</remarks>
public readonly record struct Reference : IComparable<Reference>
{
    /// <summary>How many references one prefix has.</summary>
    public const int Count = ReferenceAlphabet.Count;

    private const int SymbolsLength = ReferenceAlphabet.Length + 1;
    private readonly string? _text;

    private Reference(string prefix, ReadOnlySpan<char> symbols) => _text = $"{prefix}-{symbols[..4]}-{symbols[4..]}";

    /// <summary>The reference with a serial number; for generated data. References that residents get come from <see cref="ReferenceSource"/>.</summary>
    /// <param name="prefix">Two to four capital letters.</param>
    /// <param name="number">0 up to, not including, <see cref="Count"/>.</param>
    public static Reference FromNumber(string prefix, int number)
    {
        if (!IsPrefix(prefix)) throw new ArgumentException("A prefix is two to four capital letters.", nameof(prefix));
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, Count);

        Span<char> symbols = stackalloc char[SymbolsLength];
        for (var i = ReferenceAlphabet.Length - 1; i >= 0; i--)
        {
            (number, var symbol) = Math.DivRem(number, ReferenceAlphabet.Symbols.Length);
            symbols[i] = ReferenceAlphabet.Symbols[symbol];
        }

        symbols[^1] = ReferenceAlphabet.CheckFor(symbols);
        return new Reference(prefix, symbols);
    }

    /// <summary>A reference from the text that <see cref="ToString"/> gave; for storage and addresses, not for what people type.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Reference reference)
    {
        var dash = text?.IndexOf('-') ?? -1;
        reference = dash > 0 && IsPrefix(text.AsSpan(0, dash)) ? Read(text, text![..dash]).Reference ?? default : default;
        return reference._text is not null && reference._text == text;
    }

    /// <summary>Reads what a person typed or an agent heard: any case, any separators, with or without the prefix.</summary>
    /// <param name="typed">As it came in.</param>
    /// <param name="prefix">The municipality's own prefix.</param>
    public static ReferenceReading Read(string? typed, string prefix)
    {
        Span<char> buffer = stackalloc char[SymbolsLength + 4];
        var length = 0;
        foreach (var character in typed ?? "")
        {
            if (!char.IsLetterOrDigit(character)) continue;
            if (!char.IsAscii(character) || length == buffer.Length) return ReferenceReading.Not(ReferenceTrouble.Malformed);
            buffer[length++] = char.ToUpperInvariant(character);
        }

        if (length == 0) return ReferenceReading.Not(ReferenceTrouble.Empty);
        if (length < SymbolsLength) return ReferenceReading.Not(ReferenceTrouble.Malformed);

        var before = buffer[..(length - SymbolsLength)];
        if (!before.IsEmpty && !before.SequenceEqual(prefix))
        {
            return ReferenceReading.Not(IsPrefix(before) && !buffer.StartsWith(prefix) ? ReferenceTrouble.OtherMunicipality : ReferenceTrouble.Malformed);
        }

        return ReadSymbols(buffer[before.Length..length], prefix);
    }

    /// <inheritdoc/>
    public int CompareTo(Reference other) => string.CompareOrdinal(_text, other._text);

    /// <summary>In groups, as it is printed and stored: <c>HLM-7K4Q-2XYR</c>.</summary>
    public override string ToString() => _text ?? "";

    internal static bool IsPrefix(ReadOnlySpan<char> prefix) => prefix.Length is >= 2 and <= 4 && !prefix.ContainsAnyExceptInRange('A', 'Z');

    // With one symbol that no reference has, the check symbol tells what it must have been; believed only when that looks or sounds like what was typed.
    private static ReferenceReading ReadSymbols(Span<char> symbols, string prefix)
    {
        var foreign = symbols.IndexOfAnyExcept(ReferenceAlphabet.All);
        if (foreign < 0)
        {
            return ReferenceAlphabet.Fits(symbols) ? new ReferenceReading(new Reference(prefix, symbols), ReferenceTrouble.None, WasCorrected: false) : ReferenceReading.Not(ReferenceTrouble.CheckFails);
        }

        if (symbols[(foreign + 1)..].ContainsAnyExcept(ReferenceAlphabet.All)) return ReferenceReading.Not(ReferenceTrouble.Malformed);

        foreach (var meant in ReferenceAlphabet.MeantBy(symbols[foreign]))
        {
            symbols[foreign] = meant;
            if (ReferenceAlphabet.Fits(symbols)) return new ReferenceReading(new Reference(prefix, symbols), ReferenceTrouble.None, WasCorrected: true);
        }

        return ReferenceReading.Not(ReferenceTrouble.CheckFails);
    }
}
