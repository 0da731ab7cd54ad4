using Loket.Cases;
using Loket.Cases.Routing;
using Loket.Organisation.Rights;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Manage.Routing;

/// <summary>One routing rule: new, or changed with the version that was seen.</summary>
[Right(Right.Configure)]
public sealed class EditModel(RoutingRules rules, RuleWords rule, SaveRoutingRule save) : StaffPage
{
    /// <summary>Which rule; <c>nieuw</c> for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>The rule as it is filled in.</summary>
    [BindProperty]
    public RuleForm Form { get; set; } = new();

    /// <summary>Names and words.</summary>
    public RuleWords Rule => rule;

    /// <summary>The rule as it stands now; null for a new one.</summary>
    public RuleView? Stands { get; private set; }

    /// <summary>Whether somebody else changed it since the form was opened.</summary>
    public bool ChangedMeanwhile => Stands is { } stands && HttpMethodIsPost && stands.Version != Form.Seen;

    /// <summary>Yes, no, or no matter.</summary>
    public IReadOnlyList<Choice> Dangers => [new("", Words["NoMatter"]), new("yes", Words["Danger.Yes"]), new("no", Words["Danger.No"])];

    /// <summary>When it counts.</summary>
    public IReadOnlyList<Choice> Times => [.. Enum.GetValues<RuleTime>().Select(time => new Choice(time.ToString(), Words["Time." + time]))];

    /// <summary>Teams that can watch.</summary>
    public IReadOnlyList<Choice> Teams => [.. rule.Targets.Where(target => target.Value.StartsWith("team:", StringComparison.Ordinal)).Select(target => target with { Group = null })];

    private bool HttpMethodIsPost => Microsoft.AspNetCore.Http.HttpMethods.IsPost(Request.Method);

    private bool IsNew => Id == "nieuw";

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await Load(cancel);
        if (!IsNew && Stands is null) return NotFound();
        if (Stands is { } stands) Form = RuleForm.Of(stands);
        else (Form.Time, Form.Danger, Form.Active) = (nameof(RuleTime.Always), "", true);
        return Page();
    }

    /// <summary>Saves the rule.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var details = Form.Read();
        if (!details.Succeeded) return await Refuse(details.Failure);
        RoutingRuleId? id = Guid.TryParse(Id, out var known) ? new RoutingRuleId(known) : null;
        if (id is null && !IsNew) return NotFound();
        return await Answer(save.Handle(new SaveRoutingRule.Request(RequestKey, id, Form.Seen, details.Value, Form.Active, Actor), cancel), _ =>
        {
            TempData["Notice"] = "Saved";
            return LocalRedirect("~/beheer/routering");
        });
    }

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        await rule.Load(cancel);
        Stands = (await rules.All(Actor, cancel)).FirstOrDefault(one => one.Id.Value.ToString() == Id);
    }
}
