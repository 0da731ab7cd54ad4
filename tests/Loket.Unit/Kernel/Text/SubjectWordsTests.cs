using CsCheck;
using Loket.Kernel.Text;
using Xunit;

namespace Loket.Unit.Kernel.Text;

public sealed class SubjectWordsTests
{
    [Theory]
    [InlineData("De lamp 118-042 brandt niet!", "118042 brand lamp")]
    [InlineData("Goedemorgen, graag een vraag over mijn paspoort", "paspor")]
    [InlineData("LAMPEN, lampje en lampjes", "lamp")]
    [InlineData("paal palen paaltje paaltjes", "pal")]
    [InlineData("boom bomen boompje", "bom")]
    [InlineData("huis huizen", "huis")]
    [InlineData("brief brieven", "brief")]
    [InlineData("fiets fietsen", "fiets")]
    [InlineData("werkt werken", "werk")]
    [InlineData("lekt lekken lek", "lek")]
    [InlineData("container containers", "container")]
    [InlineData("kast kasten kastje", "kas")]
    [InlineData("straat straten straatje", "strat")]
    [InlineData("auto auto's foto’s", "auto foto")]
    [InlineData("", "")]
    [InlineData("? ! 😀", "")]
    public void Words_that_say_what_it_is_about(string line, string stems) => Assert.Equal(stems, string.Join(' ', SubjectWords.Of(line).Stems));

    [Theory]
    [InlineData("lamp 118-042 brandt niet", "lamp 118-042 kapot", 0.85, 0.9)]       // the object said twice, in other words
    [InlineData("lamp 118-042 brandt niet", "Lamp 118.042 doet het niet", 0.85, 0.9)]
    [InlineData("lamp 118-042 kapot", "lamp 118-043 kapot", 0.2, 0.3)]               // the next lamp is another lamp
    [InlineData("Lantaarnpaal kapot", "lantarenpaal stuk", 0.4, 0.6)]                // a slip of the keyboard
    [InlineData("straatlamp defect", "lamp kapot", 0.2, 0.4)]                        // a compound
    [InlineData("overlast van hondenpoep", "hondenpoep op de stoep", 0.3, 0.4)]
    [InlineData("Container zit vol", "volle containers", 0.6, 1)]
    [InlineData("paspoort verlengen", "lamp kapot", 0, 0)]
    [InlineData("lamp kapot", "stoeptegel kapot", 0.1, 0.2)]                         // both broken, nothing else in common
    [InlineData("graag een vraag", "graag een vraag", 0, 0)]                         // nothing said
    [InlineData("", "lamp", 0, 0)]
    public void Likeness(string one, string other, double atLeast, double atMost)
    {
        var similarity = SubjectWords.Of(one).SimilarityTo(SubjectWords.Of(other));
        Assert.InRange(similarity, atLeast - 1e-9, atMost + 1e-9);
    }

    [Fact]
    public void A_repeat_is_more_like_its_report_than_anything_else_nearby()
    {
        var report = SubjectWords.Of("Straatlantaarn bij nummer 14 brandt niet");
        string[] fromLikeToUnlike = ["lantaarn nummer 14 is kapot", "lantaarn kapot", "heg bij nummer 14 te hoog", "losse stoeptegel"];
        var scores = fromLikeToUnlike.Select(line => report.SimilarityTo(SubjectWords.Of(line))).ToList();
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.Equal(4, scores.Distinct().Count());
    }

    private static readonly string[] Vocabulary = ["lamp", "straatlamp", "lantaarnpaal", "lantarenpaal", "118-042", "118-043", "14", "kapot", "brandt", "de", "paal", "container", "contianer", "vol", "hond", "hondenpoep", "poep"];
    private static readonly Gen<string> Lines = Gen.Int[0, Vocabulary.Length - 1].Array[0, 8].Select(words => string.Join(' ', words.Select(word => Vocabulary[word])));

    [Fact]
    public void Likeness_is_between_0_and_1_the_same_both_ways_and_1_with_itself() => Gen.Select(Lines, Lines).Sample((one, other) =>
    {
        var (a, b) = (SubjectWords.Of(one), SubjectWords.Of(other));
        Assert.InRange(a.SimilarityTo(b), 0, 1);
        Assert.Equal(a.SimilarityTo(b), b.SimilarityTo(a), 1e-12);
        Assert.Equal(a.Stems.Any() ? 1 : 0, a.SimilarityTo(a), 1e-12);
    }, iter: 5000);

    [Fact]
    public void Any_text_has_words_without_failing() => AnyText.Gen.Sample(text => SubjectWords.Of(text).SimilarityTo(SubjectWords.Of("lamp kapot")) is >= 0 and <= 1, iter: 5000);

    [Fact]
    public void A_very_long_line_costs_no_more_than_its_first_words() =>
        Assert.Equal(SubjectWords.MostWords, SubjectWords.Of(string.Join(' ', Enumerable.Range(1000, 20_000))).Stems.Count());
}
