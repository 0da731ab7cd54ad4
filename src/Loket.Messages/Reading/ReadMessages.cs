using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Messages;

/// <summary>The messages on a subject, newest first. The caller has checked that the reader may see the subject.</summary>
public sealed class ReadMessages(UnitOfWork unit)
{
    /// <summary>About a case, to everybody.</summary>
    public Task<IReadOnlyList<MessageView>> OfCase(Guid @case, Actor reader, int most, MessageId? before, CancellationToken cancel) =>
        Read(messages => messages.Where(message => message.CaseId == @case).VisibleTo(reader), reader.May(Right.SeePersonalData), most, before, cancel);

    /// <summary>About a contact.</summary>
    public Task<IReadOnlyList<MessageView>> OfContact(Guid contact, Actor reader, int most, MessageId? before, CancellationToken cancel) =>
        Read(messages => messages.Where(message => message.ContactId == contact).VisibleTo(reader), reader.May(Right.SeePersonalData), most, before, cancel);

    /// <summary>What one participant was told about a case; for that participant, who has shown to be the one.</summary>
    public Task<IReadOnlyList<MessageView>> ToParticipant(Guid @case, Guid participant, int most, MessageId? before, CancellationToken cancel) =>
        Read(messages => messages.Where(message => message.CaseId == @case && message.ParticipantId == participant), withContent: true, most, before, cancel);

    private Task<IReadOnlyList<MessageView>> Read(
        Func<IQueryable<Message>, IQueryable<Message>> which, bool withContent, int most, MessageId? before, CancellationToken cancel) =>
        unit.Read<IReadOnlyList<MessageView>>(async db =>
        {
            var found = which(db.Messages);
            if (before is { } last) found = found.Where(message => message.Id < last);
            var page = await found.OrderByDescending(message => message.Id).Take(most).ToListAsync(cancel);
            return [.. page.Select(message => MessageView.Of(message, withContent))];
        });
}
