using Loket.Kernel;

namespace Loket.Cases.Callbacks;

/// <summary>Expected failures of callback requests.</summary>
public static class CallbackFailures
{
    /// <summary>It does not exist, or the reader may not know that it does.</summary>
    public static Failure NotFound { get; } = new("callback.not-found", FailureKind.NotFound);

    /// <summary>It has ended.</summary>
    public static Failure Ended { get; } = new("callback.ended", FailureKind.Conflict);

    /// <summary>None was chosen.</summary>
    public static Failure NothingChosen { get; } = new("callback.nothing-chosen");

    /// <summary>Without a number nobody can be called.</summary>
    public static Failure PhoneMissing { get; } = new("callback.phone-missing", Field: "Phone");

    /// <summary>When they are called was not chosen.</summary>
    public static Failure WindowMissing { get; } = new("callback.window-missing", Field: "Window");

    /// <summary>That stretch of time is over, or almost.</summary>
    public static Failure WindowPast { get; } = new("callback.window-past", Field: "Window");

    /// <summary>We do not call at that time.</summary>
    public static Failure OutsidePhoneHours { get; } = new("callback.outside-phone-hours", Field: "Window");

    /// <summary>Who calls was not chosen, or is not there any more.</summary>
    public static Failure OwnerMissing { get; } = new("callback.owner-missing", Field: "Owner");

    /// <summary>The people of this team may not know of it.</summary>
    public static Failure TeamMayNotKnow { get; } = new("callback.team-may-not-know", FailureKind.Invalid, "Owner");

    /// <summary>This person may not open it: they see no residents, or may not know of what is a group's secret.</summary>
    public static Failure PersonMayNotCall { get; } = new("callback.person-may-not-call", FailureKind.Invalid, "Owner");

    /// <summary>What it is about was not said.</summary>
    public static Failure AboutMissing { get; } = new("callback.about-missing", Field: "About");

    /// <summary>What was said, or why it ends, was not filled in.</summary>
    public static Failure ReportMissing { get; } = new("callback.report-missing", Field: "Report");

    /// <summary>How the call went, or how it ended, was not chosen.</summary>
    public static Failure ResultMissing { get; } = new("callback.result-missing", Field: "Result");

    /// <summary>Nobody may be given up before they were called often enough; argument: how often.</summary>
    public static Failure TooFewAttempts { get; } = new("callback.too-few-attempts", FailureKind.Invalid, "Result", CallbackRequest.FewestAttempts);

    /// <summary>The contact has no ending yet: whoever took it says first what it is.</summary>
    public static Failure MatterOpen { get; } = new("callback.matter-open", FailureKind.Conflict);

    /// <summary>Somebody called back about this contact already, or will; argument: its reference.</summary>
    public static Failure AlreadyMade { get; } = new("callback.already-made", FailureKind.Conflict);
}
