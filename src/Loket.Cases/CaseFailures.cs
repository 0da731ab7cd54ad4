using Loket.Kernel;

namespace Loket.Cases;

/// <summary>Expected failures of cases.</summary>
public static class CaseFailures
{
    /// <summary>It does not exist, or the reader may not know that it does.</summary>
    public static Failure NotFound { get; } = new("case.not-found", FailureKind.NotFound);

    /// <summary>It ended longer ago than a repeat can reopen.</summary>
    public static Failure ClosedTooLongAgo { get; } = new("case.closed-too-long-ago", FailureKind.Conflict);

    /// <summary>It is closed.</summary>
    public static Failure Closed { get; } = new("case.closed", FailureKind.Conflict);

    /// <summary>It is not closed.</summary>
    public static Failure NotClosed { get; } = new("case.not-closed", FailureKind.Conflict);

    /// <summary>This contact is on this case already.</summary>
    public static Failure AlreadyJoined { get; } = new("case.already-joined", FailureKind.Conflict);

    /// <summary>The contact is not on this case.</summary>
    public static Failure NotJoined { get; } = new("case.not-joined", FailureKind.Conflict);

    /// <summary>The case has been worked on, so its making can't be undone any more.</summary>
    public static Failure WorkedOn { get; } = new("case.worked-on", FailureKind.Conflict);

    /// <summary>A formal paper has its own case and its own term.</summary>
    public static Failure FormalPaperIsNeverJoined { get; } = new("case.formal-paper-never-joined", FailureKind.Conflict);

    /// <summary>It may be a formal paper; somebody decides that first.</summary>
    public static Failure PaperUndecided { get; } = new("case.paper-undecided", FailureKind.Conflict);

    /// <summary>It is no formal paper, and nothing says that it may be one.</summary>
    public static Failure NoPaper { get; } = new("case.no-paper", FailureKind.Conflict);

    /// <summary>More than one contact is on the case; a formal paper has a case of its own.</summary>
    public static Failure PaperStandsAlone { get; } = new("case.paper-stands-alone", FailureKind.Conflict, "Paper");

    /// <summary>Which formal paper it is was not chosen.</summary>
    public static Failure PaperMissing { get; } = new("case.paper-missing", Field: "Paper");

    /// <summary>What is sensitive stands on no case that others see.</summary>
    public static Failure MoreConfidential { get; } = new("case.more-confidential", FailureKind.Conflict);

    /// <summary>There is no such category.</summary>
    public static Failure UnknownCategory { get; } = new("case.unknown-category", Field: "Category");

    /// <summary>A subject has more words of danger than anybody can oversee; argument: the most that it may have.</summary>
    public static Failure TooManyWords { get; } = new("case.too-many-words", Field: "DangerWords");

    /// <summary>The result is not one of this type's.</summary>
    public static Failure UnknownResult { get; } = new("case.unknown-result", Field: "Result");

    /// <summary>How long a case is kept after a result is no number of years, or too many.</summary>
    public static Failure NoYears { get; } = new("case.no-years");

    /// <summary>A kind of case needs at least one result.</summary>
    public static Failure ResultsMissing { get; } = new("case.results-missing", Field: "Results");

    /// <summary>A file is no JSON; argument: the line where it goes wrong.</summary>
    public static Failure FileUnreadable { get; } = new("case.file-unreadable");

    /// <summary>A file holds something else than a kind of case.</summary>
    public static Failure FileOther { get; } = new("case.file-other");

    /// <summary>Something in a file is missing, unknown or of another sort; its field is the place.</summary>
    public static Failure FileWrong { get; } = new("case.file-wrong");

    /// <summary>A draft that somebody worked on is not written over by a file; argument: its name.</summary>
    public static Failure DraftStands { get; } = new("case.draft-stands", FailureKind.Conflict);

    /// <summary>A text of its own stands in one language alone.</summary>
    public static Failure TextLanguageMissing { get; } = new("case.text-language-missing");

    /// <summary>The selection list has no such entry.</summary>
    public static Failure UnknownGround { get; } = new("case.unknown-ground", Field: "Ground");

    /// <summary>The selection list is kept, and a result has no ground from it; argument: its name.</summary>
    public static Failure GroundMissing { get; } = new("case.ground-missing");

    /// <summary>The selection list says something else of a result by now; arguments: its name and the number in the list.</summary>
    public static Failure GroundChanged { get; } = new("case.ground-changed");

    /// <summary>What was typed is no number of the selection list.</summary>
    public static Failure NoSelectionNumber { get; } = new("case.no-selection-number", Field: "Number");

    /// <summary>A draft of a kind of case lacks what it needs to go live; the page lists it.</summary>
    public static Failure TypeIncomplete { get; } = new("case.type-incomplete", FailureKind.Conflict);

    /// <summary>A draft of a kind of case is what is live already.</summary>
    public static Failure TypeUnchanged { get; } = new("case.type-unchanged", FailureKind.Conflict);

    /// <summary>A text for several people names one of them; argument: what it says.</summary>
    public static Failure NamesAnother { get; } = new("case.names-another", Field: "Text");

    /// <summary>The status is not one of this type's, or cannot be set as the case stands now.</summary>
    public static Failure UnknownStatus { get; } = new("case.unknown-status", Field: "Status");

    /// <summary>A status belongs to a stage, and being closed is none: how a case ended is its result.</summary>
    public static Failure StageMissing { get; } = new("case.stage-missing", Field: "Stage");

    /// <summary>Where something stands among others is said by a number.</summary>
    public static Failure NoPlace { get; } = new("case.no-place", Field: "Place");

    /// <summary>A status says nothing to residents in one of the languages; argument: its name.</summary>
    public static Failure StatusWordsMissing { get; } = new("case.status-words-missing");

    /// <summary>A reason is needed.</summary>
    public static Failure ReasonMissing { get; } = new("case.reason-missing", Field: "Reason");

    /// <summary>There is nothing in the text.</summary>
    public static Failure TextMissing { get; } = new("case.text-missing", Field: "Text");

    /// <summary>The clock stands still already.</summary>
    public static Failure AlreadySuspended { get; } = new("case.already-suspended", FailureKind.Conflict);

    /// <summary>The clock runs.</summary>
    public static Failure NotSuspended { get; } = new("case.not-suspended", FailureKind.Conflict);

    /// <summary>A clock stands still until a day after today, within a year.</summary>
    public static Failure UntilOutOfRange { get; } = new("case.until-out-of-range", Field: "Until");

    /// <summary>More time is counted in the calendar of the norm: working time, or the days of the law.</summary>
    public static Failure OtherCalendar { get; } = new("case.other-calendar", FailureKind.Conflict);

    /// <summary>The amount of more time is not between 1 and 365.</summary>
    public static Failure AmountOutOfRange { get; } = new("case.amount-out-of-range", Field: "Amount");

    /// <summary>There is no such team.</summary>
    public static Failure UnknownTeam { get; } = new("case.unknown-team", Field: "Team");

    /// <summary>The people of this team may not know of it.</summary>
    public static Failure TeamMayNotKnow { get; } = new("case.team-may-not-know", Field: "Team");

    /// <summary>This person is not in that team.</summary>
    public static Failure NotInTeam { get; } = new("case.not-in-team", Field: "Handler");

    /// <summary>The chosen colleague is bounded to other areas or kinds, and so can't see it.</summary>
    public static Failure OutsideBounds { get; } = new("case.outside-bounds", Field: "Handler");

    /// <summary>Nobody is being called about it, or somebody was first.</summary>
    public static Failure NotCalling { get; } = new("case.not-calling", FailureKind.Conflict);

    /// <summary>No danger was found in this case, or it was lifted already.</summary>
    public static Failure NoDanger { get; } = new("case.no-danger", FailureKind.Conflict);

    /// <summary>That there is danger is known already.</summary>
    public static Failure DangerKnown { get; } = new("case.danger-known", FailureKind.Conflict);

    /// <summary>A sensitive type needs the group that may know of its cases.</summary>
    public static Failure GroupMissing { get; } = new("case.group-missing", Field: "SensitiveGroup");

    /// <summary>Only of a sensitive type a group may know alone.</summary>
    public static Failure GroupForNothing { get; } = new("case.group-for-nothing", Field: "SensitiveGroup");

    /// <summary>The type is not set up.</summary>
    public static Failure UnknownType { get; } = new("case.unknown-type");

    /// <summary>There is no such area.</summary>
    public static Failure UnknownArea { get; } = new("case.unknown-area");

    /// <summary>There is no such portfolio.</summary>
    public static Failure UnknownPortfolio { get; } = new("case.unknown-portfolio");

    /// <summary>Something that a text module could not fill in stands open still; argument: what.</summary>
    public static Failure GapLeft { get; } = new("case.gap-left", Field: "Text");
}
