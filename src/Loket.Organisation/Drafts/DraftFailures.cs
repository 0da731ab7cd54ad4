using Loket.Kernel;

namespace Loket.Organisation.Drafts;

/// <summary>Expected failures of drafts.</summary>
public static class DraftFailures
{
    /// <summary>The form was sent already; what was kept of it a moment later is no draft.</summary>
    public static Failure Sent { get; } = new("draft.sent", FailureKind.Conflict);

    /// <summary>A newer draft of the same stands, kept from another window.</summary>
    public static Failure NewerStands { get; } = new("draft.newer-stands", FailureKind.Conflict);

    /// <summary>There is more in it than is kept.</summary>
    public static Failure TooLarge { get; } = new("draft.too-large");
}
