using Loket.Kernel;

namespace Loket.Cases.Handovers;

/// <summary>Expected failures of handing over.</summary>
public static class HandoverFailures
{
    /// <summary>It does not exist, or is not this partner's.</summary>
    public static Failure NotFound { get; } = new("handover.not-found", FailureKind.NotFound);

    /// <summary>It was answered already.</summary>
    public static Failure NotOffered { get; } = new("handover.not-offered", FailureKind.Conflict);

    /// <summary>It has ended.</summary>
    public static Failure Ended { get; } = new("handover.ended", FailureKind.Conflict);

    /// <summary>A colleague answered since the page was opened; both are shown.</summary>
    public static Failure SomebodyWasFirst { get; } = new("handover.somebody-was-first", FailureKind.Conflict);

    /// <summary>Progress needs something to report.</summary>
    public static Failure NothingToReport { get; } = new("handover.nothing-to-report", Field: "Text");

    /// <summary>The case is with a partner already.</summary>
    public static Failure AlreadyWithPartner { get; } = new("handover.already-with-partner", FailureKind.Conflict);

    /// <summary>Nothing is handed over to this partner any more.</summary>
    public static Failure PartnerClosed { get; } = new("handover.partner-closed", FailureKind.Conflict, Field: "Partner");

    /// <summary>A refusal or taking back needs a reason.</summary>
    public static Failure ReasonMissing { get; } = new("handover.reason-missing", Field: "Reason");

    /// <summary>Done needs a report.</summary>
    public static Failure ReportMissing { get; } = new("handover.report-missing", Field: "Report");

    /// <summary>Handing over needs a question.</summary>
    public static Failure QuestionMissing { get; } = new("handover.question-missing", Field: "Question");

    /// <summary>No file was chosen to go along.</summary>
    public static Failure FilesMissing { get; } = new("handover.files-missing", Field: "Files");

    /// <summary>A file does not belong to this case, or is not for the one who chose it.</summary>
    public static Failure FileNotHere { get; } = new("handover.file-not-here", Field: "Files");

    /// <summary>Of a sensitive case no files go along.</summary>
    public static Failure FilesOfSensitive { get; } = new("handover.files-of-sensitive");

    /// <summary>Too many files with one reply; argument: the most.</summary>
    public static Failure TooManyFiles { get; } = new("handover.too-many-files", Field: "Files");

    /// <summary>A planned date lies in the past.</summary>
    public static Failure PlannedInThePast { get; } = new("handover.planned-in-the-past", Field: "PlannedOn");
}
