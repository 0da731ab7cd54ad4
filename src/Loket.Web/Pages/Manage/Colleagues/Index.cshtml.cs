using Loket.Cases.Colleagues;
using Loket.Organisation.Rights;
using Loket.Web.Rights;

namespace Loket.Web.Pages.Manage.Colleagues;

/// <summary>The virtual colleagues: what does a part of the work by itself, and whether it works.</summary>
[Right(Right.Configure)]
public sealed class IndexModel(VirtualColleagues colleagues, ColleagueWords words) : StaffPage
{
    /// <summary>Names and words.</summary>
    public ColleagueWords Say => words;

    /// <summary>All of them, by name.</summary>
    public IReadOnlyList<ColleagueCard> All { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        await words.Load(Actor, cancel);
        All = await colleagues.All(Actor, cancel);
    }
}
