using Loket.Storage.Journal;

namespace Loket.Organisation.Passkeys;

/// <summary>Somebody can sign in with one more passkey.</summary>
[JournalEvent("account.passkey-added", Audience.Audit)]
public sealed record PasskeyAdded(StaffId Staff, PasskeyId Passkey) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Staff.Value];
}

/// <summary>A passkey no longer works.</summary>
[JournalEvent("account.passkey-removed", Audience.Audit)]
public sealed record PasskeyRemoved(StaffId Staff, PasskeyId Passkey) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Staff.Value];
}

/// <summary>Somebody signed in with a passkey.</summary>
[JournalEvent("account.passkey-signed-in", Audience.Audit)]
public sealed record SignedInWithKey(StaffId Staff, PasskeyId Passkey) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Staff.Value];
}
