using System.Text.RegularExpressions;
using Loket.Web.Components;
using Xunit;

namespace Loket.Architecture.Texts;

/// <summary>Every text is there, in every language, and can be read by everyone.</summary>
public sealed partial class TextTests
{
    private const int LongestSentenceInWords = 25;

    private static readonly TextCatalogue Catalogue = TextCatalogue.Default;

    [Fact]
    public void Every_file_of_texts_has_the_same_keys_in_each_language()
    {
        var missing =
            from place in Catalogue.Places.Select(file => file.Place).Distinct()
            let all = Language.All.SelectMany(language => Catalogue.Keys(place, language)).Distinct()
            from language in Language.All
            from key in all.Except(Catalogue.Keys(place, language))
            select $"{place}.{language}.json lacks \"{key}\"";
        Assert.Empty(missing);
    }

    [Fact]
    public void No_text_is_empty_and_each_language_has_the_same_placeholders() => Assert.All(EveryText(Language.Dutch), dutch =>
    {
        var english = Catalogue.For(dutch.Place, Language.Culture(Language.English))[dutch.Key];
        Assert.False(string.IsNullOrWhiteSpace(dutch.Text) || string.IsNullOrWhiteSpace(english), $"{dutch.Place}: \"{dutch.Key}\" is empty");
        Assert.Equal(Placeholders(dutch.Text), Placeholders(english));
    });

    [Fact]
    public void No_sentence_is_too_long_to_understand() => Assert.All(Language.All.SelectMany(EveryText), text =>
        Assert.All(SentenceEnd().Split(Tag().Replace(text.Text, " ")), sentence => Assert.True(
            Word().Count(sentence) <= LongestSentenceInWords, $"{text.Place}: \"{text.Key}\" has a sentence of more than {LongestSentenceInWords} words")));

    [Fact]
    public void Every_text_that_a_page_asks_for_is_there()
    {
        var missing =
            from file in Source.Files("src/Loket.Web", "*.cs", "*.cshtml")
            let place = PlaceOf(file)
            let text = string.Join('\n', File.ReadLines(file).Where(line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal)))
            from key in Asked().Matches(text).Select(match => match.Groups["key"].Value)
                .Concat(Counted().Matches(text).SelectMany(match => new[] { ".One", ".Other" }.Select(end => match.Groups["key"].Value + end)))
            where !Catalogue.For(place, Language.Culture(Language.Dutch)).Has(key)
            select $"{place}: \"{key}\"";
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_file_of_texts_stands_beside_its_page()
    {
        var orphans =
            from place in Catalogue.Places.Select(file => file.Place).Distinct()
            where place.StartsWith("Pages/", StringComparison.Ordinal) && !File.Exists(Source.At("src/Loket.Web/" + place + ".cshtml"))
            select place;
        Assert.Empty(orphans);
    }

    [Fact]
    public void Every_expected_failure_can_be_put_into_words()
    {
        var silent =
            from file in Source.Files("src", "*.cs")
            from code in Failed().Matches(File.ReadAllText(file)).Select(match => match.Groups["code"].Value)
            where !Catalogue.Keys(FailureWords.PlaceOf(code), Language.Dutch).Contains(code)
            select $"{FailureWords.PlaceOf(code)} lacks \"{code}\"";
        Assert.Empty(silent);
    }

    private static IEnumerable<(string Place, string Key, string Text)> EveryText(string language) =>
        from file in Catalogue.Places
        where file.Language == language
        from key in Catalogue.Keys(file.Place, language)
        select (file.Place, key, Catalogue.For(file.Place, Language.Culture(language))[key]);

    private static string PlaceOf(string file)
    {
        var path = Path.GetRelativePath(Source.At("src/Loket.Web"), file).Replace('\\', '/');
        return path.StartsWith("Pages/", StringComparison.Ordinal) && path.IndexOf(".cshtml", StringComparison.Ordinal) is > 0 and var end ? path[..end] : Words.Shared;
    }

    private static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(match => match.Value).Distinct().Order();

    // T["Key"], texts["Key", value], SharedWords["Key"], T.Html("Key", …), Words["Key"]; a key that is put together is not seen.
    [GeneratedRegex("""\b(?:T|[Tt]exts|(?:[Ss]hared)?[Ww]ords|Shared)(?:\.Words)?(?:\[|\.Html\()"(?<key>[^"]+)"\s*[\],)]""", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Asked();

    [GeneratedRegex("""\.Count\("(?<key>[A-Z][A-Za-z.]*)",""", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Counted();

    [GeneratedRegex("""(?:new Failure\(|\bFailure \w+ (?:=>|\{ get; \} =) new\()"(?<code>[^"]+)""", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Failed();

    [GeneratedRegex(@"\{\d+", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[.!?:;](\s|$)", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("<[^>]+>", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"[\p{L}\p{N}’'-]+", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Word();
}
