namespace Loket.Organisation.Portfolios;

/// <summary>What the holder of a portfolio is.</summary>
public enum Office
{
    /// <summary>An alderman.</summary>
    Alderman,

    /// <summary>The mayor.</summary>
    Mayor,
}

/// <summary>A portfolio as other rooms see it.</summary>
/// <param name="Id">Which.</param>
/// <param name="Key">Technical key; subjects name it by this.</param>
/// <param name="NameNl">The name in Dutch.</param>
/// <param name="NameEn">The name in English.</param>
/// <param name="Holder">Name of who holds it.</param>
/// <param name="Office">What the holder is.</param>
/// <param name="Version">For a change that must not overwrite another's.</param>
public sealed record PortfolioCard(PortfolioId Id, string Key, string NameNl, string NameEn, string Holder, Office Office, int Version);

/// <summary>What is filled in about a portfolio.</summary>
/// <param name="Key">2 to 60 small letters, digits and hyphens; unique, and not changed any more once it is made.</param>
/// <param name="NameNl">At most 100 characters.</param>
/// <param name="NameEn">At most 100 characters.</param>
/// <param name="Holder">At most 100 characters.</param>
/// <param name="Office">What the holder is.</param>
public sealed record PortfolioDetails(string? Key, string? NameNl, string? NameEn, string? Holder, Office Office);
