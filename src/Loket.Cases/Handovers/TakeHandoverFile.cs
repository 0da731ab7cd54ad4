using Loket.Documents;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Handovers;

/// <summary>A program hands in a file, to send along with what the partner replies (row B5). Until then it belongs to nothing.</summary>
public sealed class TakeHandoverFile(UnitOfWork unit, ReceiveFile receive)
{
    /// <summary>Takes it in, as every file that comes in.</summary>
    public async Task<Result<ReceivedFile>> Handle(HandoverId id, Stream content, string? name, Actor by, CancellationToken cancel)
    {
        var refused = await unit.Read<Failure?>(async db =>
        {
            var handover = await db.Handovers.FirstOrDefaultAsync(one => one.Id == id, cancel);
            if (handover is null || !await ReplyToHandover.MayReply(db, handover, by, cancel)) return HandoverFailures.NotFound;
            return handover.IsLive ? null : HandoverFailures.Ended;
        });
        return refused is null ? await receive.Handle(content, name, cancel) : refused;
    }
}
