using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage.Journal;
using NodaTime;

namespace Loket.Organisation.People;

/// <summary>Somebody came to work here.</summary>
[JournalEvent("organisation.staff-made", Audience.Audit)]
public sealed record StaffMade(StaffId Staff, IReadOnlyList<Role> Roles, IReadOnlyList<TeamId> Teams) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Staff.Value];
}

/// <summary>What is known of a member of staff, or what they may do, was changed.</summary>
[JournalEvent("organisation.staff-changed", Audience.Audit)]
public sealed record StaffChanged(StaffId Staff, IReadOnlyList<Role> Roles, IReadOnlyList<TeamId> Teams) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Staff.Value];
}

/// <summary>Somebody no longer works here.</summary>
[JournalEvent("organisation.staff-closed", Audience.Audit)]
public sealed record StaffClosed(StaffId Staff) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Staff.Value];
}

/// <summary>Somebody said whether they are there.</summary>
[JournalEvent("organisation.presence-set", Audience.Staff)]
public sealed record PresenceSet(StaffId Staff, Presence Presence, Instant? Until) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Staff.Value];
}

/// <summary>Somebody wants an overview of the work by e-mail, or wants it no longer.</summary>
[JournalEvent("organisation.digest-chosen", Audience.Staff)]
public sealed record DigestChosen(StaffId Staff, bool Wants) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Staff.Value];
}

/// <summary>Somebody wants shortcuts of a single key, or wants them no longer.</summary>
[JournalEvent("organisation.keys-chosen", Audience.Staff)]
public sealed record KeysChosen(StaffId Staff, bool Wants) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Staff.Value];
}

/// <summary>Somebody has another deputy, or none.</summary>
[JournalEvent("organisation.deputy-set", Audience.Staff)]
public sealed record DeputySet(StaffId Staff, StaffId? Deputy) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => Deputy is { } deputy ? [Staff.Value, deputy.Value] : [Staff.Value];
}

/// <summary>A local co-host was given personal data, or it was taken back.</summary>
[JournalEvent("organisation.personal-data-given", Audience.Audit)]
public sealed record PersonalDataGiven(StaffId Staff, bool Given) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Staff.Value];
}

/// <summary>Who is on call, in which order, was set for a time.</summary>
[JournalEvent("organisation.on-call-set", Audience.Staff)]
public sealed record OnCallSet(OnCallDutyId Duty, Instant From, Instant Until, IReadOnlyList<StaffId> People) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Duty.Value, .. People.Select(person => person.Value)];
}

/// <summary>A duty was taken out of the list.</summary>
[JournalEvent("organisation.on-call-removed", Audience.Staff)]
public sealed record OnCallRemoved(OnCallDutyId Duty) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Duty.Value];
}
