using Loket.Cases;
using Loket.Cases.Modules;
using Xunit;

namespace Loket.Unit.Cases;

/// <summary>A text module is found by its code and by its words.</summary>
public sealed class ModuleSearchTests
{
    private static readonly OfferedModule[] All =
    [
        Module("dank", "Dank voor de melding", "Dank u wel. Wij gaan kijken."), Module("later", "Het duurt langer", "Het spijt ons. U hoort uiterlijk maandag van ons."),
        Module("wiekijkt", "Collega kijkt", "Een collega gaat langs, dank voor uw geduld."),
    ];

    [Theory]
    [InlineData(null, "dank", "later", "wiekijkt")]
    [InlineData("", "dank", "later", "wiekijkt")]
    [InlineData("/dank", "dank")]
    [InlineData("/DA", "dank")]
    [InlineData("/", "dank", "later", "wiekijkt")]
    [InlineData("dank", "dank", "wiekijkt")]
    [InlineData("langer duurt", "later")]
    [InlineData("maand spijt", "later")]
    [InlineData("lang", "later", "wiekijkt")]
    [InlineData("kenteken")]
    [InlineData("/kenteken")]
    public void By_the_beginning_of_its_code_its_name_or_its_text_best_first(string? typed, params string[] found) =>
        Assert.Equal(found, ModuleSearch.Find(All, typed).Select(module => module.Code));

    private static OfferedModule Module(string code, string name, string text) => new(new TextModuleId(Guid.NewGuid()), code, name, "nl", text);
}
