using Loket.Organisation.Portfolios;
using Loket.Web.Components;
using Loket.Web.Pages.Staff;

namespace Loket.Web.Pages.Manage.Portfolios;

/// <summary>What is filled in about a portfolio.</summary>
public sealed class PortfolioForm : IManageForm
{
    /// <summary>The name in Dutch.</summary>
    public string? NameNl { get; set; }

    /// <summary>The name in English.</summary>
    public string? NameEn { get; set; }

    /// <summary>Technical key.</summary>
    public string? Key { get; set; }

    /// <summary>Who holds it.</summary>
    public string? Holder { get; set; }

    /// <summary>What the holder is.</summary>
    public Office Office { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <inheritdoc />
    public IEnumerable<(string Label, string? Text)> Said(Words words) =>
        [("NameNl", NameNl), ("NameEn", NameEn), ("Holder", Holder), ("Office", StaffWords.Here.Of(Office))];

    internal static PortfolioForm Of(PortfolioCard card) => new()
    {
        NameNl = card.NameNl, NameEn = card.NameEn, Key = card.Key, Holder = card.Holder, Office = card.Office, Version = card.Version,
    };

    internal PortfolioDetails Details() => new(Key, NameNl, NameEn, Holder, Office);
}
