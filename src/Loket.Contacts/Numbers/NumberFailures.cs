using Loket.Kernel;

namespace Loket.Contacts.Numbers;

/// <summary>Expected failures of national numbers.</summary>
public static class NumberFailures
{
    /// <summary>A company has none.</summary>
    public static Failure NotAPerson { get; } = new("number.not-a-person", FailureKind.Conflict);

    /// <summary>No case of this person that runs needs it.</summary>
    public static Failure NotNeeded { get; } = new("number.not-needed", FailureKind.Conflict);

    /// <summary>No number is kept of this person, or no longer.</summary>
    public static Failure None { get; } = new("number.none", FailureKind.Conflict);

    /// <summary>The key under which it is kept is not there.</summary>
    public static Failure Unreadable { get; } = new("number.unreadable", FailureKind.Unavailable);

    /// <summary>Two who have different numbers are two people.</summary>
    public static Failure Differ { get; } = new("number.differ", FailureKind.Conflict);
}
