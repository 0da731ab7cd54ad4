using NodaTime;

namespace Loket.Kernel.Calendars;

/// <summary>A stretch in which a case waits for somebody else and its clock stands still.</summary>
/// <remarks>
/// It always has an end. While the answer is awaited that is the day by which it was asked, as the General Administrative Law Act has it
/// (Awb article 4:15: until it is completed or the time given for it has passed unused); when the answer comes earlier the suspension is replaced by a shorter one.
/// So nothing waits for ever, and a deadline always exists.
/// </remarks>
public sealed record Suspension
{
    /// <summary>The longest stretch accepted.</summary>
    public static readonly Duration Longest = Duration.FromDays(3653);

    /// <param name="from">The moment that the clock stops.</param>
    /// <param name="until">The moment that it runs again; later than <paramref name="from"/>, at most <see cref="Longest"/> later.</param>
    /// <param name="reason">Why, in the words of who suspended it.</param>
    public Suspension(Instant from, Instant until, string reason)
    {
        if (until <= from || until - from > Longest) throw new ArgumentException("A suspension ends after it starts, within ten years.", nameof(until));
        From = from;
        Until = until;
        Reason = reason;
    }

    /// <summary>The moment that the clock stops.</summary>
    public Instant From { get; }

    /// <summary>The moment that it runs again.</summary>
    public Instant Until { get; }

    /// <summary>Why.</summary>
    public string Reason { get; }

    /// <summary>As a stretch of time.</summary>
    public Interval Interval => new(From, Until);
}

/// <summary>More time, added to the end of the term that stands.</summary>
/// <param name="By">How much; counted in the same calendar as the norm.</param>
/// <param name="Reason">Why, in the words of who extended it.</param>
public sealed record Extension(Norm By, string Reason);
