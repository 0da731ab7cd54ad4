using Loket.Storage.Journal;

namespace Loket.Organisation.Partners;

/// <summary>An organisation became a partner.</summary>
[JournalEvent("organisation.partner-made", Audience.Staff)]
public sealed record PartnerMade(PartnerId Partner, string Key, Sharing Sharing, bool PicturesGoAlong = false) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Partner.Value];
}

/// <summary>A partner, its people, or what it gets to know, was changed.</summary>
[JournalEvent("organisation.partner-changed", Audience.Staff)]
public sealed record PartnerChanged(PartnerId Partner, string Key, Sharing Sharing, bool IsClosed, bool PicturesGoAlong = false) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Partner.Value];
}
