using System.Buffers;
using System.Collections.Frozen;

namespace Loket.Kernel.References;

/// <summary>The symbols of a reference, chosen to be read from a slip and said on the phone in Dutch.</summary>
/// <remarks>
/// Nineteen, a prime, so that the check symbol is one of them and catches every wrong symbol and every swap.
/// Left out because they look alike: 0 O D beside Q, 1 I L beside 7 and J, Z beside 2, S beside 5, B beside 8, G beside 6, U and V beside W and Y.
/// Left out because they sound alike: N beside M, H and A beside K, T B D V beside P and W, E beside everything.
/// Without vowels no reference spells a word. What still rhymes (zeven and negen, pee and wee) is one wrong symbol, and that is caught.
/// </remarks>
internal static class ReferenceAlphabet
{
    public const string Symbols = "23456789CFJKMPQRWXY";

    /// <summary>Symbols before the check symbol.</summary>
    public const int Length = 7;

    /// <summary>How many references there are: 19 to the power of 7, some 894 million per prefix.</summary>
    public const int Count = 893_871_739;

    // Typed or heard instead of a symbol: by look, by sound.
    private static readonly FrozenDictionary<char, string> Mistaken = new Dictionary<char, string>
    {
        ['0'] = "Q", ['O'] = "Q", ['D'] = "QP", ['U'] = "Q",
        ['1'] = "7", ['L'] = "7", ['I'] = "7J",
        ['Z'] = "26", ['S'] = "5F", ['B'] = "8P", ['G'] = "6C",
        ['N'] = "M", ['H'] = "K", ['A'] = "K", ['V'] = "WY", ['T'] = "P7",
    }.ToFrozenDictionary();

    /// <summary>The same symbols, for searching.</summary>
    public static SearchValues<char> All { get; } = SearchValues.Create(Symbols);

    /// <summary>What may have been meant by a symbol that no reference has.</summary>
    public static string MeantBy(char foreign) => Mistaken.GetValueOrDefault(foreign, "");

    /// <summary>The check symbol that goes with seven symbols.</summary>
    /// <remarks>A weighted sum modulo 19 with weights 2 to 8 for the symbols and 1 for the check. The modulus is prime and no weight is zero,
    /// so one changed symbol changes the sum; no two weights are equal, so swapping two different symbols does too, next to each other or not.</remarks>
    public static char CheckFor(ReadOnlySpan<char> symbols)
    {
        var sum = 0;
        for (var i = 0; i < Length; i++) sum += (i + 2) * Symbols.IndexOf(symbols[i]);
        return Symbols[(Symbols.Length - sum % Symbols.Length) % Symbols.Length];
    }

    /// <summary>Whether eight symbols, all of the alphabet, belong together.</summary>
    public static bool Fits(ReadOnlySpan<char> symbols) => CheckFor(symbols[..Length]) == symbols[Length];
}
