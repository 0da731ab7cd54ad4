using Loket.Storage.Journal;

namespace Loket.Places;

/// <summary>The list of areas was brought up to date.</summary>
/// <param name="Import">Names this time.</param>
/// <param name="Added">How many are new.</param>
/// <param name="Changed">How many are other than before.</param>
[JournalEvent("places.areas-imported", Audience.Staff)]
public sealed record AreasImported(Guid Import, int Added, int Changed) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Import];
}

/// <summary>The list of addresses was replaced.</summary>
/// <param name="Import">Names this time.</param>
/// <param name="Added">How many are new.</param>
/// <param name="Changed">How many are other than before.</param>
/// <param name="Removed">How many are there no longer.</param>
[JournalEvent("places.addresses-imported", Audience.Staff)]
public sealed record AddressesImported(Guid Import, int Added, int Changed, int Removed) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Import];
}

/// <summary>Things outside were brought up to date; what is gone is retired, never removed.</summary>
/// <param name="Import">Names this time; a large one comes in several entries with the same name.</param>
/// <param name="Added">How many are new.</param>
/// <param name="Changed">How many are other than before.</param>
/// <param name="Retired">How many stand there no longer.</param>
[JournalEvent("places.assets-imported", Audience.Staff)]
public sealed record AssetsImported(Guid Import, int Added, int Changed, int Retired) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Import];
}
