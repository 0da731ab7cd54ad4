using Loket.Contacts;
using Loket.Storage.Journal;

namespace Loket.Intake;

/// <summary>A PIN for following was given out; an earlier one no longer works.</summary>
[JournalEvent("contact.pin-issued", Audience.Staff)]
public sealed record PinIssued(MatterId Matter) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Matter.Value];
}
