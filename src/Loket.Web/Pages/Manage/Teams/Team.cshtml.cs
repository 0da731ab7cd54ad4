using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.Teams;
using Loket.Places;
using Loket.Storage;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Manage.Teams;

/// <summary>One team: its people, and what it is called, may see and where it works.</summary>
[Right(Right.Configure, Right.LeadTeam)]
public sealed class TeamModel(TeamDirectory teams, StaffDirectory staff, UnitOfWork unit, AreaTree areas, MakeTeam make, ChangeTeam change, SetMember setMember)
    : ManagePage<TeamForm>
{
    /// <summary>The team's key in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Team { get; set; } = "";

    /// <summary>The team as it stands; null for a new one.</summary>
    public TeamCard? Card { get; private set; }

    /// <summary>Who belongs to it.</summary>
    public IReadOnlyList<StaffCard> Members { get; private set; } = [];

    /// <summary>Everybody who works here.</summary>
    public IReadOnlyList<StaffCard> People { get; private set; } = [];

    /// <summary>The areas to choose from.</summary>
    public IReadOnlyList<Choice> AreaChoices { get; private set; } = [];

    /// <summary>Who may lead it.</summary>
    public IReadOnlyList<Choice> Leads => [.. People.Select(person => new Choice(person.Id.Value.ToString(), person.Name))];

    /// <summary>Who can come into it.</summary>
    public IReadOnlyList<Choice> Others => [.. People.Where(person => !Members.Contains(person)).Select(person => new Choice(person.Id.Value.ToString(), person.Name))];

    /// <summary>Whether the reader sets teams up.</summary>
    public bool MayConfigure => Actor.May(Right.Configure);

    /// <summary>Whether it is yet to be made.</summary>
    public bool IsNew => Team == New;

    private string Here => "~/beheer/teams/" + Team;

    /// <summary>Shows the team.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => Open(cancel);

    /// <summary>Makes or changes it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await Present(cancel) is null) return NotFound();
        var details = Form.Details();
        return Card is { } card
            ? await Save(change.Handle(new ChangeTeam.Request(RequestKey, card.Id, Form.Version, details, Actor), cancel), "~/beheer/teams/" + details.Key?.Trim().ToLowerInvariant(), cancel)
            : await Save(make.Handle(new MakeTeam.Request(RequestKey, details, Actor), cancel), "~/beheer/teams/" + details.Key?.Trim().ToLowerInvariant(), cancel);
    }

    /// <summary>Somebody comes in.</summary>
    public Task<IActionResult> OnPostInAsync(Guid? colleague, CancellationToken cancel) => SetMember("colleague", colleague, belongs: true, cancel);

    /// <summary>Somebody goes out.</summary>
    public Task<IActionResult> OnPostOutAsync(Guid? member, CancellationToken cancel) => SetMember("member", member, belongs: false, cancel);

    private async Task<IActionResult> SetMember(string field, Guid? person, bool belongs, CancellationToken cancel)
    {
        if (await Present(cancel) is not { } present || Card is not { } card) return NotFound();
        Form = present;
        if (person is not { } id) return await Refuse(OrganisationFailures.Required.At(field), "");

        // Who takes themselves out can't see the team any more.
        var back = id == Actor.Staff?.Value && !belongs && !MayConfigure ? "~/beheer/teams" : Here;
        var request = new SetMember.Request(RequestKey, card.Id, new StaffId(id), belongs, Actor);
        return await Answer(setMember.Handle(request, cancel), _ => Saved(back, belongs ? "In" : "Out"), "");
    }

    /// <inheritdoc />
    protected override async Task<TeamForm?> Present(CancellationToken cancel)
    {
        if (IsNew) return MayConfigure ? new TeamForm() : null;
        Card = await teams.Find(Team, cancel);
        return Card is { } card && (MayConfigure || Actor.Teams.Contains(card.Id)) ? TeamForm.Of(card) : null;
    }

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        People = await staff.All(null, cancel);
        foreach (var form in (TeamForm?[])[Form, Theirs]) form?.LeadName = People.FirstOrDefault(person => person.Id.Value == form.Lead)?.Name;
        Members = Card is { } card ? [.. People.Where(person => person.Teams.Contains(card.Id))] : [];
        var map = await unit.Read(db => areas.Map(db, cancel));
        AreaChoices = [.. map.All.OrderBy(area => area.Kind).ThenBy(area => area.Name, StringComparer.CurrentCulture).Select(area => new Choice(area.Key, area.Name))];
    }
}
