using Loket.Cases.Types;
using Loket.Storage.Journal;

namespace Loket.Cases.Routing;

/// <summary>A routing rule was made, changed, or switched off or on.</summary>
[JournalEvent("routing.rule-saved", Audience.Staff)]
public sealed record RoutingRuleSaved(RoutingRuleId Rule, bool Made, bool Active, RuleDetails Details) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Rule.Value];
}

/// <summary>A routing rule is tried earlier or later.</summary>
[JournalEvent("routing.rule-moved", Audience.Staff)]
public sealed record RoutingRuleMoved(RoutingRuleId Rule, bool Up, int Place) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Rule.Value];
}
