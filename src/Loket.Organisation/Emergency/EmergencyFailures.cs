using Loket.Kernel;

namespace Loket.Organisation.Emergency;

/// <summary>Expected failures of opening in an emergency, and of judging it.</summary>
public static class EmergencyFailures
{
    /// <summary>The reason has fewer than {0} characters, so nobody can judge it afterwards.</summary>
    public static Failure ReasonTooShort { get; } = new("emergency.reason-too-short", Field: "Reason");

    /// <summary>There is nothing with this reference; a wrong one and one that nobody has are the same.</summary>
    public static Failure UnknownReference { get; } = new("emergency.unknown-reference", Field: "Reference");

    /// <summary>This person opened {0} things in an emergency today, which is the most.</summary>
    public static Failure TooManyToday { get; } = new("emergency.too-many-today");

    /// <summary>Nobody judges what they opened themselves.</summary>
    public static Failure OwnReview { get; } = new("emergency.own-review", FailureKind.Conflict);

    /// <summary>Somebody judged it already.</summary>
    public static Failure ReviewedAlready { get; } = new("emergency.reviewed-already", FailureKind.Conflict);

    /// <summary>Whoever says that it was not justified says why.</summary>
    public static Failure RemarkMissing { get; } = new("emergency.remark-missing", Field: "Remark");
}
