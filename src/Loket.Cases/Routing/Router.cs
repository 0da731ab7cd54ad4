using System.Collections.Immutable;
using Loket.Cases.Types;
using Loket.Organisation;

namespace Loket.Cases.Routing;

/// <summary>Where a case goes: a team, a person or a partner.</summary>
public sealed record Target(TeamId? Team, StaffId? Staff, PartnerId? Partner);

/// <summary>A rule as plain data.</summary>
public sealed record RuleView(
    RoutingRuleId Id, int Ordinal, string? Category, string? CaseType, string? Group, string? Area, string? AssetOwner, bool? Danger, RuleTime Time,
    Target Target, string? Question, bool Active)
{
    /// <summary>For a change that must not overwrite another's.</summary>
    public int Version { get; init; }

    /// <summary>What can be filled in of it.</summary>
    public RuleDetails Details => new(Target, Category, Group, Area, AssetOwner, Danger, Time, Question, CaseType);
}

/// <summary>What routing looks at.</summary>
/// <param name="Category">The subject, when it is known.</param>
/// <param name="CaseType">Key of the type of case.</param>
/// <param name="Group">Its main group.</param>
/// <param name="Areas">The area with all that hold it, smallest first.</param>
/// <param name="AssetOwner">Who owns the object; null without an object.</param>
/// <param name="Danger">Whether it cannot wait.</param>
/// <param name="InWorkingTime">Whether it is working time now.</param>
/// <param name="Excluded">The partners that refused it.</param>
public sealed record RoutingSubject(
    string? Category, string? CaseType, string? Group, ImmutableArray<string> Areas, string? AssetOwner, bool Danger, bool InWorkingTime, ImmutableArray<PartnerId> Excluded)
{
    /// <summary>The owner of an object that is the municipality's own.</summary>
    public const string Municipality = "municipality";
}

/// <summary>Why a rule did not fit, or that it did.</summary>
public enum RuleVerdict
{
    /// <summary>It fits.</summary>
    Fits,

    /// <summary>It is for another subject.</summary>
    OtherCategory,

    /// <summary>It is for another area.</summary>
    OtherArea,

    /// <summary>It is for objects of another owner.</summary>
    OtherOwner,

    /// <summary>It is for danger, or for no danger.</summary>
    OtherDanger,

    /// <summary>It is for another time.</summary>
    OtherTime,

    /// <summary>Its partner refused this case.</summary>
    PartnerRefused,
}

/// <summary>One rule that was tried.</summary>
public sealed record RuleTried(RuleView Rule, RuleVerdict Verdict);

/// <summary>The decision with how it came about.</summary>
/// <param name="Rule">The rule that fits; null when none does: triage.</param>
/// <param name="Tried">All rules tried, in order, with the reason.</param>
public sealed record Route(RuleView? Rule, ImmutableArray<RuleTried> Tried);

/// <summary>Finds who must act (row B2): the first rule that fits wins; none fits → triage, never nowhere.</summary>
public static class Router
{
    /// <summary>How many refusals by partners bring a case to triage.</summary>
    public const int RefusalsBeforeTriage = 2;

    /// <summary>Tries the active rules in their order.</summary>
    public static Route Find(RoutingSubject subject, IEnumerable<RuleView> rules)
    {
        var tried = ImmutableArray.CreateBuilder<RuleTried>();
        if (subject.Excluded.Length < RefusalsBeforeTriage)
        {
            foreach (var rule in rules.Where(rule => rule.Active).OrderBy(rule => rule.Ordinal))
            {
                var verdict = Judge(subject, rule);
                tried.Add(new RuleTried(rule, verdict));
                if (verdict == RuleVerdict.Fits) return new Route(rule, tried.ToImmutable());
            }
        }

        return new Route(null, tried.ToImmutable());
    }

    private static RuleVerdict Judge(RoutingSubject subject, RuleView rule)
    {
        if (rule.Category is { } category && category != subject.Category) return RuleVerdict.OtherCategory;
        if (rule.CaseType is { } type && type != subject.CaseType) return RuleVerdict.OtherCategory;
        if (rule.Group is { } group && group != subject.Group) return RuleVerdict.OtherCategory;
        if (rule.Area is { } area && !subject.Areas.Contains(area)) return RuleVerdict.OtherArea;
        if (rule.AssetOwner is { } owner && owner != subject.AssetOwner) return RuleVerdict.OtherOwner;
        if (rule.Danger is { } danger && danger != subject.Danger) return RuleVerdict.OtherDanger;
        if (rule.Time != RuleTime.Always && (rule.Time == RuleTime.WorkingTime) != subject.InWorkingTime) return RuleVerdict.OtherTime;
        return rule.Target.Partner is { } partner && subject.Excluded.Contains(partner) ? RuleVerdict.PartnerRefused : RuleVerdict.Fits;
    }
}
