using Loket.Kernel;
using Loket.Kernel.Calendars;
using NodaTime;

namespace Loket.Cases.Callbacks;

/// <summary>A stretch of time in which somebody is called back.</summary>
/// <param name="From">Not before this moment.</param>
/// <param name="Until">Before this moment.</param>
public readonly record struct CallWindow(Instant From, Instant Until);

/// <summary>Offers and checks stretches within the hours in which we call. Pure: hours and a moment.</summary>
/// <remarks>A stretch is two hours: short enough to stay near the telephone for, long enough to keep. What is left of the hours and is shorter than one hour goes
/// with the stretch before it.</remarks>
public static class CallWindows
{
    private const int MostDaysAhead = 60;
    private static readonly Duration Length = Duration.FromHours(2);
    private static readonly Duration Shortest = Duration.FromHours(1);

    /// <summary>The stretches of the next days on which we call, earliest first; of the one that runs now only when an hour of it is left.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="phone">The hours in which we call.</param>
    /// <param name="days">Of how many days, from 1.</param>
    public static IReadOnlyList<CallWindow> Offer(Instant now, WorkingTime phone, int days)
    {
        var offered = new List<CallWindow>();
        var today = now.InZone(phone.Calendar.Zone).Date;
        for (var ahead = 0; ahead < MostDaysAhead && days > 0; ahead++)
        {
            var before = offered.Count;
            offered.AddRange(phone.OpenOn(today.PlusDays(ahead)).SelectMany(Split).Where(window => window.Until - Instant.Max(now, window.From) >= Shortest));
            if (offered.Count > before) days--;
        }

        return offered;
    }

    /// <summary>Whether a stretch is one of those that are offered on its day, and an hour of it is left: another would be a promise that nobody chose.</summary>
    public static Failure? Check(CallWindow window, Instant now, WorkingTime phone)
    {
        if (window.Until <= now) return CallbackFailures.WindowPast;
        var day = window.From.InZone(phone.Calendar.Zone).Date;
        if (day > now.InZone(phone.Calendar.Zone).Date.PlusDays(MostDaysAhead)) return CallbackFailures.OutsidePhoneHours;
        if (!phone.OpenOn(day).SelectMany(Split).Contains(window)) return CallbackFailures.OutsidePhoneHours;
        return window.Until - Instant.Max(now, window.From) >= Shortest ? null : CallbackFailures.WindowPast;
    }

    private static IEnumerable<CallWindow> Split(Interval open)
    {
        for (var from = open.Start; from < open.End;)
        {
            var until = open.End - (from + Length) < Shortest ? open.End : from + Length;
            yield return new CallWindow(from, until);
            from = until;
        }
    }
}
