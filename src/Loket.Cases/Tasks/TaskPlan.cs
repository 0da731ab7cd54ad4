using Loket.Cases.Types;

namespace Loket.Cases.Tasks;

/// <summary>A task that a case has already.</summary>
/// <param name="Key">Key of what it is.</param>
/// <param name="IsDone">Whether it was done; what was skipped was not.</param>
/// <param name="Answer">The answer, where it asked for one.</param>
public sealed record MadeTask(string Key, bool IsDone, bool? Answer);

/// <summary>Which tasks a case gets now. Pure.</summary>
public static class TaskPlan
{
    /// <summary>Those whose status is reached and whose conditions hold; each comes once.</summary>
    /// <param name="all">The tasks of its kind, in order.</param>
    /// <param name="status">Key of the status that the case has; null for none of its kind.</param>
    /// <param name="category">Key of its subject.</param>
    /// <param name="made">Those that it has.</param>
    public static IReadOnlyList<TaskType> ToMake(IReadOnlyList<TaskType> all, string? status, string? category, IReadOnlyCollection<MadeTask> made) =>
    [
        .. all.Where(task => made.All(one => one.Key != task.Key)
            && (task.Status is null || task.Status == status)
            && (task.Category is null || task.Category == category)
            && (task.After is null || made.Any(one => one.Key == task.After && one.IsDone && (task.AfterAnswer is null || one.Answer == task.AfterAnswer)))),
    ];
}
