using Loket.Organisation.Desks;
using Loket.Organisation.Rights;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Manage.Desks;

/// <summary>The places where people can walk in.</summary>
[Right(Right.Configure)]
public sealed class IndexModel(DeskDirectory desks) : StaffPage
{
    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The desks, by name.</summary>
    public IReadOnlyList<DeskCard> Desks { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancel) => Desks = await desks.All(cancel);
}
