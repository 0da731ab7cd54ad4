using Loket.Organisation;
using Loket.Storage.Journal;

namespace Loket.Cases.Views;

/// <summary>A view of a work list was saved, or replaced by another of the same name.</summary>
[JournalEvent("view.saved", Audience.Staff)]
public sealed record ViewSaved(SavedViewId View, TeamId? Team) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [View.Value];
}

/// <summary>A view of a work list was removed.</summary>
[JournalEvent("view.removed", Audience.Staff)]
public sealed record ViewRemoved(SavedViewId View, TeamId? Team) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [View.Value];
}
