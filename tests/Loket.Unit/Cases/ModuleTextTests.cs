using Loket.Cases.Modules;
using Xunit;

namespace Loket.Unit.Cases;

/// <summary>Text modules are filled in with what is known, show what is not, and know no other fields.</summary>
public sealed class ModuleTextTests
{
    private static readonly Dictionary<ModuleField, string> Known = new()
    {
        [ModuleField.Reference] = "HLM-7K4Q-2", [ModuleField.Street] = "Dorpsstraat", [ModuleField.Deadline] = "donderdag 26 november", [ModuleField.Writer] = "Noor Mulder",
    };

    [Theory]
    [InlineData("Uw kenmerk is {{kenmerk}}.", "nl", "Uw kenmerk is HLM-7K4Q-2.")]
    [InlineData("Uiterlijk {{ uiterlijk }} in de {{Straat}}.", "nl", "Uiterlijk donderdag 26 november in de Dorpsstraat.")]
    [InlineData("Kind regards, {{my name}}", "en", "Kind regards, Noor Mulder")]
    [InlineData("In het Nederlands mag {{reference}} ook.", "nl", "In het Nederlands mag HLM-7K4Q-2 ook.")]
    [InlineData("Niets in te vullen.", "nl", "Niets in te vullen.")]
    public void What_is_known_is_filled_in(string text, string language, string filled) => Assert.Equal(filled, ModuleText.Fill(text, language, Known));

    [Theory]
    [InlineData("In de {{straat}}.", "nl", "In de [[vul in: straat]].", "straat")]
    [InlineData("Before {{deadline}}.", "en", "Before [[fill in: deadline]].", "deadline")]
    public void What_is_not_known_is_a_gap_that_is_found_again(string text, string language, string filled, string gap)
    {
        Assert.Equal(filled, ModuleText.Fill(text, language, new Dictionary<ModuleField, string> { [ModuleField.Street] = "" }));
        Assert.Equal([gap], ModuleText.Gaps(filled));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Zie [[de wiki]] en [vul in: straat].")]
    [InlineData("Wij vullen dit in: straat.")]
    public void What_people_type_themselves_is_no_gap(string? text) => Assert.Empty(ModuleText.Gaps(text));

    [Theory]
    [InlineData("Dag {{naam inwoner}}", "module.field-unknown", "naam inwoner")]
    [InlineData("Dag {{}}", "module.field-unknown", "")]
    public void A_field_that_there_is_not_is_named_with_those_that_there_are(string text, string code, string name)
    {
        var wrong = ModuleText.Check(text, "nl");
        Assert.NotNull(wrong);
        Assert.Equal(code, wrong.Code);
        Assert.Equal((name, "kenmerk, straat, uiterlijk, mijn naam"), ((string)wrong.Arguments[0], (string)wrong.Arguments[1]));
    }

    [Theory]
    [InlineData("Dag {{kenmerk")]
    [InlineData("Dag kenmerk}}")]
    [InlineData("Dag {{kenmerk}} en {{straat")]
    public void A_field_that_is_not_closed_is_refused(string text) => Assert.Equal("module.field-open", ModuleText.Check(text, "en")?.Code);

    [Theory]
    [InlineData("Dag {{kenmerk}}, {{My Name}}.")]
    [InlineData("{ dit } is geen veld")]
    public void All_else_is_right(string text) => Assert.Null(ModuleText.Check(text, "nl"));
}
