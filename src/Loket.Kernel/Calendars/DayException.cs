using System.Collections.Immutable;
using NodaTime;

namespace Loket.Kernel.Calendars;

/// <summary>One day on which the week's pattern and the holidays do not hold: closed, or other hours.</summary>
/// <param name="Day">The local day.</param>
/// <param name="Hours">What holds instead; empty means closed.</param>
/// <param name="Reason">Why, as people read it: "brugdag", "verhuizing".</param>
public sealed record DayException(LocalDate Day, ImmutableArray<OpeningHours> Hours, string Reason)
{
    /// <summary>Closed all day.</summary>
    public static DayException Closed(LocalDate day, string reason) => new(day, [], reason);
}
