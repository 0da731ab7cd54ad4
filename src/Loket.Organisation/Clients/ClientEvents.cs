using Loket.Organisation.Rights;
using Loket.Storage.Journal;

namespace Loket.Organisation.Clients;

/// <summary>A program may use the API from now on.</summary>
[JournalEvent("client.made", Audience.Audit)]
public sealed record ClientMade(ClientId Client, string Key, IReadOnlyList<Right> Rights, PartnerId? Partner) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Client.Value];
}

/// <summary>A program may no longer use the API.</summary>
[JournalEvent("client.closed", Audience.Audit)]
public sealed record ClientClosed(ClientId Client) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Client.Value];
}

/// <summary>A program showed its secret and got a token for a while.</summary>
[JournalEvent("client.token-given", Audience.Audit)]
public sealed record TokenGiven(ClientId Client) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Client.Value];
}
