using Loket.Kernel;

namespace Loket.Cases.Together;

/// <summary>Expected failures of merging cases.</summary>
public static class MergeFailures
{
    /// <summary>There is no such case for this reader.</summary>
    public static Failure Unknown { get; } = new("merge.unknown", Field: "Reference");

    /// <summary>It is the same case.</summary>
    public static Failure Itself { get; } = new("merge.itself", Field: "Reference");

    /// <summary>The case that is to go on has ended.</summary>
    public static Failure OtherClosed { get; } = new("merge.other-closed", FailureKind.Conflict, "Reference");

    /// <summary>Others may know of the one than of the other.</summary>
    public static Failure OtherGroup { get; } = new("merge.other-group", FailureKind.Conflict, "Reference");

    /// <summary>The case that is to go on may take longer than was promised about this one.</summary>
    public static Failure OtherLater { get; } = new("merge.other-later", FailureKind.Conflict, "Reference");

    /// <summary>A formal paper has a case and a term of its own, and so has what may be one.</summary>
    public static Failure Paper { get; } = new("merge.paper", FailureKind.Conflict, "Reference");

    /// <summary>Others went on as part of it already; it is the one that goes on.</summary>
    public static Failure HasParts { get; } = new("merge.has-parts", FailureKind.Conflict, "Reference");

    /// <summary>It is with a partner that has not the other.</summary>
    public static Failure WithPartner { get; } = new("merge.with-partner", FailureKind.Conflict, "Reference");

    /// <summary>It is no part of this case, or no longer.</summary>
    public static Failure NotMerged { get; } = new("merge.not-merged", FailureKind.Conflict);

    /// <summary>It went on as part of another; whatever is done, is done there.</summary>
    public static Failure GoesOnElsewhere { get; } = new("merge.goes-on-elsewhere", FailureKind.Conflict);
}
