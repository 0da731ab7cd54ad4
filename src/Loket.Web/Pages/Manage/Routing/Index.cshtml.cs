using Loket.Cases;
using Loket.Cases.Routing;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Loket.Web.Pages.Manage.Routing;

/// <summary>The rules that place cases, in the order in which they are tried, and what they would do with a case (row B2).</summary>
[Right(Right.Configure)]
public sealed class IndexModel(RoutingRules rules, RuleWords rule, SaveRoutingRule save, MoveRoutingRule move, Calendars calendars) : StaffPage
{
    /// <summary>What is tried.</summary>
    [BindProperty(SupportsGet = true)]
    public TryForm Form { get; set; } = new();

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>Names and words.</summary>
    public RuleWords Rule => rule;

    /// <summary>All rules, in order.</summary>
    public IReadOnlyList<RuleView> All { get; private set; } = [];

    /// <summary>What would happen; null while nothing is tried.</summary>
    public RoutingRules.Trial? Tried { get; private set; }

    /// <summary>The moment that was tried, on the clock of the municipality.</summary>
    public LocalDateTime TriedAt { get; private set; }

    /// <summary>Whether it cannot wait.</summary>
    public IReadOnlyList<Choice> Dangers => [new("no", Words["No"]), new("yes", Words["Yes"])];

    /// <summary>Shows the rules.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Load(cancel);
        if (!Request.Query.ContainsKey("Form.Reference")) return;
        var tried = await Try((await calendars.Current(cancel)).Zone, cancel);
        if (!tried.Succeeded) ModelState.Add(tried.Failure, Words);
    }

    /// <summary>A rule is tried earlier or later.</summary>
    public Task<IActionResult> OnPostMoveAsync(Guid id, int seen, bool up, CancellationToken cancel) =>
        Answer(move.Handle(new MoveRoutingRule.Request(RequestKey, new RoutingRuleId(id), seen, up, Actor), cancel), _ => Saved("Moved"), "");

    /// <summary>A rule is switched off or on.</summary>
    public async Task<IActionResult> OnPostSwitchAsync(Guid id, int seen, CancellationToken cancel)
    {
        if ((await rules.All(Actor, cancel)).FirstOrDefault(one => one.Id.Value == id) is not { } found) return await Refuse(RoutingFailures.NotFound, "");
        return await Answer(save.Handle(new SaveRoutingRule.Request(RequestKey, found.Id, seen, found.Details, !found.Active, Actor), cancel), _ => Saved("Switched"), "");
    }

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        await rule.Load(cancel);
        All = await rules.All(Actor, cancel);
    }

    private async Task<Result<Done>> Try(DateTimeZone zone, CancellationToken cancel)
    {
        var at = Form.MomentIn(zone);
        if (!at.Succeeded) return at.Failure;
        Tried = Form.NamesCase ? await rules.Try(Form.Reference!, at.Value, Actor, cancel) : await rules.Try(Form.Imagined, at.Value, cancel);
        if (Tried is not { } tried) return CaseFailures.NotFound.At(nameof(Form.Reference));
        TriedAt = tried.At.InZone(zone).LocalDateTime;
        return default(Done);
    }

    private LocalRedirectResult Saved(string what)
    {
        Notice = what;
        return LocalRedirect("~/beheer/routering");
    }
}
