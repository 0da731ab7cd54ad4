using Loket.Kernel.Text;
using Xunit;

namespace Loket.Unit.Kernel.Text;

public sealed class NameWordsTests
{
    [Theory]
    [InlineData("Jansen", "Janssen", "Janzen")]
    [InlineData("Meijer", "Meyer", "Meier", "Mayer")]
    [InlineData("de Vries", "De Fries", "Vriess")]
    [InlineData("Bakker", "Backer", "Bakkr")]
    [InlineData("Schmidt", "Schmitt", "Schmid")]
    [InlineData("IJsbrand", "Ysbrand", "Eisbrant")]
    [InlineData("Özdemir", "Ozdemir", "Osdemir")]
    [InlineData("Philips", "Filips", "Phillips")]
    [InlineData("Max", "Maks")]
    [InlineData("van den Bosch", "Bos", "Boss")]
    public void What_sounds_alike_is_found_under_one_sound(string name, params string[] others)
    {
        var sound = Sounds(name).First();
        Assert.All(others, other => Assert.Contains(sound, Sounds(other)));
    }

    [Theory]
    [InlineData("Jansen", "Hansen")]
    [InlineData("Bakker", "Visser")]
    [InlineData("de Boer", "de Beer")]
    public void Another_name_has_another_sound_or_another_spelling(string name, string other) =>
        Assert.NotEqual((NameWords.Of(name)[0], Sounds(name).First()), (NameWords.Of(other)[0], Sounds(other).First()));

    [Theory]
    [InlineData("Mw. J. van den Berg-Jansen", "j", "berg", "jansen")]
    [InlineData("Bakkerij De Gouden Aar B.V.", "bakkerij", "gouden", "aar")]
    [InlineData("  ", new string[0])]
    [InlineData("van de", new string[0])]
    [InlineData("Jo Jo JO", "jo")]
    public void The_words_of_a_name_are_folded_and_what_is_in_every_name_is_left_out(string name, params string[] words) => Assert.Equal(words, NameWords.Of(name));

    [Fact]
    public void However_long_a_name_is_few_short_words_are_kept()
    {
        var words = NameWords.Of(string.Concat(Enumerable.Range(0, 30).Select(number => $"naam{number} ")) + new string('x', 500));
        Assert.Equal(8, words.Count);
        Assert.All(NameWords.Of(new string('x', 500)), word => Assert.Equal(40, word.Length));
    }

    private static IEnumerable<string> Sounds(string name) => NameWords.Of(name).Select(NameWords.SoundOf);
}
