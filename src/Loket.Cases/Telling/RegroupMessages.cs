using Loket.Messages;
using Loket.Storage;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Telling;

/// <summary>When a case becomes sensitive, or is so no longer, what was told about it follows.</summary>
public sealed class RegroupMessages(Outbox outbox) : ISubscription<CaseClassified>
{
    /// <inheritdoc />
    public async Task Handle(CaseClassified happened, Written entry, Work work, CancellationToken cancel)
    {
        var group = await work.Db.Cases.Where(one => one.Id == happened.Case).Select(one => one.SensitiveGroup).SingleAsync(cancel);
        await outbox.Regroup(work, happened.Case.Value, group, cancel);
    }
}
