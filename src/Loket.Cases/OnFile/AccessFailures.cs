using Loket.Kernel;

namespace Loket.Cases.OnFile;

/// <summary>Expected failures of requests to see what is kept.</summary>
public static class AccessFailures
{
    /// <summary>There is nobody behind this reference for whoever asks.</summary>
    public static Failure UnknownReference { get; } = new("access.unknown-reference", Field: "Reference");

    /// <summary>Several people stand on the case: whose data are meant is said by their own reference.</summary>
    public static Failure SeveralPeople { get; } = new("access.several-people", Field: "Reference");
}
