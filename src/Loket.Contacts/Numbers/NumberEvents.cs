using Loket.Storage.Journal;

namespace Loket.Contacts.Numbers;

/// <summary>For what somebody needs to read a national number.</summary>
public enum NumberPurpose
{
    /// <summary>To be sure who it is.</summary>
    Identify,

    /// <summary>To look the person up in a register.</summary>
    LookUp,

    /// <summary>To pass it on to an authority that may use it.</summary>
    PassOn,
}

/// <summary>The national number of a customer was noted or corrected, for a case that needs it or by somebody who may; never the number itself.</summary>
[JournalEvent("customer.number-kept", Audience.Audit)]
public sealed record NationalNumberKept(CustomerId Customer, Guid? Case) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => new[] { Customer.Value, Case }.OfType<Guid>();
}

/// <summary>The national number of a customer is no longer kept: somebody took it away, or no case needs it any more.</summary>
[JournalEvent("customer.number-removed", Audience.Audit)]
public sealed record NationalNumberRemoved(CustomerId Customer) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Customer.Value];
}

/// <summary>Somebody read the national number of a customer; with what for, and the case that needs it.</summary>
[JournalEvent("customer.number.looked-at", Audience.Audit)]
public sealed record NationalNumberLookedAt(CustomerId Customer, NumberPurpose Purpose, Guid? Case) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => new[] { Customer.Value, Case }.OfType<Guid>();
}

/// <summary>A new key was made under which national numbers are kept.</summary>
[JournalEvent("customer.number-key-made", Audience.Audit)]
public sealed record NumberKeyMade(int Key) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [];
}
