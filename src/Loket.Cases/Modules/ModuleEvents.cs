using Loket.Organisation;
using Loket.Storage.Journal;

namespace Loket.Cases.Modules;

/// <summary>A text module was made or changed.</summary>
[JournalEvent("module.saved", Audience.Staff)]
public sealed record ModuleSaved(TextModuleId Module, TeamId? Team) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Module.Value];
}

/// <summary>A text module was removed.</summary>
[JournalEvent("module.removed", Audience.Staff)]
public sealed record ModuleRemoved(TextModuleId Module, TeamId? Team) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Module.Value];
}
