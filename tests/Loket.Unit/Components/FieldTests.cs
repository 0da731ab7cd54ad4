using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Loket.Web.Components;
using Xunit;

namespace Loket.Unit.Components;

public sealed class FieldTests
{
    private static readonly Field Phone = new("Form.Phone", "Telefoonnummer");

    [Fact]
    public void A_label_belongs_to_its_control_and_nothing_describes_it_needlessly()
    {
        var page = Markup.Parse(new TextField(Phone) { Value = "06 12345678", Type = "tel", Autocomplete = "tel" }.Render(Markup.Dutch));

        var control = page.The("input");
        Assert.Equal("Form.Phone", control.GetAttribute("name"));
        Assert.Equal("06 12345678", control.GetAttribute("value"));
        Assert.Equal(control.Id, page.The("label").GetAttribute("for"));
        Assert.False(control.HasAttribute("aria-describedby"));
        Assert.False(control.HasAttribute("aria-invalid"));
        Assert.False(control.HasAttribute("placeholder"));
        Assert.False(control.HasAttribute("required"));
    }

    [Fact]
    public void Hint_and_error_stand_between_label_and_control_and_are_read_with_it()
    {
        var page = Markup.Parse(new TextField(Phone with { Hint = "Bijvoorbeeld 06 12345678.", Errors = ["Vul een telefoonnummer in."] }).Render(Markup.Dutch));

        Assert.Equal("Bijvoorbeeld 06 12345678. | Fout: Vul een telefoonnummer in.", page.DescriptionOf(page.The("input")));
        Assert.Equal("true", page.The("input").GetAttribute("aria-invalid"));
        Assert.Equal(["label", "hint", "error", "input"], page.Children[0].Children.Select(part =>
            part.QuerySelector("label") is not null ? "label" : part.QuerySelector("input") is not null ? "input" : part.Id!.Split('-')[1]));
    }

    [Fact]
    public void An_optional_field_says_so_in_the_readers_language()
    {
        Assert.Equal("Telefoonnummer (niet verplicht)", Label(Markup.Dutch));
        Assert.Equal("Telefoonnummer (optional)", Label(Markup.English));

        static string Label(Words words) => Markup.Parse(new TextField(Phone with { Optional = true }).Render(words)).The("label").TextContent;
    }

    [Fact]
    public void The_only_question_of_a_page_is_its_heading() =>
        Assert.Equal("Telefoonnummer", Markup.Parse(new TextField(Phone with { Heading = true }).Render(Markup.Dutch)).The("h1 label").TextContent);

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\" onfocus=\"alert(1)")]
    [InlineData("مرحبا 👋 & 'zo'")]
    [InlineData("\nbegint met een lege regel")]
    public void What_was_typed_comes_back_as_it_was(string typed)
    {
        Assert.Equal(typed, Markup.Parse(new TextArea(Phone) { Value = typed }.Render(Markup.Dutch)).The("textarea").TextContent);
        Assert.Equal(typed.Trim('\n'), Markup.Parse(new TextField(Phone) { Value = typed.Trim('\n') }.Render(Markup.Dutch)).The("input").GetAttribute("value"));
    }

    [Fact]
    public void A_password_never_comes_back() =>
        Assert.False(Markup.Parse(new TextField(Phone) { Type = "password", Value = "geheim" }.Render(Markup.Dutch)).The("input").HasAttribute("value"));

    [Fact]
    public void A_text_area_says_how_much_fits_without_cutting_anything_off()
    {
        var page = Markup.Parse(new TextArea(Phone) { AtMost = 2000 }.Render(Markup.Dutch));

        Assert.Equal("U kunt hier 2000 tekens schrijven.", page.DescriptionOf(page.The("textarea")));
        Assert.False(page.The("textarea").HasAttribute("maxlength"));
    }

    [Fact]
    public void A_drop_down_keeps_its_choice_and_its_groups()
    {
        var page = Markup.Parse(new Select(Phone, [new("a", "Abbenes", Group: "Zuid"), new("n", "Nieuw-Vennep", Group: "Zuid"), new("x", "Elders")])
        {
            Chosen = "n",
            Empty = "Kies een dorp",
        }.Render(Markup.Dutch));

        Assert.Equal(["Kies een dorp", "Abbenes", "Nieuw-Vennep", "Elders"], page.QuerySelectorAll("option").Select(option => option.TextContent));
        Assert.Equal("n", page.The("option[selected]").GetAttribute("value"));
        Assert.Equal(2, page.The("optgroup[label=Zuid]").Children.Length);
    }

    [Theory]
    [InlineData(false, "radio")]
    [InlineData(true, "checkbox")]
    public void Answers_to_choose_from_are_held_together_by_their_question(bool several, string type)
    {
        var page = Markup.Parse(new ChoiceGroup(Phone with { Errors = ["Kies er een."] }, [new("1", "Een", "De eerste."), new("2", "Twee")])
        {
            Several = several,
            Chosen = new HashSet<string> { "2" },
        }.Render(Markup.Dutch));

        Assert.Equal("Telefoonnummer", page.The("fieldset > legend").TextContent);
        Assert.Equal("Fout: Kies er een.", page.DescriptionOf(page.The("fieldset")));
        Assert.Equal(Phone.Id, page.QuerySelectorAll("input")[0].Id);
        Assert.All(page.QuerySelectorAll("input"), control => Assert.Equal(type, control.GetAttribute("type")));
        Assert.Equal("2", page.The("input[checked]").GetAttribute("value"));
        Assert.Equal("De eerste.", page.DescriptionOf(page.QuerySelectorAll("input")[0]));
        Assert.All(page.QuerySelectorAll("input"), control => page.The($"label[for='{control.Id}']"));
    }

    [Fact]
    public void A_date_has_three_parts_of_which_the_first_answers_to_the_field()
    {
        var page = Markup.Parse(new DateField(new Field("Form.Since", "Sinds wanneer?"), new DateEntry { Day = "31", Month = "februari", Year = "2026" }).Render(Markup.Dutch));

        Assert.Equal(["Form.Since.Day=31", "Form.Since.Month=februari", "Form.Since.Year=2026"],
            page.QuerySelectorAll("input").Select(part => part.GetAttribute("name") + "=" + part.GetAttribute("value")));
        Assert.Equal("Form_Since", page.QuerySelectorAll("input")[0].Id);
        Assert.Equal(["Dag", "Maand", "Jaar"], page.QuerySelectorAll("label").Select(label => label.TextContent));
    }

    [Fact]
    public void An_error_summary_counts_and_leads_to_the_fields()
    {
        var page = Markup.Parse(new ErrorSummary([("Form_Phone", "Vul een telefoonnummer in."), (null, "Het lukte niet.")]).Render(Markup.Dutch));

        Assert.Equal("Er zijn 2 dingen die u nog moet verbeteren", page.The("h2").TextContent);
        Assert.Equal("#Form_Phone", page.The("a").GetAttribute("href"));
        Assert.Equal("-1", page.The("[role=alert]").GetAttribute("tabindex"));
        Assert.Equal("", Markup.Text(new ErrorSummary([]).Render(Markup.Dutch)));
    }

    [Fact]
    public void Files_say_how_large_they_may_be_together_and_keep_the_error_for_script_at_hand()
    {
        var page = Markup.Parse(new FileUpload(new Field("Form.Files", "Bestanden")).Render(Markup.Dutch));

        Assert.Equal("62914560", page.The("input[type=file]").GetAttribute("data-most"));
        Assert.Empty(page.QuerySelectorAll(".utrecht-form-field-error-message"));
        var kept = Assert.IsAssignableFrom<IHtmlTemplateElement>(page.The("input + template")).Content;
        Assert.Equal("Form_Files_TooLarge-error", kept.Children.Single().Id);
        Assert.StartsWith("Fout: Deze bestanden zijn samen te groot", kept.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains("60 MB", kept.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_may_be_several() =>
        Assert.True(Markup.Parse(new FileUpload(Phone) { Several = true, Accept = ".pdf" }.Render(Markup.Dutch)).The("input[type=file][accept='.pdf']").HasAttribute("multiple"));
}
