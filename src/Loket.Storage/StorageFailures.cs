using Loket.Kernel;

namespace Loket.Storage;

/// <summary>Expected failures of the unit of work.</summary>
public static class StorageFailures
{
    /// <summary>The same request key came with another question.</summary>
    public static Failure KeyReused { get; } = new("request.key-reused", FailureKind.Conflict);

    /// <summary>Somebody else changed it since it was opened.</summary>
    public static Failure ChangedMeanwhile { get; } = new("request.changed-meanwhile", FailureKind.Conflict);
}
