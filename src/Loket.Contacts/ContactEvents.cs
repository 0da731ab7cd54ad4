using Loket.Kernel;
using Loket.Organisation;
using Loket.Storage.Journal;

namespace Loket.Contacts;

/// <summary>Somebody reached the municipality, for themselves or for a customer for whom they act.</summary>
[JournalEvent("contact.registered", Audience.Staff)]
public sealed record ContactRegistered(ContactId Contact, Channel Channel, CustomerId? Customer, int Matters, Assistance? Assistance = null, CustomerId? Representative = null) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => new[] { Contact.Value, Customer?.Value, Representative?.Value }.OfType<Guid>();
}

/// <summary>A customer was made or changed; what changed stands with the customer.</summary>
[JournalEvent("customer.changed", Audience.Staff)]
public sealed record CustomerChanged(CustomerId Customer) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Customer.Value];
}

/// <summary>A matter was ended at intake.</summary>
[JournalEvent("contact.matter-ended", Audience.Staff)]
public sealed record MatterEnded(
    ContactId Contact, MatterId Matter, CustomerId? Customer, Outcome Outcome, Guid? Case, PartnerId? Body,
    [property: Personal("timeline", "case")] string? Text) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => new[] { Contact.Value, Matter.Value, Customer?.Value, Case }.OfType<Guid>();
}

/// <summary>The ending of a matter was taken back; <c>Danger</c> when it tells of danger, which whoever ends it next must know.</summary>
[JournalEvent("contact.matter-reopened", Audience.Staff)]
public sealed record MatterReopened(ContactId Contact, MatterId Matter, Outcome Was, Guid? Case, PartnerId? Body, bool Danger = false) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => new[] { Contact.Value, Matter.Value, Case }.OfType<Guid>();
}

/// <summary>A PIN for following was given out; an earlier one on such a paper no longer works.</summary>
[JournalEvent("contact.pin-issued", Audience.Staff)]
public sealed record PinIssued(MatterId Matter, PinPaper On) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Matter.Value];
}

/// <summary>Somebody said as which formal paper a matter is to end, or that it is none.</summary>
[JournalEvent("contact.paper-set", Audience.Staff)]
public sealed record MatterPaperSet(ContactId Contact, MatterId Matter, FormalPaper? Paper) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Contact.Value, Matter.Value];
}

/// <summary>A customer said by which channel they want to be told.</summary>
[JournalEvent("customer.preference-set", Audience.Staff)]
public sealed record PreferenceSet(CustomerId Customer, Messages.MessageKind Kind, Messages.MessageChannel Channel, string? Desk = null) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Customer.Value];
}

/// <summary>A customer proved to be another; both stay as they are, one is shown with the other.</summary>
[JournalEvent("customer.merged", Audience.Staff)]
public sealed record CustomerMerged(CustomerId Customer, CustomerId Into) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Customer.Value, Into.Value];
}

/// <summary>Two customers who were taken for one are two again.</summary>
[JournalEvent("customer.merge-undone", Audience.Staff)]
public sealed record CustomerMergeUndone(CustomerId Customer, CustomerId Was) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Customer.Value, Was.Value];
}

/// <summary>Somebody opened or searched personal data; the purpose says why, and <c>Opened</c> whose page it was.</summary>
[JournalEvent("customer.looked-at", Audience.Audit)]
public sealed record CustomerLookedAt(IReadOnlyList<CustomerId> Customers, string Purpose, CustomerId? Opened = null) : IJournalEvent, IOpening
{
    /// <inheritdoc />
    Guid? IOpening.Opened => Opened?.Value;

    /// <inheritdoc />
    public IEnumerable<Guid> About() => Customers.Select(customer => customer.Value);
}

/// <summary>Somebody saw contacts in a list, with what residents asked; the purpose says in which.</summary>
[JournalEvent("contact.looked-at", Audience.Audit)]
public sealed record ContactsLookedAt(IReadOnlyList<ContactId> Contacts, string Purpose) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => Contacts.Select(contact => contact.Value);
}
