using Loket.Kernel.Calendars;
using NodaTime;

namespace Loket.Demo.Town;

/// <summary>When people come, call and write: by hour, weekday and channel. Mondays are busy, calls peak at ten, the web is used in the evening.</summary>
internal sealed class Rhythm
{
    // Desk, phone, web, e-mail, letter: set so that over a week they come to some 12, 45, 25, 15 and 3 percent.
    private static readonly double[] ChannelShare = [0.147, 0.575, 0.19, 0.1125, 0.036];
    private static readonly double[] Weekday = [0, 1.24, 1.06, 1.0, 0.97, 0.82, 0, 0];
    private static readonly double[] OfficeHour = [0, 0, 0, 0, 0, 0, 0, 0, 0, 1.15, 1.45, 1.3, 0.85, 0.95, 1.15, 1.1, 0.8, 0, 0, 0, 0, 0, 0, 0];
    private static readonly double[] EveningDesk = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.5, 0.6, 0.3, 0, 0, 0];
    private static readonly double[] WebHour = [0.1, 0.05, 0.02, 0.02, 0.02, 0.05, 0.2, 0.5, 0.8, 1.0, 1.0, 0.9, 0.9, 0.8, 0.8, 0.8, 0.8, 0.7, 0.8, 1.2, 1.4, 1.2, 0.7, 0.3];

    private readonly Instant _start;
    private readonly Instant _last;
    private readonly double[] _weights;      // channels of one hour lie side by side
    private readonly double[] _cumulative;   // up to and including the hour
    private static readonly int Channels = ChannelShare.Length;

    public Rhythm(Instant start, Instant until)
    {
        var hours = (int)Math.Ceiling((until - start).TotalHours);
        var calendar = MunicipalCalendar.Weekdays(new(9, 0), new(17, 0));
        (_start, _last, _weights, _cumulative) = (start, until - Duration.FromSeconds(1), new double[hours * Channels], new double[hours]);
        var sum = 0.0;
        for (var hour = 0; hour < hours; hour++)
        {
            var local = (start + Duration.FromHours(hour)).InZone(MunicipalCalendar.Amsterdam);
            var isWorkday = !calendar.HoursOn(local.Date).IsEmpty;
            for (var channel = 0; channel < Channels; channel++)
                sum += _weights[(hour * Channels) + channel] = Weight((Channel)channel, local.DayOfWeek, local.Hour, isWorkday);
            _cumulative[hour] = sum;
        }
    }

    /// <summary>The moment before which this share (0 to 1) of all contacts came in.</summary>
    public Instant At(double share)
    {
        var target = share * _cumulative[^1];
        var hour = Array.BinarySearch(_cumulative, target);
        hour = Math.Min(hour < 0 ? ~hour : hour + 1, _cumulative.Length - 1);
        var before = hour == 0 ? 0 : _cumulative[hour - 1];
        var seconds = Math.Min(3_599, (int)((target - before) / (_cumulative[hour] - before) * 3_600));
        return Instant.Min(_start + Duration.FromSeconds((hour * 3_600L) + seconds), _last);
    }

    /// <summary>Some moment of the same day at which somebody would make contact.</summary>
    public Instant OnDayOf(Instant at, Dice dice)
    {
        var day = HourOf(at) / 24 * 24;
        var (before, after) = (day == 0 ? 0 : _cumulative[day - 1], _cumulative[Math.Min(day + 23, _cumulative.Length - 1)]);
        return At(dice.Fraction(before, after) / _cumulative[^1]);
    }

    public Channel ChannelAt(Instant at, Dice dice)
    {
        var first = HourOf(at) * Channels;
        var thrown = dice.Fraction() * (_cumulative[HourOf(at)] - (HourOf(at) == 0 ? 0 : _cumulative[HourOf(at) - 1]));
        for (var channel = 0; channel < Channels; channel++)
        {
            thrown -= _weights[first + channel];
            if (thrown < 0) return (Channel)channel;
        }

        return Channel.Web;
    }

    private int HourOf(Instant at) => Math.Clamp((int)(at - _start).TotalHours, 0, _cumulative.Length - 1);

    private static double Weight(Channel channel, IsoDayOfWeek day, int hour, bool isWorkday)
    {
        var office = isWorkday ? Weekday[(int)day] * OfficeHour[hour] : 0;
        return ChannelShare[(int)channel] * channel switch
        {
            Channel.Desk => office + (isWorkday && day is not IsoDayOfWeek.Friday ? EveningDesk[hour] : 0),
            Channel.Phone => office + (hour is >= 18 and < 23 ? 0.04 : 0),   // in the evening the on-call line only
            Channel.Letter => isWorkday && hour == 10 ? 9 : 0,
            _ => WebHour[hour] * (isWorkday ? 0.75 : 0.45),
        };
    }
}
