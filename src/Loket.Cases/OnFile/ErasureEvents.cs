using Loket.Contacts;
using Loket.Storage.Journal;

namespace Loket.Cases.OnFile;

/// <summary>Somebody put forward that what is kept of a person is erased as they asked; a second person decides.</summary>
[JournalEvent("customer.erasure-proposed", Audience.Audit)]
public sealed record ErasureProposed(ErasureProposalId Proposal, CustomerId Customer, CaseId? Request) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => new[] { Customer.Value, Request?.Value }.OfType<Guid>();
}

/// <summary>Such a proposal was thrown away; nothing was erased.</summary>
[JournalEvent("customer.erasure-withdrawn", Audience.Audit)]
public sealed record ErasureWithdrawn(ErasureProposalId Proposal, CustomerId Customer, CaseId? Request) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => new[] { Customer.Value, Request?.Value }.OfType<Guid>();
}

/// <summary>What is kept of somebody was erased as they asked, as far as the law allows; with how many things that they said. By the second person, who agreed.</summary>
[JournalEvent("customer.erased-at-request", Audience.Audit)]
public sealed record ErasedAtRequest(CustomerId Customer, CaseId? Request, int Matters) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => new[] { Customer.Value, Request?.Value }.OfType<Guid>();
}
