using Loket.Cases.Types;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Storage.Model;
using Loket.Storage.Standing;

namespace Loket.Cases.Routing;

/// <summary>When a rule applies.</summary>
public enum RuleTime
{
    /// <summary>Always.</summary>
    Always,

    /// <summary>In the municipality's working time.</summary>
    WorkingTime,

    /// <summary>Outside it.</summary>
    OutsideWorkingTime,
}

/// <summary>If the case is like this, it goes there; the first rule that fits wins. What is null does not matter.</summary>
internal sealed class RoutingRule : IVersioned, IStanding
{
    public required RoutingRuleId Id { get; init; }

    public int Version { get; private set; }

    /// <summary>Rules are tried from low to high.</summary>
    public int Ordinal { get; set; }

    public string? Category { get; set; }

    /// <summary>Key of a case type, for what has no subject, such as formal papers.</summary>
    public string? CaseType { get; set; }

    /// <summary>Main group.</summary>
    public string? Group { get; set; }

    /// <summary>The area or one that holds it.</summary>
    public string? Area { get; set; }

    /// <summary>Key of the partner that owns the object; <see cref="RoutingSubject.Municipality"/> for our own.</summary>
    public string? AssetOwner { get; set; }

    public bool? Danger { get; set; }

    public RuleTime Time { get; set; }

    public TeamId? Team { get; set; }

    public StaffId? Staff { get; set; }

    public PartnerId? Partner { get; set; }

    /// <summary>What the partner is asked, when it goes to one.</summary>
    [NotPersonal("a standing question of the municipality, for every case alike")]
    public string? Question { get; set; }

    public bool Active { get; set; } = true;

    internal RuleView View => new(Id, Ordinal, Category, CaseType, Group, Area, AssetOwner, Danger, Time, new Target(Team, Staff, Partner), Question, Active) { Version = Version };

    internal void Take(RuleDetails details, bool active)
    {
        (Category, CaseType, Group, Area, AssetOwner) = (details.Category, details.CaseType, details.Group, details.Area, details.AssetOwner);
        (Danger, Time, Question, Active) = (details.Danger, details.Time, details.Question, active);
        (Team, Staff, Partner) = details.Target;
    }
}
