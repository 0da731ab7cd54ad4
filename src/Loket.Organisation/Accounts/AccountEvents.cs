using Loket.Storage.Journal;

namespace Loket.Organisation.Accounts;

/// <summary>A code was given with which somebody may start the account, or start over.</summary>
[JournalEvent("account.start-code-given", Audience.Audit)]
public sealed record StartCodeGiven(StaffId Staff) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Staff.Value];
}

/// <summary>Somebody chose a password with a start code.</summary>
[JournalEvent("account.started", Audience.Audit)]
public sealed record AccountStarted(StaffId Staff) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Staff.Value];
}

/// <summary>Somebody signed in.</summary>
[JournalEvent("account.signed-in", Audience.Audit)]
public sealed record SignedInAt(StaffId Staff, bool WithRecoveryCode) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Staff.Value];
}

/// <summary>A try to sign in was refused; with a name that nobody has, it is written about nobody.</summary>
[JournalEvent("account.sign-in-refused", Audience.Audit)]
public sealed record SignInRefused(StaffId? Staff, string Secret) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Staff?.Value ?? Guid.Empty];
}

/// <summary>Somebody signed out, or was signed out everywhere by an administrator.</summary>
[JournalEvent("account.signed-out", Audience.Audit)]
public sealed record SignedOut(StaffId Staff, bool Everywhere) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Staff.Value];
}

/// <summary>Somebody ended one of the own sessions, from another browser.</summary>
[JournalEvent("account.session-ended", Audience.Audit)]
public sealed record SessionEnded(StaffId Staff) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Staff.Value];
}

/// <summary>Somebody made new codes for on paper.</summary>
[JournalEvent("account.recovery-codes-made", Audience.Audit)]
public sealed record RecoveryCodesMade(StaffId Staff) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Staff.Value];
}

/// <summary>Somebody chose another password.</summary>
[JournalEvent("account.password-changed", Audience.Audit)]
public sealed record PasswordChanged(StaffId Staff) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Staff.Value];
}
