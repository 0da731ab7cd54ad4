using Loket.Kernel;

namespace Loket.Cases.Views;

/// <summary>Expected failures of saved views.</summary>
public static class ViewFailures
{
    /// <summary>A view needs a name.</summary>
    public static Failure NameMissing { get; } = new("view.name-missing", Field: "Name");

    /// <summary>There are so many already; argument: how many.</summary>
    public static Failure TooMany { get; } = new("view.too-many", FailureKind.Conflict, "Name");

    /// <summary>Only who leads a team makes views for it.</summary>
    public static Failure NotYourTeam { get; } = new("view.not-your-team", Field: "Team");

    /// <summary>There is no such view, or it is another's.</summary>
    public static Failure NotFound { get; } = new("view.not-found", FailureKind.NotFound);
}
