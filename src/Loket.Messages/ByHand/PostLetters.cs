using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Messages;

/// <summary>Letters that were printed went to the post.</summary>
public sealed class PostLetters(UnitOfWork unit)
{
    /// <summary>The letters.</summary>
    public sealed record Request(RequestKey Key, IReadOnlyList<MessageId> Letters, Actor By);

    /// <summary>Marks them; what was posted already, or is no letter, is passed over. Gives how many were marked.</summary>
    public Task<Result<int>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<int>(request.Key, request.Letters, async work =>
        {
            if (!request.By.May(Right.PrintLetters)) return MessageFailures.NotAllowed;
            var waiting = await work.Db.Messages.VisibleTo(request.By)
                .Where(message => request.Letters.Contains(message.Id) && message.State == MessageState.ToPost).ToListAsync(cancel);
            foreach (var letter in waiting.Where(letter => letter.Post(work.Now) is null)) work.Journal.Write(letter.ToSent(), request.By);
            return waiting.Count;
        }, cancel);
}
