using Loket.Kernel;
using Loket.Kernel.Calendars;
using NodaTime;

namespace Loket.Cases.Norms;

/// <summary>A time in which the clock of a case stands still.</summary>
internal sealed class Pause
{
    public required Guid Id { get; init; }

    public required CaseId CaseId { get; init; }

    public required Instant From { get; init; }

    /// <summary>When it ends by itself: nothing waits for ever (Awb article 4:15).</summary>
    public required Instant Ends { get; init; }

    /// <summary>When it ended; null while it lasts.</summary>
    public Instant? Until { get; set; }

    [Personal("accounting for the term", "case")]
    public required string Reason { get; init; }
}

/// <summary>More time for a case, given with a reason.</summary>
internal sealed class MoreTime
{
    public required Guid Id { get; init; }

    public required CaseId CaseId { get; init; }

    public required Instant At { get; init; }

    public required NormKind NormKind { get; init; }

    public required int Amount { get; init; }

    [Personal("accounting for the term", "case")]
    public required string Reason { get; init; }
}
