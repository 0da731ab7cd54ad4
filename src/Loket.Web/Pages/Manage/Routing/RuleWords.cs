using System.Globalization;
using Loket.Cases.Reading;
using Loket.Cases.Routing;
using Loket.Organisation;
using Loket.Organisation.Partners;
using Loket.Organisation.People;
using Loket.Organisation.Teams;
using Loket.Places;
using Loket.Web.Components;

namespace Loket.Web.Pages.Manage.Routing;

/// <summary>Gets the names behind rules, and puts rules into words.</summary>
public sealed class RuleWords(
    CategoryList categories, TeamDirectory teams, StaffDirectory staff, PartnerDirectory partners, RoutingRules rules, TextCatalogue catalogue)
{
    private IReadOnlyList<CategoryCard> subjects = [];
    private IReadOnlyList<CaseTypeCard> types = [];
    private IReadOnlyList<TeamCard> ourTeams = [];
    private IReadOnlyList<StaffCard> people = [];
    private IReadOnlyList<PartnerCard> outside = [];
    private IReadOnlyList<AreaCard> places = [];

    // These words go with several pages, so they are among the shared ones.
    private Words Shared => catalogue.For(Words.Shared, CultureInfo.CurrentUICulture);

    private static bool Dutch => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == Language.Dutch;

    /// <summary>Subjects, by group, and types of case: what a case can be.</summary>
    public IReadOnlyList<Choice> Subjects =>
    [
        .. subjects.Select(one => new Choice("category:" + one.Key, Name(one), Group: GroupName(one.Group))),
        .. types.Select(one => new Choice("type:" + one.Key, Name(one), Group: Shared["Rule.Types"])),
    ];

    /// <summary>Whole main groups, subjects and types of case, for a rule.</summary>
    public IReadOnlyList<Choice> Abouts =>
    [
        .. subjects.Select(one => one.Group).Distinct(StringComparer.Ordinal).Select(group => new Choice("group:" + group, Shared["Rule.Group", GroupName(group)], Group: Shared["Rule.Groups"])),
        .. Subjects,
    ];

    /// <summary>The areas, each after the one that holds it.</summary>
    public IReadOnlyList<Choice> Areas => [.. places.Select(area => new Choice(area.Key, area.Name))];

    /// <summary>Who may own an object.</summary>
    public IReadOnlyList<Choice> Owners => [new(RoutingSubject.Municipality, Shared["Rule.Owner.Municipality"]), .. outside.Select(one => new Choice(one.Key, one.Name))];

    /// <summary>Teams, people and partners that can act.</summary>
    public IReadOnlyList<Choice> Targets =>
    [
        .. ourTeams.Select(team => new Choice("team:" + team.Id.Value, team.Name, Group: Shared["Rule.Teams"])),
        .. outside.Select(partner => new Choice("partner:" + partner.Id.Value, partner.Name, Group: Shared["Rule.Partners"])),
        .. people.Select(person => new Choice("staff:" + person.Id.Value, person.Name, Group: Shared["Rule.People"])),
    ];

    /// <summary>Gets the names.</summary>
    public async Task Load(CancellationToken cancel)
    {
        (subjects, types) = (await categories.All(cancel), await categories.Types(cancel));
        (ourTeams, people, outside) = (await teams.All(cancel), await staff.All(null, cancel), await partners.All(cancel));
        places = [.. Flat(await rules.Areas(cancel))];
    }

    /// <summary>When a rule fits: "straatverlichting, in Hoofddorp, buiten werktijd".</summary>
    public string If(RuleView rule)
    {
        var parts = new List<string>();
        if (rule.Category is { } category) parts.Add(Subject(category));
        if (rule.Group is { } group) parts.Add(Shared["Rule.Group", GroupName(group)]);
        if (rule.CaseType is { } type) parts.Add(Type(type));
        if (rule.Area is { } area) parts.Add(In(area));
        if (rule.AssetOwner is { } owner) parts.Add(Shared["Rule.OwnedBy", OwnerName(owner)]);
        if (rule.Danger is { } danger) parts.Add(Shared[danger ? "Rule.Danger" : "Rule.NoDanger"]);
        if (rule.Time != RuleTime.Always) parts.Add(Shared["Rule.Time." + rule.Time]);
        return parts.Count == 0 ? Shared["Rule.Always"] : string.Join(", ", parts);
    }

    /// <summary>What routing looks at in a case: "straatverlichting, in Nieuwemeer, object van de gemeente, geen gevaar, in werktijd".</summary>
    public string Of(RoutingSubject subject)
    {
        var parts = new List<string> { subject.Category is { } category ? Subject(category) : Type(subject.CaseType ?? "") };
        if (subject.Areas is [var area, ..]) parts.Add(In(area));
        if (subject.AssetOwner is { } owner) parts.Add(Shared["Rule.OwnedBy", OwnerName(owner)]);
        parts.Add(Shared[subject.Danger ? "Rule.Danger" : "Rule.NoDanger"]);
        parts.Add(Shared["Rule.Time." + (subject.InWorkingTime ? RuleTime.WorkingTime : RuleTime.OutsideWorkingTime)]);
        return string.Join(", ", parts);
    }

    /// <summary>Where a rule sends to.</summary>
    public string Then(RuleView rule) => Names(rule.Target);

    /// <summary>Who gets it.</summary>
    public string Names(Target target) => string.Join(", ", new[]
    {
        target.Team is { } team ? ourTeams.FirstOrDefault(one => one.Id == team)?.Name ?? Shared["Rule.Gone"] : null,
        target.Staff is { } person ? Person(person) ?? Shared["Rule.Gone"] : null,
        target.Partner is { } partner ? Partner(partner) : null,
    }.OfType<string>());

    /// <summary>The name of somebody who works here; null for who does not, or no longer.</summary>
    public string? Person(StaffId? id) => people.FirstOrDefault(one => one.Id == id)?.Name;

    /// <summary>The name of a partner that takes cases.</summary>
    public string Partner(PartnerId id) => outside.FirstOrDefault(one => one.Id == id)?.Name ?? Shared["Rule.Gone"];

    private string Subject(string key) => subjects.FirstOrDefault(one => one.Key == key) is { } known ? Name(known) : key;

    private string Type(string key) => types.FirstOrDefault(one => one.Key == key) is { } known ? Name(known) : key;

    private string In(string area) => Shared["Rule.In", places.FirstOrDefault(one => one.Key == area)?.Name ?? area];

    private static string Name(CategoryCard one) => Dutch ? one.NameNl : one.NameEn;

    private static string Name(CaseTypeCard one) => Dutch ? one.NameNl : one.NameEn;

    private string GroupName(string group) => Shared.Has("Rule.Group." + group) ? Shared["Rule.Group." + group] : group;

    private string OwnerName(string owner) =>
        owner == RoutingSubject.Municipality ? Shared["Rule.Owner.Municipality"] : outside.FirstOrDefault(one => one.Key == owner)?.Name ?? owner;

    private static IEnumerable<AreaCard> Flat(IEnumerable<AreaNode> nodes) => nodes.SelectMany(node => Flat(node.Holds).Prepend(node.Area));
}
