using CsCheck;
using Loket.Kernel.References;
using Xunit;

namespace Loket.Unit.Kernel.References;

public sealed class ReferenceTests
{
    private const string Symbols = "23456789CFJKMPQRWXY";
    private static readonly Gen<string> Codes = Gen.Int[0, Reference.Count - 1].Select(number => Reference.FromNumber("HLM", number).ToString()[4..].Replace("-", "", StringComparison.Ordinal));

    [Theory]
    [InlineData(0, "HLM-2222-2222")]
    [InlineData(1, "HLM-2222-223K")]
    [InlineData(Reference.Count - 1, "HLM-YYYY-YYYW")]
    public void A_reference_looks_like(int number, string text) => Assert.Equal(text, Reference.FromNumber("HLM", number).ToString());

    [Fact]
    public void Every_wrong_symbol_and_every_swap_is_caught_whatever_the_other_symbols_are()
    {
        // The sum is linear, so it is enough to see that no error of the kind leaves it as it was: all positions, all pairs of symbols.
        for (var position = 0; position < 8; position++)
        {
            for (var right = 0; right < 19; right++)
            {
                for (var wrong = 0; wrong < 19; wrong++)
                {
                    if (wrong == right) continue;
                    Assert.False(Fits(With(position, right), Symbols[wrong], position));
                    for (var other = position + 1; other < 8; other++) Assert.False(Swapped(position, other, right, wrong));
                }
            }
        }
    }

    [Fact]
    public void A_wrong_symbol_is_caught_in_any_reference() => Gen.Select(Codes, Gen.Int[0, 7], Gen.Int[1, 18]).Sample((code, at, shift) =>
    {
        var wrong = Symbols[(Symbols.IndexOf(code[at]) + shift) % 19];
        Assert.Equal(ReferenceTrouble.CheckFails, Reference.Read(Put(code, at, wrong), "HLM").Trouble);
    });

    [Fact]
    public void Two_symbols_swapped_are_caught_in_any_reference() => Gen.Select(Codes, Gen.Int[0, 7], Gen.Int[0, 7]).Where((code, a, b) => code[a] != code[b]).Sample((code, a, b) =>
        Assert.Equal(ReferenceTrouble.CheckFails, Reference.Read(Put(Put(code, a, code[b]), b, code[a]), "HLM").Trouble));

    [Theory]
    [InlineData("HLM-7K4Q-2XYR")]
    [InlineData("hlm 7k4q 2xyr")]
    [InlineData("  hlm7k4q2xyr ")]
    [InlineData("7k4q-2xyr")]
    [InlineData("7K4Q2XYR")]
    [InlineData("7 k 4 q . 2 x y r.")]
    [InlineData("HLM/7K4Q–2XYR")]
    [InlineData("#hlm_7k4q_2xyr")]
    public void People_type_it_in_many_ways(string typed)
    {
        var reading = Reference.Read(typed, "HLM");
        Assert.Equal(("HLM-7K4Q-2XYR", ReferenceTrouble.None, false), (reading.Reference.ToString(), reading.Trouble, reading.WasCorrected));
    }

    [Theory]
    [InlineData("HLM-7K40-2XYR")]   // zero for Q
    [InlineData("HLM-7K4O-2XYR")]
    [InlineData("HLM-7K4Q-ZXYR")]   // Z for 2
    [InlineData("HLM-7H4Q-2XYR")]   // "haa" for "kaa"
    [InlineData("HLM-1K4Q-2XYR")]   // one for seven
    [InlineData("7K4Q2XVR")]        // V for Y
    public void One_symbol_that_looks_or_sounds_like_another_is_understood(string typed)
    {
        var reading = Reference.Read(typed, "HLM");
        Assert.Equal(("HLM-7K4Q-2XYR", true), (reading.Reference.ToString(), reading.WasCorrected));
    }

    [Theory]
    [InlineData(null, ReferenceTrouble.Empty)]
    [InlineData("", ReferenceTrouble.Empty)]
    [InlineData(" - ", ReferenceTrouble.Empty)]
    [InlineData("7K4Q", ReferenceTrouble.Malformed)]
    [InlineData("HLM-7K4Q-2XY", ReferenceTrouble.Malformed)]
    [InlineData("HLM-7K4Q-2XYRC", ReferenceTrouble.Malformed)]
    [InlineData("HLM-7K4Q-2XYR-7K4Q-2XYR", ReferenceTrouble.Malformed)]
    [InlineData("H2M-7K4Q-2XYR", ReferenceTrouble.Malformed)]
    [InlineData("AMS-7K4Q-2XYR", ReferenceTrouble.OtherMunicipality)]
    [InlineData("HL-7K4Q-2XYR", ReferenceTrouble.OtherMunicipality)]
    [InlineData("HLM-7K4Q-2XYD", ReferenceTrouble.CheckFails)]   // D could be Q or P, and neither fits
    [InlineData("HLM-7K4Q-2EYR", ReferenceTrouble.CheckFails)]   // E looks like nothing
    [InlineData("HLM-7K4Q-2YXR", ReferenceTrouble.CheckFails)]
    [InlineData("HLM-7K40-ZXYR", ReferenceTrouble.Malformed)]    // two at once is guessing
    [InlineData("HLM-7K4Q-2XYÇ", ReferenceTrouble.Malformed)]
    public void What_cannot_be_read_is_said(string? typed, ReferenceTrouble trouble) =>
        Assert.Equal(new ReferenceReading(null, trouble, false), Reference.Read(typed, "HLM"));

    [Fact]
    public void Any_text_is_read_without_failing() => Gen.String.Sample(text => Reference.Read(text, "HLM").Reference is null || text.Length >= 8);

    [Fact]
    public void Stored_text_reads_back_only_as_it_was_written()
    {
        Gen.Int[0, Reference.Count - 1].Sample(number =>
        {
            var reference = Reference.FromNumber("HLM", number);
            Assert.True(Reference.TryParse(reference.ToString(), out var again));
            Assert.Equal(reference, again);
        });
        Assert.All(new[] { null, "", "-", "7K4Q-2XYR", "hlm-7K4Q-2XYR", "HLM-7K4Q2XYR", "HLM-7K40-2XYR", "HLM-7K4Q-2XYY" }, text => Assert.False(Reference.TryParse(text, out _)));
    }

    [Fact]
    public void Numbers_and_references_go_one_to_one() => Gen.Int[0, Reference.Count - 2].Sample(number =>
        Assert.True(Reference.FromNumber("HLM", number).CompareTo(Reference.FromNumber("HLM", number + 1)) < 0));

    [Fact]
    public void The_source_draws_different_references()
    {
        var source = new ReferenceSource("GM");
        var drawn = Enumerable.Range(0, 1000).Select(_ => source.Next()).ToHashSet();
        Assert.True(drawn.Count > 990);
        Assert.All(drawn, reference => Assert.Matches("^GM-[2-9CFJKMPQRWXY]{4}-[2-9CFJKMPQRWXY]{4}$", reference.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("H")]
    [InlineData("hlm")]
    [InlineData("HLMMR")]
    [InlineData("H2")]
    public void A_prefix_is_two_to_four_capitals(string prefix)
    {
        Assert.Throws<ArgumentException>(() => new ReferenceSource(prefix));
        Assert.Throws<ArgumentException>(() => Reference.FromNumber(prefix, 1));
    }

    private static string Put(string code, int at, char symbol) => $"{code[..at]}{symbol}{code[(at + 1)..]}";

    private static string With(int position, int value)
    {
        var code = new string(Symbols[0], 8);
        code = Put(code, position, Symbols[value]);
        return Put(code, position == 7 ? 0 : 7, FittingAt(code, position == 7 ? 0 : 7));
    }

    private static char FittingAt(string code, int position) => Symbols.Single(symbol => Reference.Read(Put(code, position, symbol), "HLM").Reference is not null);

    private static bool Fits(string code, char wrong, int position) => Reference.Read(Put(code, position, wrong), "HLM").Reference is not null;

    private static bool Swapped(int a, int b, int first, int second)
    {
        var free = Enumerable.Range(0, 8).First(position => position != a && position != b);
        var code = Put(Put(new string(Symbols[0], 8), a, Symbols[first]), b, Symbols[second]);
        code = Put(code, free, FittingAt(code, free));
        return Reference.Read(Put(Put(code, a, Symbols[second]), b, Symbols[first]), "HLM").Reference is not null;
    }
}
