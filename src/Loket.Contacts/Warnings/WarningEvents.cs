using Loket.Storage.Journal;
using NodaTime;

namespace Loket.Contacts;

/// <summary>Whoever meets a customer must know something beforehand; on what it rests stands with the warning.</summary>
[JournalEvent("customer.warning-placed", Audience.Staff)]
public sealed record WarningPlaced(CustomerId Customer, WarningId Warning, WarningKind Warns, LocalDate? Until) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Customer.Value, Warning.Value];
}

/// <summary>A warning was taken away before it passed.</summary>
[JournalEvent("customer.warning-ended", Audience.Staff)]
public sealed record WarningEnded(CustomerId Customer, WarningId Warning, WarningKind Warned) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Customer.Value, Warning.Value];
}

/// <summary>Somebody read on what the warnings on a customer rest.</summary>
[JournalEvent("customer.grounds.looked-at", Audience.Audit)]
public sealed record GroundsLookedAt(CustomerId Customer, IReadOnlyList<WarningId> Warnings) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Customer.Value, .. Warnings.Select(warning => warning.Value)];
}
