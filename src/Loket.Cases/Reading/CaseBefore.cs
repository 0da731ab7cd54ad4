using Loket.Storage.Journal;
using NodaTime;

namespace Loket.Cases.Reading;

/// <summary>A case on which a participant stood before; of what happened to it, what is for everyone and their own words are theirs to read on.</summary>
/// <param name="Participant">Who stood on it.</param>
/// <param name="Case">The case.</param>
/// <param name="Until">Until when they did; null where it goes on as part of the one on which they stand.</param>
public sealed record CaseBefore(ParticipantId Participant, CaseId Case, Instant? Until)
{
    /// <summary>Whether a line of its timeline is theirs.</summary>
    public bool Shows(TimelineLine line) => line.Happened is { } happened && happened.About().Contains(Case.Value) && (Until is not { } until || line.At <= until)
        && (line.Audience == Audience.Everyone || happened is ParticipantWrote wrote && wrote.Participant == Participant);
}
