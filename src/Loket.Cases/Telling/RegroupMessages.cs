using Loket.Messages;
using Loket.Storage;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Telling;

/// <summary>When a case becomes sensitive, or is so no longer, what was told about it follows.</summary>
public sealed class RegroupMessages(Outbox outbox) : ISubscription<CaseClassified>, ISubscription<CasePaperMarked>, ISubscription<CasePaperUnmarked>
{
    /// <inheritdoc />
    public Task Handle(CaseClassified happened, Written entry, Work work, CancellationToken cancel) => Regroup(happened.Case, work, cancel);

    /// <inheritdoc />
    public Task Handle(CasePaperMarked happened, Written entry, Work work, CancellationToken cancel) => Regroup(happened.Case, work, cancel);

    /// <inheritdoc />
    public Task Handle(CasePaperUnmarked happened, Written entry, Work work, CancellationToken cancel) => Regroup(happened.Case, work, cancel);

    private async Task Regroup(CaseId id, Work work, CancellationToken cancel)
    {
        var group = await work.Db.Cases.Where(one => one.Id == id).Select(one => one.SensitiveGroup).SingleAsync(cancel);
        // What was told about those that go on as part of it stands on its page too.
        foreach (var one in await work.Db.Cases.Where(one => one.Id == id || one.MergedInto == id).Select(one => one.Id).ToListAsync(cancel))
            await outbox.Regroup(work, one.Value, group, cancel);
    }
}
