using Loket.Kernel;

namespace Loket.Cases.Keeping;

/// <summary>Expected failures of keeping and destroying cases.</summary>
public static class KeepingFailures
{
    /// <summary>There is no such case for whoever asks.</summary>
    public static Failure UnknownCase { get; } = new("keeping.unknown-case", Field: "Reference");

    /// <summary>A case is held until a day after today; argument: within how many years.</summary>
    public static Failure HoldOutOfRange { get; } = new("keeping.hold-out-of-range", Field: "Until");

    /// <summary>Nobody holds this case.</summary>
    public static Failure NotHeld { get; } = new("keeping.not-held", FailureKind.Conflict);

    /// <summary>Nothing is to be destroyed by now, or it stands on a list already.</summary>
    public static Failure NothingDue { get; } = new("keeping.nothing-due", FailureKind.Conflict);

    /// <summary>There is no such list for whoever asks.</summary>
    public static Failure NoList { get; } = new("keeping.no-list", FailureKind.NotFound);

    /// <summary>The list is further than that by now.</summary>
    public static Failure ListWentOn { get; } = new("keeping.list-went-on", FailureKind.Conflict);

    /// <summary>Whoever put a list forward does not approve it: two people look at it.</summary>
    public static Failure SecondPerson { get; } = new("keeping.second-person", FailureKind.Conflict);

    /// <summary>On the list stand cases of which whoever asks may not know; somebody who may decides.</summary>
    public static Failure NotAllYours { get; } = new("keeping.not-all-yours", FailureKind.Conflict);

    /// <summary>Nothing is left on the list.</summary>
    public static Failure ListEmpty { get; } = new("keeping.list-empty", FailureKind.Conflict);

    /// <summary>The case is not on the list any more.</summary>
    public static Failure NotListed { get; } = new("keeping.not-listed", Field: "Reference");
}
