using Loket.Storage.Journal;

namespace Loket.Organisation.Portfolios;

/// <summary>A portfolio was made.</summary>
[JournalEvent("organisation.portfolio-made", Audience.Staff)]
public sealed record PortfolioMade(PortfolioId Portfolio, string Key) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Portfolio.Value];
}

/// <summary>A portfolio got another name or holder.</summary>
[JournalEvent("organisation.portfolio-changed", Audience.Staff)]
public sealed record PortfolioChanged(PortfolioId Portfolio, string Key) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Portfolio.Value];
}
