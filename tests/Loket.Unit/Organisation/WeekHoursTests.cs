using Loket.Organisation.People;
using NodaTime;
using Xunit;

namespace Loket.Unit.Organisation;

public sealed class WeekHoursTests
{
    [Theory]
    [InlineData("1 08:30-12:00 13:00-17:00\n3 09:00-00:00")]
    [InlineData("")]
    public void What_is_written_is_read_back(string text) => Assert.Equal(text, WeekHours.Read(text, "Hours").Value.ToString());

    [Theory]
    [InlineData("8 08:30-12:00")]
    [InlineData("maandag 08:30-12:00")]
    [InlineData("1")]
    [InlineData("1 12:00-08:30")]
    [InlineData("1 08:30-12:00 11:00-17:00")]
    [InlineData("1 08:30-00:00 11:00-17:00")]
    [InlineData("1 08:30-12:00\n1 13:00-17:00")]
    [InlineData("1 25:00-26:00")]
    public void What_cannot_be_is_refused_at_its_field(string text)
    {
        var failure = WeekHours.Read(text, "Hours").Failure;
        Assert.Equal(("organisation.no-hours", "Hours"), (failure?.Code, failure?.Field));
    }

    [Theory]
    [InlineData(8, 29, false)]
    [InlineData(8, 30, true)]
    [InlineData(11, 59, true)]
    [InlineData(12, 0, false)]
    [InlineData(16, 59, true)]
    public void Hours_run_from_and_up_to(int hour, int minute, bool covered)
    {
        var hours = WeekHours.Read("1 08:30-12:00 13:00-17:00", "Hours").Value;

        Assert.Equal(covered, hours.Cover(new LocalDateTime(2026, 11, 23, hour, minute)));
        Assert.False(hours.Cover(new LocalDateTime(2026, 11, 24, hour, minute)));
    }
}
