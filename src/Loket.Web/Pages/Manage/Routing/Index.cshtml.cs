using Loket.Cases;
using Loket.Cases.Routing;
using Loket.Cases.Types;
using Loket.Organisation.Rights;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Manage.Routing;

/// <summary>The rules that place cases, in the order in which they are tried, and what they would do with a case (row B2).</summary>
[Right(Right.Configure)]
public sealed class IndexModel(RoutingRules rules, RuleWords rule, SaveRoutingRule save, MoveRoutingRule move) : StaffPage
{
    /// <summary>A case that might be: its subject.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Subject { get; set; }

    /// <summary>Its area.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Area { get; set; }

    /// <summary>Who owns the object.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Owner { get; set; }

    /// <summary><c>yes</c> when it cannot wait.</summary>
    [BindProperty(SupportsGet = true)]
    public string Danger { get; set; } = "no";

    /// <summary>Name of a <see cref="RuleTime"/>: in working time or not.</summary>
    [BindProperty(SupportsGet = true)]
    public string Time { get; set; } = nameof(RuleTime.WorkingTime);

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>Names and words.</summary>
    public RuleWords Rule => rule;

    /// <summary>All rules, in order.</summary>
    public IReadOnlyList<RuleView> All { get; private set; } = [];

    /// <summary>Where the case that might be would go; null while nothing is tried.</summary>
    public Route? Tried { get; private set; }

    /// <summary>In working time or not.</summary>
    public IReadOnlyList<Choice> Times => [new(nameof(RuleTime.WorkingTime), Words["Try.Time.Working"]), new(nameof(RuleTime.OutsideWorkingTime), Words["Try.Time.Outside"])];

    /// <summary>Whether it cannot wait.</summary>
    public IReadOnlyList<Choice> Dangers => [new("no", Words["No"]), new("yes", Words["Yes"])];

    /// <summary>Shows the rules.</summary>
    public Task OnGetAsync(CancellationToken cancel) => Load(cancel);

    /// <summary>A rule is tried earlier or later.</summary>
    public Task<IActionResult> OnPostMoveAsync(Guid id, int seen, bool up, CancellationToken cancel) =>
        Answer(move.Handle(new MoveRoutingRule.Request(RequestKey, new RoutingRuleId(id), seen, up, Actor), cancel), _ => Saved("Moved"), "");

    /// <summary>A rule is switched off or on.</summary>
    public async Task<IActionResult> OnPostSwitchAsync(Guid id, int seen, CancellationToken cancel)
    {
        if ((await rules.All(Actor, cancel)).FirstOrDefault(one => one.Id.Value == id) is not { } found) return await Refuse(RoutingFailures.NotFound, "");
        var details = new RuleDetails(found.Target, found.Category, found.Group, found.Area, found.AssetOwner, found.Danger, found.Time, found.Question, found.CaseType);
        return await Answer(save.Handle(new SaveRoutingRule.Request(RequestKey, found.Id, seen, details, !found.Active, Actor), cancel), _ => Saved("Switched"), "");
    }

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        await rule.Load(cancel);
        All = await rules.All(Actor, cancel);
        if (Request.Query.ContainsKey(nameof(Time)))
            Tried = await rules.Try(new RoutingRules.Imagined(Some(Subject), Some(Area), Some(Owner), Danger == "yes", Time == nameof(RuleTime.WorkingTime)), cancel);
    }

    private static string? Some(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private LocalRedirectResult Saved(string what)
    {
        Notice = what;
        return LocalRedirect("~/beheer/routering");
    }
}
