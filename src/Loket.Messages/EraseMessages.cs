using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Messages;

/// <summary>Removes what was told about something that is destroyed, inside its transaction: what went out, what waits and what failed.</summary>
public static class EraseMessages
{
    /// <summary>Removes the messages about these things, and those to whom they were written.</summary>
    /// <returns>How many.</returns>
    public static Task<int> About(LoketDb db, IReadOnlyCollection<Guid> things, CancellationToken cancel)
    {
        Guid?[] ids = [.. things];
        return db.Messages.Where(message => ids.Contains(message.CaseId) || ids.Contains(message.ContactId) || ids.Contains(message.ParticipantId) || things.Contains(message.PersonId))
            .ExecuteDeleteAsync(cancel);
    }
}
