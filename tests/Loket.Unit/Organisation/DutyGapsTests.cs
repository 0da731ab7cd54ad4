using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Organisation.People;
using NodaTime;
using Xunit;

namespace Loket.Unit.Organisation;

public sealed class DutyGapsTests
{
    private static readonly WorkingTime Working = new(MunicipalCalendar.Weekdays(new LocalTime(8, 30), new LocalTime(17, 0)));

    [Fact]
    public void Without_a_roster_all_that_is_no_working_time_is_a_gap() => Assert.Equal(
        [new Interval(At(2, 17, 0), At(3, 8, 30)), new Interval(At(3, 17, 0), At(3, 23, 0))], DutyGaps.Of([], Working, At(2, 12, 0), At(3, 23, 0)));

    [Fact]
    public void A_duty_that_covers_the_evening_leaves_the_night()
    {
        DutyCard[] duties = [Duty(At(2, 16, 0), At(2, 23, 0)), Duty(At(3, 6, 0), At(3, 9, 0))];

        Assert.Equal([new Interval(At(2, 23, 0), At(3, 6, 0))], DutyGaps.Of(duties, Working, At(2, 12, 0), At(3, 17, 0)));
    }

    [Fact]
    public void A_roster_without_gaps_has_none() => Assert.Empty(DutyGaps.Of([Duty(At(1, 0, 0), At(12, 0, 0))], Working, At(2, 12, 0), At(9, 12, 0)));

    private static DutyCard Duty(Instant from, Instant until) => new(new OnCallDutyId(Guid.NewGuid()), from, until, []);

    private static Instant At(int day, int hour, int minute) => new LocalDateTime(2026, 3, day, hour, minute).InZoneStrictly(MunicipalCalendar.Amsterdam).ToInstant();
}
