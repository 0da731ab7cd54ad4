using Loket.Cases.Types;
using Loket.Contacts;
using Loket.Messages.Templates;
using Xunit;

namespace Loket.Unit.Messages;

public sealed class CheckTemplateTests
{
    private const string Reason = "Uw zaak {{reference}} is gesloten: {{reason}}";

    [Fact]
    public void A_text_that_says_what_has_to_be_said_lacks_nothing() => Assert.Empty(Lacks(Reason, "Gesloten: {{reason}} ({{reference}}). {{#advice}}Probeer: {{advice}}{{/advice}}"));

    [Fact]
    public void What_the_standard_text_always_says_is_named_where_it_is_left_out() =>
        Assert.Equal([("message.field-left-out", "reason")], Lacks(Reason, "Uw zaak {{reference}} is gesloten."));

    [Fact]
    public void What_may_be_missing_is_named_unless_it_stands_in_a_part_that_stays_only_with_it()
    {
        Assert.Equal([("message.field-may-be-missing", "advice")], Lacks(Reason, "{{reason}} {{advice}}"));
        Assert.Equal([("message.field-may-be-missing", "advice")], Lacks(Reason, "{{reason}} {{^advice}}Geen: {{advice}}{{/advice}}"));
        Assert.Equal([("message.field-may-be-missing", "advice")], Lacks(Reason, "{{reason}} {{#follow_link}}{{advice}}{{/follow_link}}"));
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void The_standard_texts_that_a_kind_of_case_can_replace_lack_nothing(string language) => Assert.All(
        TypeTexts.Of(null).Concat(TypeTexts.Of(FormalPaper.Objection)).Distinct(),
        key => Assert.Empty(CheckTemplate.Lacks(key, language, StandardTemplates.Find(key, language)!)));

    [Fact]
    public void A_field_that_the_message_does_not_know_is_wrong() =>
        Assert.Equal("message.field-unknown", CheckTemplate.Wrong(TemplateKeys.ClosedUnsolved, "nl", new TemplateText("Gesloten", Reason, "{{onbekend}}"))?.Code);

    private static IEnumerable<(string, string)> Lacks(string shortText, string body) =>
        CheckTemplate.Lacks(TemplateKeys.ClosedUnsolved, "nl", new TemplateText("Gesloten", shortText, body)).Select(one => (one.Code, (string)one.Arguments[0]));
}
