using Loket.Cases.Norms;
using Loket.Cases.Routing;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Storage.Journal;
using NodaTime;

namespace Loket.Cases;

/// <summary>Something that happened to a case.</summary>
public interface ICaseEvent : IJournalEvent
{
    /// <summary>The case.</summary>
    CaseId Case { get; }
}

/// <summary>Something of which every participant is told, once.</summary>
public interface ITellsParticipants : ICaseEvent;

/// <summary>Something new, after which a case that sleeps is to be looked at again.</summary>
public interface IWakesCase : ICaseEvent;

/// <summary>A case was made.</summary>
[JournalEvent("case.opened", Audience.Everyone)]
public sealed record CaseOpened(CaseId Case, ContactId Contact, MatterId Matter, ParticipantId Participant, string Type, string? Category, bool Danger,
    Assistance? Assistance = null) : ICaseEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value, Contact.Value];
}

/// <summary>A contact was joined to a case; <c>Danger</c> when it told of danger, new or known.</summary>
[JournalEvent("case.contact-joined", Audience.Staff)]
public sealed record ContactJoined(CaseId Case, ContactId Contact, MatterId Matter, ParticipantId Participant, int Participants, bool ByItself,
    Assistance? Assistance = null, bool Danger = false) : IWakesCase
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value, Contact.Value];
}

/// <summary>The joining of a contact was undone.</summary>
[JournalEvent("case.contact-left", Audience.Staff)]
public sealed record ContactLeft(CaseId Case, ContactId Contact, MatterId Matter, ParticipantId Participant) : ICaseEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value, Contact.Value];
}

/// <summary>The subject of a case was set or changed.</summary>
[JournalEvent("case.classified", Audience.Staff)]
public sealed record CaseClassified(CaseId Case, string? From, string? To) : ICaseEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

/// <summary>Somebody decided that a case is a formal paper; the term of the law counts from the day on which it came in.</summary>
[JournalEvent("case.paper-marked", Audience.Staff)]
public sealed record CasePaperMarked(CaseId Case, FormalPaper Paper, LocalDate ReceivedOn) : ITellsParticipants, IWakesCase
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

/// <summary>Somebody decided that a case is no formal paper: after it was one, or only looked like one.</summary>
[JournalEvent("case.paper-unmarked", Audience.Staff)]
public sealed record CasePaperUnmarked(CaseId Case, FormalPaper Paper, bool WasMarked) : ITellsParticipants, IWakesCase
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

/// <summary>A case was placed with a team or person by a rule, or came to triage because none fits.</summary>
[JournalEvent("case.routed", Audience.Staff)]
public sealed record CaseRouted(CaseId Case, RoutingRuleId? Rule, TeamId? Team, StaffId? Staff, PartnerId? Partner, TriageReason? TriageReason) : IWakesCase
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

/// <summary>Somebody took a case, or was given it.</summary>
[JournalEvent("case.taken", Audience.Staff)]
public sealed record CaseTaken(CaseId Case, StaffId Handler, TeamId? Team) : IWakesCase
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

/// <summary>Somebody works on a case for the first time; it is told a while after, when nothing else happened meanwhile.</summary>
[JournalEvent("case.taken-up", Audience.Everyone)]
public sealed record CaseTakenUp(CaseId Case) : ITellsParticipants
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

/// <summary>Another subject gives another date than was promised.</summary>
[JournalEvent("case.date-moved", Audience.Everyone)]
public sealed record CaseDateMoved(CaseId Case, Instant DeadlineAt) : ITellsParticipants
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

/// <summary>A handler gave a case back to the team.</summary>
[JournalEvent("case.handed-back", Audience.Staff)]
public sealed record CaseHandedBack(CaseId Case, StaffId Handler) : IWakesCase
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

/// <summary>Somebody set a status of the case's type; with its words as they were, for colleagues and for residents, who are told where it says so.</summary>
[JournalEvent("case.status-set", Audience.Everyone)]
public sealed record CaseStatusSet(CaseId Case, string Status, string Nl, string En, string ResidentsNl, string ResidentsEn, bool Tells) : ITellsParticipants
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

/// <summary>A note for colleagues.</summary>
[JournalEvent("case.noted", Audience.Staff)]
public sealed record CaseNoted(CaseId Case, [property: Personal("handling", "case")] string? Text) : ICaseEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

/// <summary>A participant wrote to the handler, or sent files along.</summary>
[JournalEvent("case.participant-wrote", Audience.Staff)]
public sealed record ParticipantWrote(CaseId Case, ParticipantId Participant, [property: Personal("handling", "case")] string? Text, int Files = 0) : IWakesCase
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

/// <summary>An answer went out; the same text to everybody, with a part of their own for some.</summary>
[JournalEvent("case.answered", Audience.Everyone)]
public sealed record CaseAnswered(
    CaseId Case,
    [property: Personal("answering", "case")] string? Text,
    [property: Personal("answering", "case")] IReadOnlyDictionary<Guid, string>? OwnParts) : ITellsParticipants
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

/// <summary>The residents were asked something.</summary>
[JournalEvent("case.asked", Audience.Everyone)]
public sealed record CaseAsked(CaseId Case, [property: Personal("answering", "case")] string? Text) : ITellsParticipants
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

/// <summary>The deadline was set or moved.</summary>
[JournalEvent("case.deadline-set", Audience.Staff)]
public sealed record DeadlineSet(CaseId Case, Instant? At) : ICaseEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

/// <summary>The clock of a case was stopped, at the latest until a day on which it runs again by itself.</summary>
[JournalEvent("case.suspended", Audience.Everyone)]
public sealed record CaseSuspended(CaseId Case, LocalDate? Until, [property: Personal("accounting", "case")] string? Reason) : ITellsParticipants
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

/// <summary>The clock of a case runs again: somebody started it, or the day came that was set.</summary>
[JournalEvent("case.resumed", Audience.Everyone)]
public sealed record CaseResumed(CaseId Case, bool ByItself) : ITellsParticipants, IWakesCase
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

/// <summary>A case got more time; <c>Was</c> is the date that stood before.</summary>
[JournalEvent("case.extended", Audience.Everyone)]
public sealed record CaseExtended(CaseId Case, Instant? DeadlineAt, [property: Personal("accounting", "case")] string? Reason, Instant? Was = null) : ITellsParticipants
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

/// <summary>A step before or after the deadline fired; those passed over are named.</summary>
[JournalEvent("case.escalated", Audience.Staff)]
public sealed record CaseEscalated(CaseId Case, EscalationStep Step, IReadOnlyList<EscalationStep> PassedOver, StaffId? Told, TeamId? Team) : IWakesCase
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

/// <summary>Residents keep asking about the same case (row A3).</summary>
[JournalEvent("case.repeats-escalated", Audience.Staff)]
public sealed record RepeatsEscalated(CaseId Case, int Contacts, StaffId? Told, TeamId? Team) : IWakesCase
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

/// <summary>A case ended.</summary>
[JournalEvent("case.closed", Audience.Everyone)]
public sealed record CaseClosed(CaseId Case, string Result, bool Solved, [property: Personal("answering", "case")] string? Explanation) : ITellsParticipants
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

/// <summary>A case was opened again, by somebody with a reason, or by one more who asks for the same: <c>Repeat</c>, who hears that they have joined.</summary>
[JournalEvent("case.reopened", Audience.Everyone)]
public sealed record CaseReopened(CaseId Case, [property: Personal("handling", "case")] string? Reason, ParticipantId? Repeat = null) : ITellsParticipants, IWakesCase
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

/// <summary>The making of a case was undone: nobody asks for it any more, and nobody had worked on it.</summary>
[JournalEvent("case.withdrawn", Audience.Staff)]
public sealed record CaseWithdrawn(CaseId Case) : ICaseEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

/// <summary>Somebody opened a case with the people in it.</summary>
[JournalEvent("case.looked-at", Audience.Audit)]
public sealed record CaseLookedAt(CaseId Case, string Purpose) : ICaseEvent, IOpening
{
    /// <inheritdoc />
    Guid? IOpening.Opened => Case.Value;

    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

/// <summary>Somebody saw cases in a list or among suggestions, with what residents wrote as their subject; the purpose says where.</summary>
[JournalEvent("cases.looked-at", Audience.Audit)]
public sealed record CasesLookedAt(IReadOnlyList<CaseId> Cases, string Purpose) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => Cases.Select(one => one.Value);
}
