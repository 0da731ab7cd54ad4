using Loket.Documents;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Storage.Journal;
using NodaTime;

namespace Loket.Cases.Handovers;

/// <summary>A case was offered to a partner.</summary>
[JournalEvent("handover.offered", Audience.Everyone)]
public sealed record HandoverOffered(
    CaseId Case, HandoverId Handover, PartnerId Partner, [property: Personal("handing over", "case")] string? Question) : ITellsParticipants
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value, Partner.Value];
}

/// <summary>The partner took it on.</summary>
[JournalEvent("handover.accepted", Audience.Everyone)]
public sealed record HandoverAccepted(CaseId Case, HandoverId Handover, PartnerId Partner, string? JobNumber, LocalDate? PlannedOn) : ITellsParticipants, IWakesCase
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value, Partner.Value];
}

/// <summary>The partner gave it back; who had the case here until then is told, as it may go to others now.</summary>
[JournalEvent("handover.refused", Audience.Staff)]
public sealed record HandoverRefused(
    CaseId Case, HandoverId Handover, PartnerId Partner, [property: Personal("handing over", "case")] string? Reason, StaffId? Told = null) : IWakesCase
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value, Partner.Value];
}

/// <summary>The partner reported progress: a number, a day and words, each as far as it is new.</summary>
[JournalEvent("handover.progressed", Audience.Everyone)]
public sealed record HandoverProgressed(
    CaseId Case, HandoverId Handover, PartnerId Partner, string? JobNumber, LocalDate? PlannedOn,
    [property: Personal("handing over", "case")] string? Text) : ITellsParticipants, IWakesCase
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value, Partner.Value];
}

/// <summary>The partner asked something back.</summary>
[JournalEvent("handover.asked-back", Audience.Staff)]
public sealed record HandoverAskedBack(
    CaseId Case, HandoverId Handover, PartnerId Partner, [property: Personal("handing over", "case")] string? Question) : IWakesCase
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value, Partner.Value];
}

/// <summary>What the partner asked was answered.</summary>
[JournalEvent("handover.answered", Audience.Staff)]
public sealed record HandoverAnswered(
    CaseId Case, HandoverId Handover, PartnerId Partner, [property: Personal("handing over", "case")] string? Text) : ICaseEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value, Partner.Value];
}

/// <summary>Files of the case went along with the handover: as it was offered, or later.</summary>
[JournalEvent("handover.files-given", Audience.Staff)]
public sealed record HandoverFilesGiven(CaseId Case, HandoverId Handover, PartnerId Partner, IReadOnlyList<DocumentId> Documents, bool Later) : ICaseEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value, Partner.Value, .. Documents.Select(one => one.Value)];
}

/// <summary>The partner sent files along with a reply.</summary>
[JournalEvent("handover.files-received", Audience.Staff)]
public sealed record HandoverFilesReceived(CaseId Case, HandoverId Handover, PartnerId Partner, IReadOnlyList<DocumentId> Documents) : ICaseEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value, Partner.Value, .. Documents.Select(one => one.Value)];
}

/// <summary>The partner reported that the work is done.</summary>
[JournalEvent("handover.done", Audience.Staff)]
public sealed record HandoverDone(
    CaseId Case, HandoverId Handover, PartnerId Partner, bool Solved, [property: Personal("handing over", "case")] string? Report) : IWakesCase
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value, Partner.Value];
}

/// <summary>The municipality took it back.</summary>
[JournalEvent("handover.taken-back", Audience.Staff)]
public sealed record HandoverTakenBack(
    CaseId Case, HandoverId Handover, PartnerId Partner, [property: Personal("handing over", "case")] string? Reason) : ICaseEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value, Partner.Value];
}

/// <summary>It is no longer with the partner, and went on to no other: refused, taken back, or done without a solution.</summary>
[JournalEvent("handover.came-back", Audience.Everyone)]
public sealed record HandoverCameBack(CaseId Case, HandoverId Handover, PartnerId Partner, HandoverState After) : ITellsParticipants, IWakesCase
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value, Partner.Value];
}

/// <summary>A question of the partner waits for our answer; our own people are reminded, the first or the second time.</summary>
[JournalEvent("handover.answer-owed", Audience.Staff)]
public sealed record HandoverAnswerOwed(CaseId Case, HandoverId Handover, PartnerId Partner, int Times, StaffId? Told, TeamId? Team) : IWakesCase
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value, Partner.Value];
}

/// <summary>A silent partner was reminded; the first or the second time.</summary>
[JournalEvent("handover.chased", Audience.Staff)]
public sealed record HandoverChased(CaseId Case, HandoverId Handover, PartnerId Partner, int Times) : ICaseEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value, Partner.Value];
}

/// <summary>A partner stayed silent after two reminders; our own people are told.</summary>
[JournalEvent("handover.silence-escalated", Audience.Staff)]
public sealed record HandoverSilenceEscalated(CaseId Case, HandoverId Handover, PartnerId Partner, StaffId? Told, TeamId? Team) : IWakesCase
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value, Partner.Value];
}
