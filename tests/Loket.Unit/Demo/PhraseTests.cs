using Loket.Demo.Town;
using Xunit;

namespace Loket.Unit.Demo;

public sealed class PhraseTests
{
    [Fact]
    public void Every_category_has_something_to_say_in_both_languages_unless_it_is_sensitive()
    {
        Assert.Equal(Categories.All.Select(category => category.Key).Order(StringComparer.Ordinal), Phrases.All.Select(phrases => phrases.Category).Order(StringComparer.Ordinal));
        Assert.All(Phrases.All, phrases =>
        {
            var isOpen = Categories.Of(phrases.Category) is { Confidentiality: not Confidentiality.Sensitive, IsDanger: false };
            if (isOpen) Assert.Contains(phrases.Matters, matter => matter.English.Count > 0);
            Assert.All(phrases.Matters, matter => Assert.True(matter is { Subjects.Count: > 0, Texts.Count: > 0, Solved.Count: > 0 }, phrases.Category));
            Assert.Equal(phrases.Direct > 0, phrases.Matters.Exists(matter => matter.Answers.Count > 0));
        });
    }

    [Fact]
    public void What_is_dangerous_is_said_with_a_word_that_the_category_knows() =>
        Assert.All(Phrases.All.Where(phrases => phrases.Danger is not null), phrases =>
            Assert.Contains(Categories.Of(phrases.Category).DangerWords, word => phrases.Danger!.Contains(word, StringComparison.OrdinalIgnoreCase)));

    [Fact]
    public void Formal_papers_hold_a_word_that_they_are_known_by() =>
        Assert.All(PaperPhrases.All, phrases => Assert.All(phrases.Texts, text =>
            Assert.Contains(FormalPapers.Of(phrases.Paper).RecognisedBy, word => text.Contains(word, StringComparison.OrdinalIgnoreCase))));

    [Fact]
    public void Answers_to_residents_are_short()
    {
        var answers = Phrases.All.SelectMany(phrases => phrases.Matters).SelectMany(matter => matter.Solved.Concat(matter.Unsolved));
        Assert.All(answers.SelectMany(answer => answer.Split(". ")), sentence => Assert.True(sentence.Split(' ').Length <= 25, sentence));
    }
}
