using Loket.Web.Pages.Staff;
using Xunit;

namespace Loket.Unit.Components;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("lamp 118-042 kapot", "lamp 118-042 kapot")]
    [InlineData(null, "")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+31612345678", "'+31612345678")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("  =1+1", "'  =1+1")]
    [InlineData("\t=1+1", "\"'\t=1+1\"")]
    [InlineData("=HYPERLINK(\"http://x\";\"y\")", "\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\"")]
    [InlineData("brug; lamp", "\"brug; lamp\"")]
    [InlineData("zeg \"hallo\"", "\"zeg \"\"hallo\"\"\"")]
    [InlineData("een\ntwee", "\"een\ntwee\"")]
    public void A_cell_is_shown_as_it_stands_and_never_becomes_a_formula(string? value, string cell) => Assert.Equal(cell, CsvText.Cell(value));

    [Fact]
    public void Cells_have_semicolons_between_them_as_Dutch_spreadsheets_read_them() => Assert.Equal("a;\"b;c\";\r\n", CsvText.Line(["a", "b;c", null]));
}
