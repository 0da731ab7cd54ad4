using Loket.Kernel;

namespace Loket.Intake.Follow;

/// <summary>Expected failures of following. None tells whether a reference exists.</summary>
public static class FollowFailures
{
    /// <summary>Too many tries; a minute to wait.</summary>
    public static Failure WaitMinute { get; } = new("follow.wait-minute");

    /// <summary>Too many tries; argument: the minutes to wait.</summary>
    public static Failure Wait { get; } = new("follow.wait");

    /// <summary>Reference and code do not belong together, or the code is too old, or there is no such reference.</summary>
    public static Failure Wrong { get; } = new("follow.wrong", Field: "Code");

    /// <summary>The reference was typed wrongly: the check symbol does not fit.</summary>
    public static Failure NoReference { get; } = new("follow.no-reference", Field: "Reference");

    /// <summary>The code is not six digits.</summary>
    public static Failure NoCode { get; } = new("follow.no-code", Field: "Code");

    /// <summary>The time of the ticket is up.</summary>
    public static Failure Ended { get; } = new("follow.ended", FailureKind.Conflict);

    /// <summary>No channel was chosen.</summary>
    public static Failure NoChannel { get; } = new("follow.no-channel", Field: "Channel");
}
