using NodaTime;

namespace Loket.Kernel.Calendars;

/// <summary>One stretch of a day in which work is done, in local time: from, up to but not including until.</summary>
/// <remarks><c>Until</c> at midnight means the end of the day. A night shift is two stretches on two days.</remarks>
public readonly record struct OpeningHours
{
    /// <exception cref="ArgumentException">The stretch is empty or runs backwards.</exception>
    public OpeningHours(LocalTime from, LocalTime until)
    {
        if (until != LocalTime.Midnight && until <= from)
        {
            throw new ArgumentException($"Opening hours must run forward within one day, not from {from} until {until}.", nameof(until));
        }

        From = from;
        Until = until;
    }

    /// <summary>First moment of work.</summary>
    public LocalTime From { get; }

    /// <summary>First moment after work; midnight is the end of the day.</summary>
    public LocalTime Until { get; }

    /// <summary>The whole day, as an on-call duty has.</summary>
    public static OpeningHours AllDay => default;

    internal bool RunsToEndOfDay => Until == LocalTime.Midnight;

    internal bool StartsBeforeEndOf(OpeningHours earlier) => earlier.RunsToEndOfDay || From < earlier.Until;
}
