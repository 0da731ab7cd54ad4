using System.Reflection;
using System.Text.RegularExpressions;
using Loket.Messages.Templates;
using Xunit;

namespace Loket.Unit.Messages;

public sealed partial class StandardTemplatesTests
{
    public static IEnumerable<TheoryDataRow<string, string>> All =>
        StandardTemplates.All.Order().Select(text => new TheoryDataRow<string, string>(text.Key, text.Language));

    [Fact]
    public void Every_key_has_its_text_in_both_languages_and_no_text_is_without_key()
    {
        var keys = typeof(TemplateKeys).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

        Assert.Equal(
            keys.SelectMany(key => new[] { (key, "en"), (key, "nl") }).Order(),
            StandardTemplates.All.Order());
    }

    [Fact]
    public void Both_languages_use_the_same_fields()
    {
        foreach (var key in StandardTemplates.All.Select(text => text.Key).Distinct())
            Assert.Equal(Fields(key, "nl"), Fields(key, "en"));
    }

    [Theory, MemberData(nameof(All))]
    public void It_reads_well_with_every_field_filled_in(string key, string language)
    {
        var filled = Fill(key, language, _ => true);

        Assert.DoesNotContain("{{", filled.Text + filled.Html + filled.Subject + filled.Short, StringComparison.Ordinal);
        Assert.DoesNotContain("**", filled.Text + filled.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("](", filled.Text + filled.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(" \n", filled.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<p></p>", filled.Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(All))]
    public void No_sentence_is_longer_than_25_words(string key, string language)
    {
        var filled = Fill(key, language, _ => true);

        foreach (var sentence in Sentences().Split($"{filled.Short}\n{filled.Text}"))
            Assert.True(sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length <= 25, sentence);
    }

    [Theory, MemberData(nameof(All))]
    public void It_fits_in_four_text_messages(string key, string language) =>
        Assert.InRange(Fill(key, language, _ => true).Short.Length, 1, 612);

    private static TemplateText.Filled Fill(string key, string language, Func<string, bool> given)
    {
        var values = Fields(key, language).Where(given).ToDictionary(field => field, field => field.EndsWith("link", StringComparison.Ordinal) ? "https://loket.example/x" : "waarde");
        var filled = StandardTemplates.Find(key, language)!.Fill(values, StandardTemplates.FrameOf(key, language));
        Assert.Null(filled.Failure);
        return filled.Value;
    }

    private static IEnumerable<string> Fields(string key, string language) =>
        StandardTemplates.Find(key, language)!.Fields().Value.Union(TemplateText.CommonFields).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"[.!?]\s|\n", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sentences();
}
