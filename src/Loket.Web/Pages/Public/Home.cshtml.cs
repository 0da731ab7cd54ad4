using Loket.Organisation.Desks;
using Loket.Web.Rights;

namespace Loket.Web.Pages.Public;

/// <summary>What can I do here?</summary>
[Open]
public sealed class HomeModel(DeskDirectory desks) : PublicPage
{
    /// <summary>The desks by name.</summary>
    public IReadOnlyList<string> Desks { get; private set; } = [];

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken cancel) => Desks = [.. (await desks.All(cancel)).Select(desk => desk.Name)];
}
