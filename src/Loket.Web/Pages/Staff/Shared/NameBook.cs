using System.Globalization;
using Loket.Cases;
using Loket.Cases.Colleagues;
using Loket.Cases.Reading;
using Loket.Cases.Tasks;
using Loket.Cases.Types;
using Loket.Organisation;
using Loket.Organisation.Partners;
using Loket.Organisation.People;
using Loket.Organisation.Teams;
using Loket.Places;
using Loket.Storage;
using Loket.Web.Components;

namespace Loket.Web.Pages.Staff;

/// <summary>Names for the references that cases and timelines hold, in the reader's language.</summary>
public sealed class NameBook
{
    /// <summary>All teams, by name.</summary>
    public required IReadOnlyList<TeamCard> Teams { get; init; }

    /// <summary>All partners that take cases, by name.</summary>
    public required IReadOnlyList<PartnerCard> Partners { get; init; }

    /// <summary>The subjects in use.</summary>
    public required IReadOnlyList<CategoryCard> Categories { get; init; }

    /// <summary>The kinds of case.</summary>
    public required IReadOnlyList<CaseTypeCard> Types { get; init; }

    /// <summary>The areas.</summary>
    public required AreaMap Areas { get; init; }

    /// <summary>The colleagues that were asked for.</summary>
    public required IReadOnlyDictionary<StaffId, StaffCard> Staff { get; init; }

    /// <summary>What the virtual colleagues are called.</summary>
    public required IReadOnlyDictionary<VirtualColleagueId, string> Colleagues { get; init; }

    private static bool Dutch => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == Language.Dutch;

    /// <summary>Name of a team.</summary>
    public string? Team(TeamId? id) => Teams.FirstOrDefault(team => team.Id == id)?.Name;

    /// <summary>Name of a partner.</summary>
    public string? Partner(PartnerId? id) => Partners.FirstOrDefault(partner => partner.Id == id)?.Name;

    /// <summary>Name of a colleague.</summary>
    public string? Person(StaffId? id) => id is { } staff && Staff.TryGetValue(staff, out var card) ? card.Name : null;

    /// <summary>Name of a virtual colleague.</summary>
    public string? Colleague(Guid? id) => id is { } colleague ? Colleagues.GetValueOrDefault(new VirtualColleagueId(colleague)) : null;

    /// <summary>Name of a subject.</summary>
    public string? Category(string? key) => Categories.FirstOrDefault(one => one.Key == key) is { } card ? Dutch ? card.NameNl : card.NameEn : null;

    /// <summary>Name of a kind of case.</summary>
    public string? Type(string? key) => Types.FirstOrDefault(one => one.Key == key) is { } card ? Dutch ? card.NameNl : card.NameEn : null;

    /// <summary>Name of a result.</summary>
    public static string Of(ResultType result) => Dutch ? result.Nl : result.En;

    /// <summary>Name of a status of a kind of case.</summary>
    public static string Of(StatusType status) => Dutch ? status.Nl : status.En;

    /// <summary>Name of a task of a kind of case.</summary>
    public static string Of(TaskType task) => Dutch ? task.Nl : task.En;

    /// <summary>Name of a task in a list.</summary>
    public static string Of(TaskRow task) => Dutch ? task.Nl : task.En;

    /// <summary>Name of a task of a case.</summary>
    public static string Of(CaseTaskView task) => Dutch ? task.Nl : task.En;

    /// <summary>Name of an area.</summary>
    public string? Area(string? key) => Areas[key]?.Name;

    /// <summary>Where something is, in one line.</summary>
    public string Place(string? address, string? asset, string? area, string? text = null)
    {
        var where = string.Join(", ", new[] { asset, address, address is null && asset is null ? text : null }.Where(part => !string.IsNullOrWhiteSpace(part)).Distinct());
        // An address mostly ends with the name of its village.
        return Area(area) is not { } village || where.EndsWith(village, StringComparison.OrdinalIgnoreCase) ? where : where.Length == 0 ? village : where + ", " + village;
    }

    /// <summary>The subjects to choose from, by group.</summary>
    public IReadOnlyList<Choice> CategoryChoices(Words words) =>
        [.. Categories.Select(one => new Choice(one.Key, Dutch ? one.NameNl : one.NameEn, Group: words["Group." + one.Group]))];
}

/// <summary>Gathers names; so many queries, however many names.</summary>
public sealed class NameBooks(
    TeamDirectory teams, StaffDirectory staff, PartnerDirectory partners, CategoryList categories, UnitOfWork unit, AreaTree areas)
{
    /// <summary>The names, with those of these colleagues.</summary>
    public async Task<NameBook> Open(IEnumerable<StaffId?> people, CancellationToken cancel) =>
        await With(people.OfType<StaffId>().ToHashSet() is { Count: > 0 } ids ? await staff.Several(ids, cancel) : new Dictionary<StaffId, StaffCard>(), cancel);

    /// <summary>The names, with those of everybody who works here.</summary>
    public async Task<NameBook> WithEverybody(CancellationToken cancel) => await With((await staff.All(null, cancel)).ToDictionary(person => person.Id), cancel);

    private async Task<NameBook> With(IReadOnlyDictionary<StaffId, StaffCard> people, CancellationToken cancel)
    {
        var (map, colleagues) = await unit.Read(async db => (await areas.Map(db, cancel), await VirtualColleagues.Names(db, cancel)));
        return new NameBook
        {
            Teams = await teams.All(cancel),
            Partners = await partners.All(cancel),
            Categories = await categories.All(cancel),
            Types = await categories.Types(cancel),
            Areas = map,
            Colleagues = colleagues,
            Staff = people,
        };
    }
}
