using Loket.Contacts;
using Loket.Kernel;
using Loket.Storage.Journal;

namespace Loket.Intake;

/// <summary>A matter was forwarded to another body; the resident is told to whom.</summary>
[JournalEvent("contact.forwarded", Audience.Staff)]
public sealed record MatterForwarded(MatterId Matter, CustomerId? Customer, [property: Personal("answering", "case")] string? Body) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => Customer is { } customer ? [Matter.Value, customer.Value] : [Matter.Value];
}
