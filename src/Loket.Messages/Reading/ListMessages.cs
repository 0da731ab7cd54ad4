using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Loket.Messages;

/// <summary>The lists that somebody works from or watches. Each opening is a look at personal data and is written down, in the same outcome.</summary>
public sealed class ListMessages(UnitOfWork unit)
{
    /// <summary>How many are on a list at once.</summary>
    public const int Most = 50;

    /// <summary>Letters to print and post, oldest first, with their PINs.</summary>
    public Task<Result<IReadOnlyList<MessageView>>> ToPost(Actor reader, CancellationToken cancel) =>
        Oldest(MessageState.ToPost, null, reader, Right.PrintLetters, revealed: true, cancel);

    /// <summary>Calls to make, oldest first.</summary>
    public Task<Result<IReadOnlyList<MessageView>>> ToCall(Actor reader, CancellationToken cancel) =>
        Oldest(MessageState.ToCall, null, reader, Right.RegisterContacts, revealed: false, cancel);

    /// <summary>What is ready at a desk, or at any, oldest first.</summary>
    public Task<Result<IReadOnlyList<MessageView>>> AtDesk(string? desk, Actor reader, CancellationToken cancel) =>
        Oldest(MessageState.AtDesk, desk, reader, Right.RegisterContacts, revealed: false, cancel);

    /// <summary>What could not be delivered, newest first, before a message where given.</summary>
    public Task<Result<IReadOnlyList<MessageView>>> Failed(Actor reader, MessageId? before, CancellationToken cancel) =>
        Newest(messages => messages.Where(message => message.State == MessageState.Failed), reader, before, revealed: false, cancel);

    /// <summary>What could not go yet and is tried again, newest first.</summary>
    public Task<Result<IReadOnlyList<MessageView>>> Delayed(Actor reader, MessageId? before, CancellationToken cancel) =>
        Newest(messages => messages.Where(message => message.State == MessageState.Queued && message.FailureCode != null), reader, before, revealed: false, cancel);

    /// <summary>Letters and e-mails that went out to residents and partners, newest first: those that can come back.</summary>
    public Task<Result<IReadOnlyList<MessageView>>> Gone(Actor reader, MessageId? before, CancellationToken cancel) =>
        Newest(messages => messages.Where(message => (message.State == MessageState.Sent || message.State == MessageState.Posted)
            && (message.Channel == MessageChannel.Email || message.Channel == MessageChannel.Letter)
            && (message.ContactId != null || message.PartnerId != null) && message.Kind != MessageKind.OneTimeCode),
            reader, before, revealed: false, cancel, RecordReturn.IsFor(reader) && reader.May(Right.SeePersonalData));

    /// <summary>What stayed inside because its channel is not in use here (the demo), with codes and links, newest first.</summary>
    public Task<Result<IReadOnlyList<MessageView>>> KeptInside(Actor reader, MessageId? before, CancellationToken cancel) =>
        Newest(messages => messages.Where(message => message.StayedInside), reader, before, revealed: true, cancel);

    private Task<Result<IReadOnlyList<MessageView>>> Oldest(
        MessageState state, string? address, Actor reader, Right right, bool revealed, CancellationToken cancel) =>
        Look(state.ToString(), reader, reader.May(right) && reader.May(Right.SeePersonalData), revealed, async db => await db.Messages.AsNoTracking().VisibleTo(reader)
            .Where(message => message.State == state && (address == null || message.Address == address))
            .OrderBy(message => message.Id).Take(Most).ToListAsync(cancel), cancel);

    private Task<Result<IReadOnlyList<MessageView>>> Newest(
        Func<IQueryable<Message>, IQueryable<Message>> which, Actor reader, MessageId? before, bool revealed, CancellationToken cancel, bool? mayLook = null) =>
        Look("Delivery", reader, mayLook ?? reader.May(Right.MendDelivery), revealed, async db =>
        {
            var found = which(db.Messages.AsNoTracking().VisibleTo(reader));
            if (before is { } last) found = found.Where(message => message.Id < last);
            return await found.OrderByDescending(message => message.Id).Take(Most).ToListAsync(cancel);
        }, cancel);

    private Task<Result<IReadOnlyList<MessageView>>> Look(
        string list, Actor reader, bool mayLook, bool revealed, Func<LoketDb, Task<List<Message>>> read, CancellationToken cancel) =>
        unit.Run<IReadOnlyList<MessageView>>(async work =>
        {
            if (!mayLook) return MessageFailures.NotAllowed;
            var found = await read(work.Db);
            var withContent = reader.May(Right.SeePersonalData);
            if (found.Count > 0 && withContent && !reader.IsSystem)
                work.Journal.Write(new MessagesLookedAt([.. found.Select(message => message.Id)], list), reader);
            return found.ConvertAll(message => MessageView.Of(message, withContent) is var view && revealed && withContent
                ? view with { Content = MessageContent.Revealed(message, work.Tenant.Keys) }
                : view);
        }, cancel);
}
