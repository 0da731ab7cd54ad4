using Loket.Storage.Journal;

namespace Loket.Organisation.Desks;

/// <summary>A desk was made.</summary>
[JournalEvent("organisation.desk-made", Audience.Staff)]
public sealed record DeskMade(DeskId Desk, string Key) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Desk.Value];
}

/// <summary>A desk got another address, number or hours.</summary>
[JournalEvent("organisation.desk-changed", Audience.Staff)]
public sealed record DeskChanged(DeskId Desk, string Key) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Desk.Value];
}
