using Loket.Kernel;

namespace Loket.Cases.OnFile;

/// <summary>Expected failures of requests to see what is kept.</summary>
public static class AccessFailures
{
    /// <summary>There is nobody behind this reference for whoever asks.</summary>
    public static Failure UnknownReference { get; } = new("access.unknown-reference", Field: "Reference");

    /// <summary>Several people stand on the case: whose data are meant is said by their own reference.</summary>
    public static Failure SeveralPeople { get; } = new("access.several-people", Field: "Reference");

    /// <summary>It was put forward already that this person is erased; a second person decides.</summary>
    public static Failure ProposedAlready { get; } = new("access.proposed-already", FailureKind.Conflict);

    /// <summary>Nobody puts this forward, or it was decided on meanwhile.</summary>
    public static Failure NoProposal { get; } = new("access.no-proposal", FailureKind.Conflict);

    /// <summary>Whoever put an erasure forward does not approve it: two people look at it.</summary>
    public static Failure SecondPerson { get; } = new("access.second-person", FailureKind.Conflict);

    /// <summary>Nothing can be erased yet: what they asked is not done.</summary>
    public static Failure StillOpen { get; } = new("access.still-open", FailureKind.Conflict);

    /// <summary>Nothing can be erased: the Archiefwet keeps their cases until a day; argument: the day.</summary>
    public static Failure KeptUntil { get; } = new("access.kept-until", FailureKind.Conflict);

    /// <summary>Nothing can be erased here: their cases need not be kept any longer, and go by a list of what is destroyed.</summary>
    public static Failure ToBeDestroyed { get; } = new("access.to-be-destroyed", FailureKind.Conflict);

    /// <summary>Nothing can be erased: a case of theirs goes to the archive.</summary>
    public static Failure KeptForEver { get; } = new("access.kept-for-ever", FailureKind.Conflict);
}
