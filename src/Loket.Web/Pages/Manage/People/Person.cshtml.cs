using Loket.Cases.Handling;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Web.Components;
using Loket.Web.Pages.SignIn;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Loket.Web.Pages.Manage.People;

/// <summary>Whether a colleague is there and who stands in, for who leads the team or manages accounts: somebody who is ill says so to the lead.</summary>
[Right(Right.LeadTeam, Right.ManageAccounts, Right.Configure)]
public sealed class PersonModel(StaffDirectory staff, Calendars calendars, SetPresence setPresence, SetDeputy setDeputy, GiveBackWork giveBack) : StaffPage
{
    /// <summary>The sign-in name in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = "";

    /// <summary>Whether they are there.</summary>
    [BindProperty]
    public PresenceForm PresenceForm { get; set; } = new();

    /// <summary>Who stands in.</summary>
    [BindProperty]
    public DeputyForm DeputyForm { get; set; } = new();

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The colleague.</summary>
    public StaffCard Card { get; private set; } = null!;

    /// <summary>Colleagues who can stand in.</summary>
    public IReadOnlyList<Choice> Colleagues { get; private set; } = [];

    /// <summary>Names of those with whom they stand in a circle of deputies; empty for none.</summary>
    public IReadOnlyList<string> Circle { get; private set; } = [];

    /// <summary>Here, busy, away.</summary>
    public IReadOnlyList<Choice> Presences => [.. Enum.GetValues<Presence>().Select(one => new Choice(one.ToString(), Words["Presence." + one]))];

    /// <summary>Whether the reader may open the account.</summary>
    public bool MayManage => Actor.May(Right.ManageAccounts);

    /// <summary>Whether the reader may say it.</summary>
    public bool MaySpeak => Actor.MaySpeakFor(Card);

    /// <summary>What the colleague has in hand, as far as the reader may know.</summary>
    public WorkInHand InHand { get; private set; } = new(0, 0);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await Find(cancel)) return NotFound();
        PresenceForm.Presence = Card.Presence.ToString();
        if (Card.AwayUntil is { } until) PresenceForm.Until = DateEntry.Of(until.InZone((await calendars.Current(cancel)).Zone).Date.PlusDays(-1));
        DeputyForm.Deputy = Card.Deputy?.Value.ToString();
        return Page();
    }

    /// <summary>Says whether they are there.</summary>
    public async Task<IActionResult> OnPostPresenceAsync(CancellationToken cancel)
    {
        if (!await Find(cancel)) return NotFound();
        var asked = PresenceForm.Read((await calendars.Current(cancel)).Zone);
        if (!asked.Succeeded) return await Refuse(asked.Failure, nameof(PresenceForm));
        var request = new SetPresence.Request(RequestKey, Card.Id, asked.Value.Presence, asked.Value.Until, Actor);
        return await Answer(setPresence.Handle(request, cancel), _ => Saved("Presence"), nameof(PresenceForm));
    }

    /// <summary>Chooses who stands in.</summary>
    public async Task<IActionResult> OnPostDeputyAsync(CancellationToken cancel)
    {
        if (!await Find(cancel)) return NotFound();
        StaffId? deputy = Guid.TryParse(DeputyForm.Deputy, out var id) ? new StaffId(id) : null;
        return await Answer(setDeputy.Handle(new SetDeputy.Request(RequestKey, Card.Id, deputy, Actor), cancel), _ => Saved("Deputy"), nameof(DeputyForm));
    }

    /// <summary>All that the colleague has in hand goes back to the teams.</summary>
    public async Task<IActionResult> OnPostGiveBackAsync(CancellationToken cancel)
    {
        if (!await Find(cancel)) return NotFound();
        return await Answer(giveBack.Handle(new GiveBackWork.Request(RequestKey, Card.Id, Actor), cancel), _ => Saved("GiveBack"));
    }

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel) => await Find(cancel);

    private async Task<bool> Find(CancellationToken cancel)
    {
        if (await staff.Find(Name, cancel) is not { ClosedAt: null } card) return false;
        Card = card;
        InHand = await giveBack.Count(card.Id, Actor, cancel);
        var all = await staff.All(null, cancel);
        Circle = [.. DeputyCircle.Of(Card, all).Select(one => one.Name)];
        Colleagues = [.. all.Where(person => person.Id != Card.Id).Select(person => new Choice(person.Id.Value.ToString(), person.Name))];
        return true;
    }

    private LocalRedirectResult Saved(string what)
    {
        Notice = what;
        return LocalRedirect("~/beheer/mensen/" + Uri.EscapeDataString(Card.SignInName));
    }
}
