using Loket.Contacts;
using Loket.Kernel;
using NodaTime;

namespace Loket.Cases.Participants;

/// <summary>A person linked to a case through what they asked in a contact (n:m), under the reference of that; kept when the link is undone.</summary>
internal sealed class Participant
{
    public required ParticipantId Id { get; init; }

    public required CaseId CaseId { get; set; }

    /// <summary>The case on which this person stood, as long as that goes on as part of another.</summary>
    public CaseId? MergedFrom { get; private set; }

    public required ContactId Contact { get; init; }

    public required MatterId Matter { get; init; }

    public CustomerId? Customer { get; init; }

    /// <summary>The reference of the matter; what this person says on the phone.</summary>
    public required string Reference { get; init; }

    public required Instant JoinedAt { get; init; }

    /// <summary>When the link was undone; null while it stands.</summary>
    public Instant? LeftAt { get; private set; }

    /// <summary>How many contacts still stand behind these: one that asked the same twice counts once.</summary>
    public static int Contacts(IEnumerable<Participant> people) => people.Where(one => one.LeftAt is null).Select(one => one.Contact).Distinct().Count();

    public void Leave(Instant at) => LeftAt = at;

    /// <summary>The case goes on as part of another, and this person with it.</summary>
    public void GoOnIn(CaseId whole) => (MergedFrom, CaseId) = (CaseId, whole);

    /// <summary>This person asks for something else; where they come from is remembered apart (<see cref="ParticipantOrigin"/>).</summary>
    public void GoTo(CaseId other) => (CaseId, MergedFrom) = (other, null);

    /// <summary>The case goes on by itself, and this person with it; also who left it meanwhile.</summary>
    public void GoBack() => (CaseId, MergedFrom) = (MergedFrom!.Value, null);
}
