using Loket.Cases.Reading;
using Loket.Cases.Types;
using Loket.Organisation.Rights;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Manage.Selection;

/// <summary>The selection list: how long cases are kept and why, for the results of kinds of case to choose from (row B6).</summary>
[Right(Right.Configure)]
public sealed class IndexModel(SelectionList list) : StaffPage
{
    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The entries, by number.</summary>
    public IReadOnlyList<SelectionCard> Entries { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancel) => Entries = await list.All(Actor, cancel);
}
