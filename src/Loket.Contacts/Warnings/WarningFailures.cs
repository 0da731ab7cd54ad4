using Loket.Kernel;

namespace Loket.Contacts;

/// <summary>Expected failures of warnings on people.</summary>
public static class WarningFailures
{
    /// <summary>Of what is warned was not said.</summary>
    public static Failure KindMissing { get; } = new("warning.kind-missing", Field: "Kind");

    /// <summary>On what it rests was not said, or in less than a few words.</summary>
    public static Failure GroundMissing { get; } = new("warning.ground-missing", Field: "Ground");

    /// <summary>Its last day is missing, past, or too far ahead; argument: the most years.</summary>
    public static Failure UntilMissing { get; } = new("warning.until-missing", FailureKind.Invalid, "Until", PlaceWarning.MostYears);

    /// <summary>Such a warning stands on this person already.</summary>
    public static Failure Stands { get; } = new("warning.stands", FailureKind.Conflict);

    /// <summary>It ended already.</summary>
    public static Failure Ended { get; } = new("warning.ended", FailureKind.Conflict);
}
