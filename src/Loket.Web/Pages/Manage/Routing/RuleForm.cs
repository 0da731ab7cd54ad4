using Loket.Cases;
using Loket.Cases.Routing;
using Loket.Cases.Types;
using Loket.Kernel;
using Loket.Organisation;

namespace Loket.Web.Pages.Manage.Routing;

/// <summary>A rule as it is filled in; what is empty does not matter.</summary>
public sealed class RuleForm
{
    /// <summary>A subject, main group or type of case, with its kind before it: <c>category:street-light</c>.</summary>
    public string? Category { get; set; }

    /// <summary>Key of the area.</summary>
    public string? Area { get; set; }

    /// <summary>Key of the owner of the object.</summary>
    public string? AssetOwner { get; set; }

    /// <summary><c>yes</c>, <c>no</c> or nothing.</summary>
    public string? Danger { get; set; }

    /// <summary>Name of a <see cref="RuleTime"/>.</summary>
    public string? Time { get; set; }

    /// <summary>Where it goes, with its kind before it: <c>team:</c>, <c>staff:</c> or <c>partner:</c> and the id.</summary>
    public string? Target { get; set; }

    /// <summary>The team that watches while a partner or person acts.</summary>
    public string? Team { get; set; }

    /// <summary>What a partner is asked.</summary>
    public string? Question { get; set; }

    /// <summary>Whether it counts.</summary>
    public bool Active { get; set; }

    /// <summary>The version that the person had before them.</summary>
    public int Seen { get; set; }

    /// <summary>A rule, filled in.</summary>
    public static RuleForm Of(RuleView rule)
    {
        var (team, staff, partner) = rule.Target;
        return new RuleForm
        {
            Category = rule.Category is { } category ? "category:" + category : rule.Group is { } group ? "group:" + group : rule.CaseType is { } type ? "type:" + type : null,
            Area = rule.Area,
            AssetOwner = rule.AssetOwner,
            Danger = rule.Danger switch { true => "yes", false => "no", _ => "" },
            Time = rule.Time.ToString(),
            Target = partner is { } outside ? "partner:" + outside.Value : staff is { } person ? "staff:" + person.Value : team is { } ours ? "team:" + ours.Value : null,
            Team = (partner is not null || staff is not null) && team is { } watches ? "team:" + watches.Value : null,
            Question = rule.Question,
            Active = rule.Active,
            Seen = rule.Version,
        };
    }

    /// <summary>The rule that is meant.</summary>
    public Result<RuleDetails> Read()
    {
        if (!Enum.TryParse<RuleTime>(Time ?? nameof(RuleTime.Always), out var time)) return OrganisationFailures.Required.At(nameof(Time));
        if (Behind("team:", Target) is null && Behind("staff:", Target) is null && Behind("partner:", Target) is null) return RoutingFailures.TargetMissing;
        var target = new Target(
            (Id("team:", Target) ?? Id("team:", Team)) is { } team ? new TeamId(team) : null,
            Id("staff:", Target) is { } staff ? new StaffId(staff) : null,
            Id("partner:", Target) is { } partner ? new PartnerId(partner) : null);
        return new RuleDetails(
            target, Behind("category:", Category), Behind("group:", Category), Some(Area), Some(AssetOwner),
            Danger switch { "yes" => true, "no" => false, _ => null }, time, Some(Question?.Trim()), Behind("type:", Category));
    }

    internal static string? Some(string? text) => string.IsNullOrEmpty(text) ? null : text;

    internal static string? Behind(string kind, string? text) => text is not null && text.StartsWith(kind, StringComparison.Ordinal) ? text[kind.Length..] : null;

    private static Guid? Id(string kind, string? text) => Guid.TryParse(Behind(kind, text), out var id) ? id : null;
}
