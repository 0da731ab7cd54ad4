using Loket.Messages.Templates;
using Xunit;

namespace Loket.Unit.Messages;

public sealed class TemplateTextTests
{
    [Fact]
    public void What_a_person_typed_is_never_markup()
    {
        var filled = Fill("**{{subject}}**", ("subject", "<script>alert(1)</script> **vet** [klik](https://kwaad.example) {{phone}}\nregel 2"));

        Assert.Equal(
            "<p><strong>&lt;script&gt;alert(1)&lt;/script&gt; **vet** [klik](https://kwaad.example) {{phone}}<br>\nregel 2</strong></p>\n", filled.Html);
        Assert.Equal("<script>alert(1)</script> **vet** [klik](https://kwaad.example) {{phone}}\nregel 2", filled.Text);
    }

    [Fact]
    public void A_link_goes_nowhere_but_to_the_web_mail_or_telephone()
    {
        Assert.Equal("<p>Kijk</p>\n", Fill("[Kijk]({{link}})", ("link", "javascript:alert(1)")).Html);
        Assert.Equal("<p><a href=\"https://x.example/?a=1&amp;b=%22\">Kijk</a></p>\n", Fill("[Kijk]({{link}})", ("link", "https://x.example/?a=1&b=%22")).Html);
    }

    [Fact]
    public void A_part_stays_only_when_its_field_has_a_value()
    {
        const string body = "{{#team}}{{team}} pakt het op.{{/team}}{{^team}}Wij zoeken het uit.{{/team}}";

        Assert.Equal("Team Groen pakt het op.", Fill(body, ("team", "Team Groen")).Text);
        Assert.Equal("Wij zoeken het uit.", Fill(body, ("team", " ")).Text);
        Assert.Equal("Wij zoeken het uit.", Fill(body).Text);
    }

    [Fact]
    public void A_missing_value_is_a_failure_that_names_the_field()
    {
        var filled = new TemplateText("x", "x", "Uw kenmerk is {{reference}}.").Fill(new Dictionary<string, string>(StringComparer.Ordinal), TemplateFrame.None);

        Assert.Equal(("message.field-missing", "reference"), (filled.Failure?.Code, filled.Failure?.Arguments[0]));
    }

    [Theory]
    [InlineData("{{#team}}x")]
    [InlineData("x{{/team}}")]
    [InlineData("{{#team}}{{#name}}x{{/team}}{{/name}}")]
    [InlineData("x {{team")]
    public void A_part_that_is_not_opened_and_closed_in_order_is_a_failure(string body) =>
        Assert.Equal("message.section-unbalanced", new TemplateText("x", "x", body).Fields().Failure?.Code);

    [Fact]
    public void A_line_break_in_a_value_cannot_break_a_subject()
    {
        var filled = new TemplateText("Nieuws: {{subject}}", "x", "x").Fill(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["subject"] = "lamp\r\nBcc: iedereen@example.com\0" }, TemplateFrame.None);

        Assert.Equal("Nieuws: lamp Bcc: iedereen@example.com", filled.Value.Subject);
    }

    [Fact]
    public void A_code_stands_in_no_stored_text()
    {
        var filled = Fill("Uw code is {{code}}.", ("code", "123456"));

        Assert.DoesNotContain("123456", filled.Text + filled.Html, StringComparison.Ordinal);
        Assert.Equal("Uw code is ••••••.", Secrets.Hide(filled.Text));
        Assert.Equal("Uw code is 123456.", Secrets.Reveal(filled.Text, new Dictionary<string, string>(StringComparer.Ordinal) { ["code"] = "123456" }));
    }

    private static TemplateText.Filled Fill(string body, params (string Field, string Value)[] values) =>
        new TemplateText("x", "x", body).Fill(values.ToDictionary(value => value.Field, value => value.Value), TemplateFrame.None).Value;
}
