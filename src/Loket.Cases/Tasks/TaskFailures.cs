using Loket.Kernel;

namespace Loket.Cases.Tasks;

/// <summary>Expected failures of tasks.</summary>
public static class TaskFailures
{
    /// <summary>The case has no such task.</summary>
    public static Failure NotFound { get; } = new("case.task-not-found", FailureKind.Conflict);

    /// <summary>It was done or skipped already.</summary>
    public static Failure Ended { get; } = new("case.task-ended", FailureKind.Conflict);

    /// <summary>It is done by answering yes or no.</summary>
    public static Failure AnswerMissing { get; } = new("case.task-answer-missing");

    /// <summary>Tasks that come before the end are open still; argument: how many.</summary>
    public static Failure StillOpen { get; } = new("case.tasks-open", FailureKind.Conflict);

    /// <summary>Who does it was not chosen.</summary>
    public static Failure OwnerMissing { get; } = new("case.task-owner-missing", Field: "Owner");

    /// <summary>It comes after a task that does not stand before it, or by an answer to one that asks nothing.</summary>
    public static Failure NotBefore { get; } = new("case.task-not-before", Field: "After");

    /// <summary>It is for one result, and no result waits for it.</summary>
    public static Failure NotBeforeClosing { get; } = new("case.task-not-before-closing", Field: "ForResult");

    /// <summary>The result for which it is, is none of the type's; argument: the name of the task.</summary>
    public static Failure ResultGone { get; } = new("case.task-result-gone");

    /// <summary>The subject for which alone it is, is not in use; argument: the name of the task.</summary>
    public static Failure CategoryGone { get; } = new("case.task-category-gone");

    /// <summary>The team or partner that does it is no longer there; argument: the name of the task.</summary>
    public static Failure OwnerGone { get; } = new("case.task-owner-gone");

    /// <summary>The status at which it is to be done is none of the type's; argument: the name of the task.</summary>
    public static Failure StatusGone { get; } = new("case.task-status-gone");
}
