using Loket.Cases.Reading;
using Loket.Organisation.Portfolios;
using Loket.Organisation.Rights;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Manage.Portfolios;

/// <summary>The portfolios of the municipal executive, with who holds them (row A2).</summary>
[Right(Right.Configure)]
public sealed class IndexModel(PortfolioDirectory portfolios, CategoryList subjects) : StaffPage
{
    private IReadOnlyList<CategoryCard> categories = [];

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The portfolios, by name.</summary>
    public IReadOnlyList<PortfolioCard> Portfolios { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Portfolios = await portfolios.All(cancel);
        categories = await subjects.All(cancel);
    }

    /// <summary>How many subjects belong to it.</summary>
    public int SubjectsOf(PortfolioCard portfolio) => categories.Count(category => category.Portfolio == portfolio.Key);
}
