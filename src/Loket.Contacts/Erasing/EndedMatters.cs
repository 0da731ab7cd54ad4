using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Contacts.Erasing;

/// <summary>Which matters ended at intake without a case, so long ago that it is judged whether they are still kept; identities alone.</summary>
public static class EndedMatters
{
    /// <summary>Those that ended before a moment and are not erased yet, in the order in which they came in.</summary>
    /// <param name="db">The context.</param>
    /// <param name="moment">The moment.</param>
    /// <param name="after">The last one that was looked at; the default where there was none.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<IReadOnlyList<MatterId>> Before(LoketDb db, Instant moment, MatterId after, int most, CancellationToken cancel) => await db.Matters
        // As the index says it.
        .Where(matter => matter.ErasedAt == null && (matter.Outcome == Outcome.Answered || matter.Outcome == Outcome.Forwarded || matter.Outcome == Outcome.Callback))
        .Where(matter => matter.EndedAt < moment && matter.Id > after)
        .OrderBy(matter => matter.Id).Select(matter => matter.Id).Take(most).ToListAsync(cancel);
}
