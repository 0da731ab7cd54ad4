using NodaTime;

namespace Loket.Demo.Town;

/// <summary>What can happen in a story.</summary>
public enum StoryEventKind
{
    /// <summary>Answered on the spot; no case was needed.</summary>
    AnsweredDirectly,

    /// <summary>Passed on to another body; the resident was told to whom.</summary>
    Forwarded,

    /// <summary>A case was made for the contact.</summary>
    Opened,

    /// <summary>Another contact was joined to the case.</summary>
    Joined,

    /// <summary>Placed with a team.</summary>
    Placed,

    /// <summary>Offered to a partner.</summary>
    HandedOver,
    Accepted,
    Refused,

    /// <summary>The partner was silent past its norm and was asked again.</summary>
    Chased,
    Progress,

    /// <summary>The partner says that it is done.</summary>
    ReportedDone,

    /// <summary>A question to the resident; the clock stands still.</summary>
    Suspended,
    Resumed,
    Extended,

    /// <summary>Who is on call was paged outside working hours.</summary>
    Paged,
    Acknowledged,

    /// <summary>Told to the next one up: by a third contact, or because the deadline passed.</summary>
    Escalated,

    /// <summary>Everybody who asked got this answer.</summary>
    Answered,
    Closed,
    Reopened,
}

/// <summary>One step of what happened after a contact.</summary>
/// <param name="Party">Key of a team or partner, or the sign-in name of an employee.</param>
/// <param name="Contact">Index of the contact in the story that it is about.</param>
/// <param name="Planned">The date that a partner or team promised.</param>
/// <param name="IsSolved">For a closing: whether it is solved, which is not the same.</param>
public sealed record StoryEvent(Instant At, StoryEventKind Kind, string? Party = null, string? Text = null, int? Contact = null, LocalDate? Planned = null, bool? IsSolved = null);
