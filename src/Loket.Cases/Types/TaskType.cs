using Loket.Kernel.Calendars;

namespace Loket.Cases.Types;

/// <summary>Who does a task.</summary>
public enum TaskOwner
{
    /// <summary>Whoever has the case.</summary>
    Handler,

    /// <summary>A team.</summary>
    Team,

    /// <summary>A partner; a colleague says when it is done.</summary>
    Partner,

    /// <summary>A colleague with a role, of the team that has the case.</summary>
    Role,
}

/// <summary>Something that has to be done in cases of a kind.</summary>
/// <param name="Key">Stable name.</param>
/// <param name="Nl">What, in Dutch.</param>
/// <param name="En">What, in English.</param>
/// <param name="Owner">Who does it.</param>
/// <param name="OwnerKey">Key of the team or partner, or name of the role.</param>
/// <param name="Norm">How long it may take.</param>
/// <param name="Status">Key of the status at which it is to be done; null for from the beginning.</param>
/// <param name="Category">Key of the subject for which alone it is; null for all.</param>
/// <param name="After">Key of the earlier task after which it comes; null for none.</param>
/// <param name="AfterAnswer">The answer to that task with which alone it comes; null for any.</param>
/// <param name="IsQuestion">Whether it is done by answering yes or no.</param>
/// <param name="BeforeClosing">Whether the case can't be closed before it is done or skipped.</param>
/// <param name="ForResult">Key of the result with which alone the closing waits for it; null for all.</param>
public sealed record TaskType(
    string Key, string Nl, string En, TaskOwner Owner, string? OwnerKey, Norm Norm, string? Status = null, string? Category = null, string? After = null, bool? AfterAnswer = null,
    bool IsQuestion = false, bool BeforeClosing = false, string? ForResult = null);
