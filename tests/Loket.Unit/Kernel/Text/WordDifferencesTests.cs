using Loket.Kernel.Text;
using Xunit;

namespace Loket.Unit.Kernel.Text;

public sealed class WordDifferencesTests
{
    [Theory]
    [InlineData("", "", "", "")]
    [InlineData("De brug", "De brug", "De brug", "De brug")]
    [InlineData("Wij smeren de brug morgen.", "Wij smeren de brug vandaag.", "Wij smeren de brug [morgen.]", "Wij smeren de brug [vandaag.]")]
    [InlineData("De brug piept", "De oude brug piept weer", "De brug piept", "De [oude ]brug piept [weer]")]
    [InlineData("", "Iets", "", "[Iets]")]
    [InlineData("een twee drie", "vier", "[een twee drie]", "[vier]")]
    [InlineData("een\r\ntwee", "een twee", "een\r\ntwee", "een twee")]
    public void What_only_one_of_them_has_is_marked_and_both_stay_whole(string first, string second, string left, string right)
    {
        var (ours, theirs) = WordDifferences.Between(first, second);

        Assert.Equal((left, right), (Marked(ours), Marked(theirs)));
        Assert.Equal((first, second), (Whole(ours), Whole(theirs)));
    }

    [Fact]
    public void Very_long_texts_are_shown_whole()
    {
        var book = string.Join(' ', Enumerable.Repeat("woord", 2_000));

        var (ours, theirs) = WordDifferences.Between(book, book + " en");

        Assert.Equal((true, true), (Assert.Single(ours).IsOwn, Assert.Single(theirs).IsOwn));
    }

    private static string Marked(IEnumerable<TextPart> parts) => string.Concat(parts.Select(part => part.IsOwn ? "[" + part.Text + "]" : part.Text));

    private static string Whole(IEnumerable<TextPart> parts) => string.Concat(parts.Select(part => part.Text));
}
