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

    /// <summary>The messages of everybody: those about a sensitive case are for its group only, and who is bounded has none of them, as nothing here tells where
    /// they belong.</summary>
    public static IQueryable<Message> VisibleTo(this IQueryable<Message> messages, Actor actor) =>
        actor.Bounds.IsNone ? messages.KnownTo(actor) : messages.Where(_ => false);

    /// <summary>The messages about something that the reader has found within their rights: on its page who is bounded reads them as well.</summary>
    public static IQueryable<Message> KnownTo(this IQueryable<Message> messages, Actor actor)
    {
        if (actor.IsSystem) return messages;
        string[] groups = [.. actor.Groups];
        return messages.Where(message => message.SensitiveGroup == null || groups.Contains(message.SensitiveGroup));
    }

    /// <summary>One message, to change.</summary>
    public static Task<Message?> Find(this IQueryable<Message> messages, MessageId id, CancellationToken cancel) =>
        messages.SingleOrDefaultAsync(message => message.Id == id, cancel);
}
