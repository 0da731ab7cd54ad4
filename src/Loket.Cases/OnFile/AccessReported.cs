using Loket.Contacts;
using Loket.Storage.Journal;

namespace Loket.Cases.OnFile;

/// <summary>Somebody was given everything that is kept of a person, to answer their request; beside the case of that request, where the reference is of that.</summary>
[JournalEvent("customer.report.looked-at", Audience.Audit)]
public sealed record AccessReported(CustomerId Customer, CaseId? Request) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => new[] { Customer.Value, Request?.Value }.OfType<Guid>();
}
