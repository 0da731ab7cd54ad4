using Loket.Cases.Callbacks;
using Loket.Kernel.Calendars;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace Loket.Unit.Cases;

public sealed class CallWindowsTests
{
    private static readonly LocalDateTimePattern Written = LocalDateTimePattern.CreateWithInvariantCulture("ddd HH:mm");

    // A Monday.
    private static readonly WorkingTime Phone = new(MunicipalCalendar.Weekdays(new LocalTime(9, 0), new LocalTime(17, 0)));

    [Fact]
    public void Offered_are_two_hours_each_on_the_next_days_on_which_we_call()
    {
        Assert.Equal(
            ["Fri 15:00-17:00", "Mon 09:00-11:00", "Mon 11:00-13:00", "Mon 13:00-15:00", "Mon 15:00-17:00"],
            CallWindows.Offer(At(2026, 3, 6, 14, 30), Phone, 2).Select(Words));
    }

    [Fact]
    public void The_stretch_that_runs_is_offered_while_an_hour_of_it_is_left()
    {
        Assert.Equal("Mon 09:00-11:00", Words(CallWindows.Offer(At(2026, 3, 2, 10, 0), Phone, 1)[0]));
        Assert.Equal("Mon 11:00-13:00", Words(CallWindows.Offer(At(2026, 3, 2, 10, 1), Phone, 1)[0]));
    }

    [Fact]
    public void What_is_left_of_the_hours_goes_with_the_stretch_before_it()
    {
        var short_ = new WorkingTime(MunicipalCalendar.Weekdays(new LocalTime(9, 0), new LocalTime(13, 30)));
        Assert.Equal(["Mon 09:00-11:00", "Mon 11:00-13:30"], CallWindows.Offer(At(2026, 3, 2, 8, 0), short_, 1).Select(Words));
    }

    [Fact]
    public void On_a_holiday_nobody_is_called()
    {
        // Good Friday is a working day here, Easter Monday 6 April is not.
        Assert.StartsWith("Tue", Words(CallWindows.Offer(At(2026, 4, 3, 16, 30), Phone, 1)[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_stretch_that_is_over_or_almost_outside_the_hours_backwards_far_away_or_cut_otherwise_is_refused()
    {
        var now = At(2026, 3, 2, 10, 0);
        Assert.Null(CallWindows.Check(new CallWindow(At(2026, 3, 2, 9, 0), At(2026, 3, 2, 11, 0)), now, Phone));
        Assert.Null(CallWindows.Check(new CallWindow(At(2026, 3, 2, 15, 0), At(2026, 3, 2, 17, 0)), now, Phone));
        Assert.Equal(CallbackFailures.WindowPast, CallWindows.Check(new CallWindow(At(2026, 3, 2, 9, 0), At(2026, 3, 2, 10, 0)), now, Phone));
        Assert.Equal(CallbackFailures.WindowPast, CallWindows.Check(new CallWindow(At(2026, 3, 2, 9, 0), At(2026, 3, 2, 11, 0)), At(2026, 3, 2, 10, 1), Phone));
        foreach (var (from, until) in new[]
        {
            (At(2026, 3, 2, 16, 0), At(2026, 3, 2, 18, 0)), (At(2026, 3, 7, 9, 0), At(2026, 3, 7, 11, 0)), (At(2026, 3, 2, 15, 0), At(2026, 3, 2, 13, 0)),
            (At(2026, 3, 2, 9, 0), At(2026, 3, 3, 11, 0)), (At(2027, 3, 2, 9, 0), At(2027, 3, 2, 11, 0)),
            // Within the hours, and of no use to whoever waits beside the telephone or has to call.
            (At(2026, 3, 2, 10, 0), At(2026, 3, 2, 12, 0)), (At(2026, 3, 2, 15, 0), At(2026, 3, 2, 15, 5)), (At(2026, 3, 3, 9, 0), At(2026, 3, 3, 17, 0)),
        })
            Assert.Equal(CallbackFailures.OutsidePhoneHours, CallWindows.Check(new CallWindow(from, until), now, Phone));
    }

    [Fact]
    public void Who_is_not_called_is_heard_of_before_the_beginning_at_it_at_the_end_after_two_hours_and_every_working_day_from_then_on()
    {
        var window = new CallWindow(At(2026, 3, 5, 13, 0), At(2026, 3, 5, 15, 0));
        var expected = new[] { At(2026, 3, 5, 12, 30), At(2026, 3, 5, 13, 0), At(2026, 3, 5, 15, 0), At(2026, 3, 5, 17, 0), At(2026, 3, 6, 17, 0), At(2026, 3, 9, 17, 0), At(2026, 3, 10, 17, 0) };
        Assert.Equal(expected, Enumerable.Range(1, expected.Length).Select(step => CallbackPlan.At(step, window, Phone)));
        Assert.Equal(
            [CallbackStep.Ahead, CallbackStep.Reminder, CallbackStep.Late, CallbackStep.Lead, CallbackStep.Lead], Enumerable.Range(1, 5).Select(CallbackPlan.Of));

        Assert.Null(CallbackPlan.Due(0, window, At(2026, 3, 5, 12, 29), Phone));
        Assert.Equal(1, CallbackPlan.Due(0, window, At(2026, 3, 5, 12, 30), Phone));
        Assert.Null(CallbackPlan.Due(1, window, window.From - Duration.FromSeconds(1), Phone));
        Assert.Equal(2, CallbackPlan.Due(0, window, window.From, Phone));
        Assert.Null(CallbackPlan.Due(2, window, window.From, Phone));
        Assert.Equal(6, CallbackPlan.Due(2, window, At(2026, 3, 9, 18, 0), Phone));
    }

    [Fact]
    public void Before_the_first_stretch_of_a_day_whoever_calls_is_reminded_in_the_working_day_before()
    {
        var monday = new CallWindow(At(2026, 3, 9, 9, 0), At(2026, 3, 9, 11, 0));
        Assert.Equal(At(2026, 3, 6, 16, 30), CallbackPlan.At(1, monday, Phone));
    }

    private static string Words(CallWindow window)
    {
        var (from, until) = (window.From.InZone(MunicipalCalendar.Amsterdam).LocalDateTime, window.Until.InZone(MunicipalCalendar.Amsterdam).LocalDateTime);
        return Written.Format(from) + "-" + Written.Format(until)[4..];
    }

    private static Instant At(int year, int month, int day, int hour, int minute) =>
        new LocalDateTime(year, month, day, hour, minute).InZoneStrictly(MunicipalCalendar.Amsterdam).ToInstant();
}
