using Loket.Kernel;

namespace Loket.Cases.Routing;

/// <summary>Expected failures of routing rules.</summary>
public static class RoutingFailures
{
    /// <summary>There is no such rule.</summary>
    public static Failure NotFound { get; } = new("routing.not-found", FailureKind.NotFound);

    /// <summary>A rule sends to somebody.</summary>
    public static Failure TargetMissing { get; } = new("routing.target-missing", Field: "Target");

    /// <summary>There is no such team, person or partner, or it takes no cases any more.</summary>
    public static Failure UnknownTarget { get; } = new("routing.unknown-target", Field: "Target");

    /// <summary>What the rule is about is sensitive, and the team or person that it names may not know of it.</summary>
    public static Failure TargetMayNotKnow { get; } = new("routing.target-may-not-know", Field: "Target");

    /// <summary>There is no such main group.</summary>
    public static Failure UnknownGroup { get; } = new("routing.unknown-group", Field: "Category");

    /// <summary>There is no such area.</summary>
    public static Failure UnknownArea { get; } = new("routing.unknown-area", Field: "Area");

    /// <summary>There is no such owner of objects.</summary>
    public static Failure UnknownOwner { get; } = new("routing.unknown-owner", Field: "AssetOwner");

    /// <summary>It is the first or the last already.</summary>
    public static Failure CannotMove { get; } = new("routing.cannot-move", FailureKind.Conflict);
}
