using Loket.Organisation.Rights;
using Loket.Storage.Journal;

namespace Loket.Organisation.Providers;

/// <summary>An account at the municipality's provider was linked with somebody: found by a verified e-mail address, or made for it.</summary>
[JournalEvent("account.provider-linked", Audience.Audit)]
public sealed record ProviderLinked(StaffId Staff, bool Made) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Staff.Value];
}

/// <summary>Somebody signed in through the provider.</summary>
[JournalEvent("account.provider-signed-in", Audience.Audit)]
public sealed record SignedInAtProvider(StaffId Staff) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Staff.Value];
}

/// <summary>The claims of the provider gave somebody other roles or teams than before.</summary>
[JournalEvent("account.provider-roles-set", Audience.Audit)]
public sealed record ProviderRolesSet(StaffId Staff, IReadOnlyList<Role> Roles, IReadOnlyList<TeamId> Teams) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Staff.Value];
}

/// <summary>The provider knows somebody, and gives no role here; about nobody where they were never here.</summary>
[JournalEvent("account.provider-refused", Audience.Audit)]
public sealed record RefusedWithoutRole(StaffId? Staff) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Staff?.Value ?? Guid.Empty];
}

/// <summary>The provider ended somebody's sessions.</summary>
[JournalEvent("account.provider-ended", Audience.Audit)]
public sealed record EndedAtProvider(StaffId Staff) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Staff.Value];
}
