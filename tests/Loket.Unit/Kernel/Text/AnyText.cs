using CsCheck;

namespace Loket.Unit.Kernel.Text;

/// <summary>Text as bad as it gets: any code unit, halves of surrogates and controls more often than by chance.</summary>
internal static class AnyText
{
    private static readonly Gen<char> Any = CsCheck.Gen.Int[0, 0xFFFF].Select(unit => (char)unit);
    private static readonly Gen<char> Nasty = CsCheck.Gen.Int[0, NastyOnes.Length - 1].Select(which => NastyOnes[which]);

    private const string NastyOnes = "\0\t\r\n \u00A0\u0300\u0301\u0327\u0345\u202E\u2066\uFEFF\uFFFE\uD83D\uDE00\uD800\uDFFFaeAEßøIİıŒŉǅﬁ½²³ĳ'’`´-–.,@+/";

    public static Gen<string> Gen { get; } = CsCheck.Gen.OneOf(Any, Nasty).Array[0, 30].Select(units => new string(units));
}
