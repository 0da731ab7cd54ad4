using Loket.Organisation.Partners;
using Loket.Organisation.Rights;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Manage.Partners;

/// <summary>The organisations outside that take cases over.</summary>
[Right(Right.Configure)]
public sealed class IndexModel(PartnerDirectory partners) : StaffPage
{
    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The partners, those that take cases first.</summary>
    public IReadOnlyList<PartnerCard> Partners { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancel) => Partners = await partners.Known(cancel);
}
