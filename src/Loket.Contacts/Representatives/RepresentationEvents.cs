using Loket.Storage.Journal;
using NodaTime;

namespace Loket.Contacts;

/// <summary>A customer acts for another from now on; what was seen of it stands with that.</summary>
[JournalEvent("customer.representative-named", Audience.Staff)]
public sealed record RepresentativeNamed(CustomerId Customer, CustomerId Representative, RepresentationKind How, LocalDate? Until) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Customer.Value, Representative.Value];
}

/// <summary>A customer no longer acts for another.</summary>
[JournalEvent("customer.representation-ended", Audience.Staff)]
public sealed record RepresentationEnded(CustomerId Customer, CustomerId Representative) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Customer.Value, Representative.Value];
}
