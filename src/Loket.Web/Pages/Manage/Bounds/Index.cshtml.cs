using Loket.Cases.Bounding;
using Loket.Cases.Reading;
using Loket.Organisation;
using Loket.Organisation.Bounding;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.Teams;
using Loket.Places;
using Loket.Storage;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Manage.Bounds;

/// <summary>Of which areas and kinds teams and colleagues may know cases.</summary>
[Right(Right.Configure)]
public sealed class IndexModel(BoundKeeper keeper, TeamDirectory teams, StaffDirectory staff, UnitOfWork unit, AreaTree areas, CategoryList categories, SetBounds set) : StaffPage
{
    /// <summary>A new bound, or another in the place of what stands.</summary>
    [BindProperty]
    public BoundForm Form { get; set; } = new();

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>Who is bounded now.</summary>
    public IReadOnlyList<BoundRow> Cards { get; private set; } = [];

    /// <summary>Who can be bounded: teams, then people.</summary>
    public IReadOnlyList<Choice> Owners { get; private set; } = [];

    /// <summary>The areas to choose from.</summary>
    public IReadOnlyList<Choice> AreaChoices { get; private set; } = [];

    /// <summary>The kinds of case to choose from.</summary>
    public IReadOnlyList<Choice> TypeChoices { get; private set; } = [];

    /// <summary>Whether somebody is bounded to an area that is no longer in the list: a bound stays closed then, and somebody must look at it.</summary>
    public bool HasGone => Cards.Any(card => card.HasGone);

    /// <summary>Whether the form holds a bound that stands.</summary>
    public bool IsChange => !string.IsNullOrEmpty(Form.Seen);

    /// <summary>Shows them; with an owner, what holds for them stands in the form.</summary>
    public async Task OnGetAsync(string? owner, CancellationToken cancel)
    {
        if (BoundRow.OwnerOf(owner) is { } whose && await Standing(whose, cancel) is { } card)
            Form = new BoundForm { Owner = owner, Areas = [.. card.Areas], Types = [.. card.Types], Seen = card.Stamp };
        await Load(cancel);
    }

    /// <summary>Sets a bound.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (BoundRow.OwnerOf(Form.Owner) is not { } owner) return await Refuse(OrganisationFailures.Required.At(nameof(Form.Owner)));
        if (Form.Areas.Count + Form.Types.Count == 0) return await Refuse(OrganisationFailures.Required.At(nameof(Form.Areas)));
        var result = await set.Handle(new SetBounds.Request(RequestKey, owner, Form.Areas, Form.Types, Actor, Form.Seen ?? ""), cancel);
        if (result.Failure == OrganisationFailures.BoundStands)
        {
            // What stands is in the list; who sends it once more has seen that.
            ModelState.Remove($"{nameof(Form)}.{nameof(Form.Seen)}");
            Form.Seen = (await Standing(owner, cancel))?.Stamp;
        }

        return result.Succeeded ? Saved("Saved") : await Refuse(result.Failure);
    }

    /// <summary>Takes a bound away.</summary>
    public async Task<IActionResult> OnPostRemoveAsync([FromForm] string? owner, [FromForm] string? seen, CancellationToken cancel)
    {
        if (BoundRow.OwnerOf(owner) is not { } known) return NotFound();
        return await Answer(set.Handle(new SetBounds.Request(RequestKey, known, [], [], Actor, seen ?? ""), cancel), _ => Saved("Unbounded"), "");
    }

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        var map = await unit.Read(db => areas.Map(db, cancel));
        var types = await categories.Types(cancel);
        AreaChoices = [.. map.All.OrderBy(area => area.Kind).ThenBy(area => area.Name, StringComparer.CurrentCulture).Select(area => new Choice(area.Key, area.Name))];
        TypeChoices = [.. types.Select(type => new Choice(type.Key, NameOf(type)))];
        Owners =
        [
            .. (await teams.All(cancel)).Select(team => new Choice(BoundRow.TextOf(new BoundOwner(team.Id, null)), Words["Who.Team", team.Name])),
            .. (await staff.All(null, cancel)).Select(person => new Choice(BoundRow.TextOf(new BoundOwner(null, person.Id)), person.Name)),
        ];
        Cards = [.. (await keeper.All(Actor, cancel)).Select(card => new BoundRow(
            BoundRow.TextOf(card.Owner), card.Owner.Team is null ? card.Name : Words["Who.Team", card.Name],
            [.. card.Areas.Select(key => map[key]?.Name ?? Words["Area.Gone", key])], [.. card.Types.Select(key => types.FirstOrDefault(type => type.Key == key) is { } type ? NameOf(type) : key)], card.Stamp,
            card.Areas.Any(key => map[key] is null)))];
    }

    private async Task<BoundCard?> Standing(BoundOwner owner, CancellationToken cancel) => (await keeper.All(Actor, cancel)).FirstOrDefault(card => card.Owner == owner);

    private string NameOf(CaseTypeCard type) => Words.Culture.TwoLetterISOLanguageName == "en" ? type.NameEn : type.NameNl;

    private LocalRedirectResult Saved(string what)
    {
        Notice = what;
        return LocalRedirect("~/beheer/grenzen");
    }
}

/// <summary>A bound in words.</summary>
/// <param name="Owner">Whose, as it stands in a form.</param>
/// <param name="Name">What they are called.</param>
/// <param name="Areas">Names of the areas; empty for everywhere.</param>
/// <param name="Types">Names of the kinds of case; empty for all.</param>
/// <param name="Stamp">By which a form says that this is what it saw.</param>
/// <param name="HasGone">Whether one of the areas is no longer in the list.</param>
public sealed record BoundRow(string Owner, string Name, IReadOnlyList<string> Areas, IReadOnlyList<string> Types, string Stamp, bool HasGone)
{
    private const string Team = "team:";
    private const string Person = "person:";

    internal static string TextOf(BoundOwner owner) => owner.Team is { } team ? Team + team.Value : Person + owner.Staff?.Value;

    internal static BoundOwner? OwnerOf(string? text)
    {
        if (text?.StartsWith(Team, StringComparison.Ordinal) == true && Guid.TryParse(text[Team.Length..], out var team)) return new BoundOwner(new TeamId(team), null);
        return text?.StartsWith(Person, StringComparison.Ordinal) == true && Guid.TryParse(text[Person.Length..], out var person) ? new BoundOwner(null, new StaffId(person)) : null;
    }
}

/// <summary>A bound as it is filled in.</summary>
public sealed class BoundForm
{
    /// <summary>Whose.</summary>
    public string? Owner { get; set; }

    /// <summary>Keys of areas.</summary>
    public List<string> Areas { get; set; } = [];

    /// <summary>Keys of kinds of case.</summary>
    public List<string> Types { get; set; } = [];

    /// <summary>The stamp of what stood when it was opened; empty where nothing did.</summary>
    public string? Seen { get; set; }
}
