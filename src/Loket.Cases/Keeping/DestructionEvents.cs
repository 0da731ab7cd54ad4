using Loket.Kernel;
using Loket.Storage.Journal;

namespace Loket.Cases.Keeping;

/// <summary>Cases that are to be destroyed were put on a list.</summary>
[JournalEvent("destruction.drawn", Audience.Audit)]
public sealed record DestructionDrawn(DestructionListId List, int Cases) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [List.Value];
}

/// <summary>Somebody put a list of cases to be destroyed forward.</summary>
[JournalEvent("destruction.proposed", Audience.Audit)]
public sealed record DestructionProposed(DestructionListId List) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [List.Value];
}

/// <summary>Somebody took a case out of such a list.</summary>
[JournalEvent("destruction.taken-out", Audience.Audit)]
public sealed record CaseTakenOut(DestructionListId List, CaseId Case, [property: Personal("accountability", "case")] string? Reason) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [List.Value, Case.Value];
}

/// <summary>A second person approved the list; it is carried out from now on.</summary>
[JournalEvent("destruction.approved", Audience.Audit)]
public sealed record DestructionApproved(DestructionListId List, int Cases) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [List.Value];
}

/// <summary>What was said in contacts without a case was kept long enough and is erased.</summary>
[JournalEvent("destruction.contacts-forgotten", Audience.Audit)]
public sealed record ContactsForgotten(int Matters, int Contacts, int Customers, int Messages, int Files) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [];
}

/// <summary>A list was thrown away.</summary>
[JournalEvent("destruction.withdrawn", Audience.Audit)]
public sealed record DestructionWithdrawn(DestructionListId List) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [List.Value];
}

/// <summary>All that was said in a case was destroyed, with how much went with it.</summary>
[JournalEvent("destruction.case-destroyed", Audience.Audit)]
public sealed record CaseDestroyed(DestructionListId List, CaseId Case, int Contacts, int Customers, int Messages, int Files) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [List.Value, Case.Value];
}

/// <summary>A list was carried out.</summary>
[JournalEvent("destruction.carried-out", Audience.Audit)]
public sealed record DestructionCarriedOut(DestructionListId List, int Destroyed, int Stayed) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [List.Value];
}
