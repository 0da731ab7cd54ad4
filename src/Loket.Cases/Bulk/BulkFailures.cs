using Loket.Kernel;

namespace Loket.Cases.Bulk;

/// <summary>Expected failures of what is done to several cases at once.</summary>
public static class BulkFailures
{
    /// <summary>No case was chosen.</summary>
    public static Failure NothingChosen { get; } = new("bulk.nothing-chosen");

    /// <summary>More than anybody can oversee; argument: the most that can be done at once.</summary>
    public static Failure TooMany { get; } = new("bulk.too-many");

    /// <summary>Who gets them was not chosen, or can't get them.</summary>
    public static Failure NobodyChosen { get; } = new("bulk.nobody-chosen", Field: "To");

    /// <summary>The team was not chosen, or is not one that the person leads.</summary>
    public static Failure NoTeam { get; } = new("bulk.no-team", Field: "Team");

    /// <summary>Where there is danger, each case is dealt with by itself.</summary>
    public static Failure Danger { get; } = new("bulk.danger", FailureKind.Conflict);

    /// <summary>It is not this team's, nor waits to be placed.</summary>
    public static Failure OtherTeam { get; } = new("bulk.other-team", FailureKind.Conflict);

    /// <summary>It is not the person's own, nor of a team of theirs.</summary>
    public static Failure NotTheirs { get; } = new("bulk.not-theirs", FailureKind.Conflict);

    /// <summary>Nobody of the team is there who may know of it.</summary>
    public static Failure NobodyThere { get; } = new("bulk.nobody-there", FailureKind.Conflict);

    /// <summary>Nobody has it, so nobody can give it back.</summary>
    public static Failure NobodyHasIt { get; } = new("bulk.nobody-has-it", FailureKind.Conflict);

    /// <summary>It waits to be placed; somebody does that first.</summary>
    public static Failure ToBePlaced { get; } = new("bulk.to-be-placed", FailureKind.Conflict);

    /// <summary>It does not sleep.</summary>
    public static Failure Awake { get; } = new("bulk.awake", FailureKind.Conflict);

    /// <summary>It can't be undone any more; argument: for how many minutes it can be.</summary>
    public static Failure TooLate { get; } = new("bulk.too-late", FailureKind.Conflict);

    /// <summary>It was undone already.</summary>
    public static Failure Undone { get; } = new("bulk.undone", FailureKind.Conflict);

    /// <summary>There is no such act, or somebody else did it.</summary>
    public static Failure NotFound { get; } = new("bulk.not-found", FailureKind.NotFound);
}
