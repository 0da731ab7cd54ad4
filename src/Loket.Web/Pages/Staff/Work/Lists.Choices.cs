using Loket.Cases;
using Loket.Cases.Reading;
using Loket.Cases.Views;
using Loket.Organisation.Teams;
using Loket.Web.Components;

namespace Loket.Web.Pages.Staff.Work;

/// <summary>What there is to choose from on the page.</summary>
public sealed partial class ListsModel
{
    private const string OfTeam = "team:";
    private const string OfPerson = "staff:";

    /// <summary>The teams over which the reader spreads cases, and for which they make views.</summary>
    public IReadOnlyList<TeamCard> Led => [.. Names.Teams.Where(team => ViewRules.MayKeepFor(Actor, team.Id))];

    /// <summary>Who can get cases: a team, or a colleague of the reader's own.</summary>
    public IReadOnlyList<Choice> Receivers
    {
        get
        {
            var say = StaffWords.Here;
            return
            [
                .. Names.Teams.Select(team => new Choice(OfTeam + team.Id.Value, team.Name, Group: say["Callback.Teams"])),
                .. Colleagues.Select(person => new Choice(OfPerson + person.Value, person.Text, Group: say["Callback.People"])),
            ];
        }
    }

    /// <summary>Who can be working on it: nobody, or somebody.</summary>
    public IReadOnlyList<Choice> Handlers => [new Choice(FilterForm.Nobody, Words["Handler." + FilterForm.Nobody]), .. Colleagues];

    /// <summary>The areas, by name.</summary>
    public IReadOnlyList<Choice> Areas => [.. Names.Areas.All.OrderBy(area => area.Name, StringComparer.CurrentCultureIgnoreCase).Select(area => new Choice(area.Key, area.Name))];

    /// <summary>How an open case can stand.</summary>
    public static IReadOnlyList<Choice> Statuses =>
        [.. Enum.GetValues<CaseStatus>().Where(status => status != CaseStatus.Closed).Select(status => new Choice(status.ToString(), StaffWords.Here.Of(status)))];

    /// <summary>By when it must be done.</summary>
    public IReadOnlyList<Choice> Dues => [.. Enum.GetValues<DueWithin>().Select(due => new Choice(due.ToString(), Words["Due." + due]))];

    /// <summary>The orders beside the usual one.</summary>
    public IReadOnlyList<Choice> Sorts =>
        [.. Enum.GetValues<WorklistSort>().Where(sort => sort != WorklistSort.Deadline).Select(sort => new Choice(sort.ToString(), Words["Sort." + sort]))];

    // The own colleagues, and whoever the list is narrowed to.
    private IReadOnlyList<Choice> Colleagues => [.. Names.Staff.Values.Where(person => person.Id == query.Filter.Handler || person.Teams.Any(Actor.Teams.Contains))
        .OrderBy(person => person.Name, StringComparer.CurrentCultureIgnoreCase).Select(person => new Choice(person.Id.Value.ToString(), person.Name))];
}
