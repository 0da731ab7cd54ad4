using Loket.Organisation;

namespace Loket.Cases.Reading;

/// <summary>By when something must be done.</summary>
public enum DueWithin
{
    /// <summary>It is late.</summary>
    Late,

    /// <summary>Today, and not late yet.</summary>
    Today,

    /// <summary>Within seven days from now.</summary>
    Week,
}

/// <summary>In which order a list stands.</summary>
public enum WorklistSort
{
    /// <summary>By deadline; what residents keep asking about comes sooner.</summary>
    Deadline,

    /// <summary>What was made first.</summary>
    Oldest,

    /// <summary>What was made last.</summary>
    Newest,

    /// <summary>What a contact came in about last.</summary>
    LastContact,
}

/// <summary>What of a list is shown; what is null or false narrows nothing.</summary>
/// <param name="Category">Key of the subject.</param>
/// <param name="Area">Key of the area; what lies in it counts too.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Handler">Who works on it.</param>
/// <param name="Unassigned">Only what nobody works on.</param>
/// <param name="Due">By when it must be done.</param>
/// <param name="Danger">Only what cannot wait.</param>
public sealed record WorklistFilter(
    string? Category = null, string? Area = null, CaseStatus? Status = null, StaffId? Handler = null, bool Unassigned = false, DueWithin? Due = null, bool Danger = false)
{
    /// <summary>Shows all of it.</summary>
    public static WorklistFilter None { get; } = new();
}

/// <summary>Which list, narrowed how, in which order.</summary>
public sealed record WorklistQuery(WorklistKind Kind, WorklistFilter Filter, WorklistSort Sort = WorklistSort.Deadline)
{
    /// <summary>A whole list in its usual order.</summary>
    public static implicit operator WorklistQuery(WorklistKind kind) => new(kind, WorklistFilter.None);
}
