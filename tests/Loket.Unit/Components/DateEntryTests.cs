using Loket.Web.Components;
using NodaTime;
using Xunit;

namespace Loket.Unit.Components;

public sealed class DateEntryTests
{
    [Theory]
    [InlineData("26", "11", "2026", "2026-11-26")]
    [InlineData(" 1 ", "03", "2024", "2024-03-01")]
    [InlineData("29", "2", "2024", "2024-02-29")]
    [InlineData("5", "mrt", "2026", "2026-03-05")]
    [InlineData("5", "mrt.", "2026", "2026-03-05")]
    [InlineData("5", "Maart", "2026", "2026-03-05")]
    [InlineData("5", "october", "2026", "2026-10-05")]
    [InlineData("5", "okt", "2026", "2026-10-05")]
    public void A_date_is_understood(string day, string month, string year, string date) =>
        Assert.Equal(NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value, new DateEntry { Day = day, Month = month, Year = year }.Date);

    [Theory]
    [InlineData("29", "2", "2026")]
    [InlineData("0", "1", "2026")]
    [InlineData("1", "13", "2026")]
    [InlineData("1", "m", "2026")]
    [InlineData("1", "ma", "2026")]
    [InlineData("1", "1", "26")]
    [InlineData("1", "1", "99999")]
    [InlineData("-1", "1", "2026")]
    [InlineData("1.5", "1", "2026")]
    [InlineData("１", "1", "2026")]
    [InlineData("99999999999999", "1", "2026")]
    [InlineData(null, "1", "2026")]
    public void What_is_no_date_gives_none(string? day, string? month, string? year) =>
        Assert.Null(new DateEntry { Day = day, Month = month, Year = year }.Date);

    [Fact]
    public void A_known_date_falls_apart_into_its_parts()
    {
        var entry = DateEntry.Of(new LocalDate(2026, 11, 26));

        Assert.Equal(("26", "11", "2026"), (entry.Day, entry.Month, entry.Year));
        Assert.True(DateEntry.Of(null).IsEmpty);
    }
}
