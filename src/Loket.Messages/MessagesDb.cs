using Loket.Messages.Templates;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Messages;

internal static class MessagesDb
{
    extension(LoketDb db)
    {
        internal DbSet<Message> Messages => db.Set<Message>();

        internal DbSet<MessageTemplate> MessageTemplates => db.Set<MessageTemplate>();
    }

    /// <summary>A message about a sensitive case is for its group only.</summary>
    public static IQueryable<Message> VisibleTo(this IQueryable<Message> messages, Actor actor)
    {
        if (actor.IsSystem) return messages;
        string[] groups = [.. actor.Groups];
        return messages.Where(message => message.SensitiveGroup == null || groups.Contains(message.SensitiveGroup));
    }

    /// <summary>One message, to change.</summary>
    public static Task<Message?> Find(this IQueryable<Message> messages, MessageId id, CancellationToken cancel) =>
        messages.SingleOrDefaultAsync(message => message.Id == id, cancel);
}
