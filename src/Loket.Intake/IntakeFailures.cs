using Loket.Kernel;

namespace Loket.Intake;

/// <summary>Expected failures of intake.</summary>
public static class IntakeFailures
{
    /// <summary>To whom it is forwarded is missing.</summary>
    public static Failure BodyMissing { get; } = new("intake.body-missing", Field: "Body");

    /// <summary>The organisation to which it is forwarded is not one of ours, or has no address.</summary>
    public static Failure BodyUnknown { get; } = new("intake.body-unknown", Field: "Body");

    /// <summary>The words point to a formal paper and nobody said whether it is one; argument: its name.</summary>
    public static Failure PaperUndecided { get; } = new("intake.paper-undecided", Field: "Paper");

    /// <summary>No case was chosen to join, or the reader may not know of it.</summary>
    public static Failure CaseNotChosen { get; } = new("intake.case-not-chosen", Field: "Case");

    /// <summary>What is dangerous was to end without a case, so that nobody would be called.</summary>
    public static Failure DangerNeedsCase { get; } = new("intake.danger-needs-case", Field: "Danger");

    /// <summary>How the contact ends was not chosen.</summary>
    public static Failure EndingMissing { get; } = new("intake.ending-missing");

    /// <summary>There is no case with this reference, or the reader may not know of it, or it is the same one.</summary>
    public static Failure NoSuchCase { get; } = new("intake.no-such-case", Field: "Reference");

    /// <summary>What was filled in is no longer there.</summary>
    public static Failure DraftGone { get; } = new("intake.draft-gone", FailureKind.Conflict);

    /// <summary>A page has no answer yet.</summary>
    public static Failure DraftUnfinished { get; } = new("intake.draft-unfinished", FailureKind.Conflict);

    /// <summary>Too few questions were answered rightly; argument: how many must be.</summary>
    public static Failure TooFewAnswered { get; } = new("intake.too-few-answered", FailureKind.Invalid, "Answered", Follow.TellStatus.Fewest);

    /// <summary>With what they come was not chosen.</summary>
    public static Failure KindMissing { get; } = new("intake.kind-missing", Field: "Kind");

    /// <summary>There is no description.</summary>
    public static Failure DescriptionMissing { get; } = new("intake.description-missing", Field: "Text");

    /// <summary>The village is not one of ours.</summary>
    public static Failure UnknownVillage { get; } = new("intake.unknown-village", Field: "Village");

    /// <summary>Too many files; argument: the most.</summary>
    public static Failure TooManyFiles { get; } = new("intake.too-many-files", Field: "Files");

    /// <summary>How they want to be told was not chosen.</summary>
    public static Failure TellingMissing { get; } = new("intake.telling-missing", Field: "TellBy");

    /// <summary>A text message does not reach this number.</summary>
    public static Failure NoMobile { get; } = new("intake.no-mobile", Field: "Phone");

    /// <summary>A postal address has no street.</summary>
    public static Failure StreetMissing { get; } = new("intake.street-missing");

    /// <summary>A postal address has no town.</summary>
    public static Failure TownMissing { get; } = new("intake.town-missing");
}
