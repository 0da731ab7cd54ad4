using Loket.Cases;
using Loket.Cases.Colleagues;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Web.Pages.Staff;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Manage.Colleagues;

/// <summary>One virtual colleague: how far it is, what it would have done last month, and the switch.</summary>
[Right(Right.Configure)]
public sealed class TrialModel(VirtualColleagues colleagues, ColleagueWords words, TryColleague tryOut, SwitchColleague switchIt, NameBooks books) : StaffPage
{
    private const string Shown = "ja";

    /// <summary>Which one.</summary>
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary><c>ja</c> to see with which cases it would have done something.</summary>
    [BindProperty(SupportsGet = true, Name = "gevallen")]
    public string? Cases { get; set; }

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>As it stands.</summary>
    public ColleagueCard Card { get; private set; } = null!;

    /// <summary>What is missing or gone of it; null for nothing.</summary>
    public Failure? Wrong { get; private set; }

    /// <summary>What it would have done; null where that was not asked.</summary>
    public ColleagueTrial? Trial { get; private set; }

    /// <summary>Names of subjects.</summary>
    public NameBook Names { get; private set; } = null!;

    /// <summary>Names and words.</summary>
    public ColleagueWords Say => words;

    /// <summary>Whether it came to its limit.</summary>
    public bool CameToLimit => Card.StoppedBy == ColleagueFailures.LimitReached.Code;

    /// <inheritdoc />
    protected override bool IsFilledIn => false;

    /// <inheritdoc />
    protected override bool IsThere => Card is not null;

    private VirtualColleagueId Colleague => new(Guid.TryParse(Id, out var id) ? id : Guid.Empty);

    private string Here => $"~/beheer/virtuele-collegas/{Id}/proef";

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await Load(cancel);
        if (!IsThere) return NotFound();
        if (Cases == Shown) Trial = await tryOut.Look(Colleague, Actor, cancel);
        return Page();
    }

    /// <summary>Tries it on last month.</summary>
    public Task<IActionResult> OnPostTryAsync(int seen, CancellationToken cancel) =>
        Answer(tryOut.Handle(new TryColleague.Request(RequestKey, Colleague, seen, Actor), cancel), _ => Done("ColleagueTried", Here + "?gevallen=" + Shown));

    /// <summary>Switches it on.</summary>
    public Task<IActionResult> OnPostOnAsync(int seen, CancellationToken cancel) => Switch(seen, true, cancel);

    /// <summary>Switches it off.</summary>
    public Task<IActionResult> OnPostOffAsync(int seen, CancellationToken cancel) => Switch(seen, false, cancel);

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        if (await colleagues.Find(Colleague, Actor, cancel) is not { } card) return;
        Card = card;
        Wrong = await colleagues.WrongWith(card, cancel);
        Names = await books.Open([], cancel);
        await words.Load(Actor, cancel);
    }

    private Task<IActionResult> Switch(int seen, bool isOn, CancellationToken cancel) =>
        Answer(switchIt.Handle(new SwitchColleague.Request(RequestKey, Colleague, seen, isOn, Actor), cancel), _ => Done(isOn ? "ColleagueOn" : "ColleagueOff", Here));

    private LocalRedirectResult Done(string notice, string href)
    {
        Notice = notice;
        return LocalRedirect(href);
    }
}
