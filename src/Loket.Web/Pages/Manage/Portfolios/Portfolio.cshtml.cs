using Loket.Organisation.Portfolios;
using Loket.Organisation.Rights;
using Loket.Web.Components;
using Loket.Web.Pages.Staff;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Manage.Portfolios;

/// <summary>One portfolio: what it is called and who holds it.</summary>
[Right(Right.Configure)]
public sealed class PortfolioModel(PortfolioDirectory portfolios, MakePortfolio make, ChangePortfolio change) : ManagePage<PortfolioForm>
{
    /// <summary>The portfolio's key in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Portfolio { get; set; } = "";

    /// <summary>As it stands; null for a new one.</summary>
    public PortfolioCard? Card { get; private set; }

    /// <summary>What the holder can be.</summary>
    public static IReadOnlyList<Choice> Offices => [.. Enum.GetValues<Office>().Select(office => new Choice(office.ToString(), StaffWords.Start(StaffWords.Here.Of(office))))];

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => Open(cancel);

    /// <summary>Makes or changes it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await Present(cancel) is null) return NotFound();
        return Card is { } card
            ? await Save(change.Handle(new ChangePortfolio.Request(RequestKey, card.Id, Form.Version, Form.Details(), Actor), cancel), "~/beheer/portefeuilles", cancel)
            : await Save(make.Handle(new MakePortfolio.Request(RequestKey, Form.Details(), Actor), cancel), "~/beheer/portefeuilles", cancel);
    }

    /// <inheritdoc />
    protected override async Task<PortfolioForm?> Present(CancellationToken cancel)
    {
        if (Portfolio == New) return new PortfolioForm();
        Card = await portfolios.Find(Portfolio, cancel);
        return Card is null ? null : PortfolioForm.Of(Card);
    }
}
