using NodaTime;

namespace Loket.Kernel.Calendars;

/// <summary>The moment that a norm gives, and how it came about.</summary>
/// <param name="At">The last moment that is in time; what comes after it is late. A statutory term runs to the last microsecond of its day.</param>
/// <param name="Day">The local day of <paramref name="At"/>.</param>
/// <param name="Calendar">In which of the two calendars it was counted.</param>
/// <param name="Steps">How it came about, in order; stored as JSON by <see cref="DeadlineSteps"/>.</param>
public sealed record Deadline(Instant At, LocalDate Day, DeadlineCalendar Calendar, IReadOnlyList<DeadlineStep> Steps)
{
    /// <summary>Whether the deadline has passed at a moment.</summary>
    public bool IsPassedAt(Instant now) => now > At;
}
