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
}
