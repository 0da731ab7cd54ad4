using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Messages;

/// <summary>The messages on a subject, newest first. The caller has checked that the reader may see the subject.</summary>
public sealed class ReadMessages(UnitOfWork unit)
{
    /// <summary>About a case, to everybody.</summary>
    public Task<IReadOnlyList<MessageView>> OfCase(Guid @case, Actor reader, int most, MessageId? before, CancellationToken cancel) =>
        unit.Read<IReadOnlyList<MessageView>>(async db =>
        {
            var found = db.Messages.KnownTo(reader).Where(message => message.CaseId == @case);
            if (before is { } last) found = found.Where(message => message.Id < last);
            var page = await found.OrderByDescending(message => message.Id).Take(most).ToListAsync(cancel);
            var withContent = reader.May(Right.SeePersonalData);
            return [.. page.Select(message => MessageView.Of(message, withContent))];
        });

    /// <summary>About several cases that are read as one, to everybody; in one question.</summary>
    public Task<IReadOnlyList<MessageView>> OfCases(IReadOnlyCollection<Guid> cases, Actor reader, int most, CancellationToken cancel) =>
        unit.Read<IReadOnlyList<MessageView>>(async db =>
        {
            Guid?[] ids = [.. cases];
            var page = await db.Messages.KnownTo(reader).Where(message => ids.Contains(message.CaseId)).OrderByDescending(message => message.Id).Take(most).ToListAsync(cancel);
            var withContent = reader.May(Right.SeePersonalData);
            return [.. page.Select(message => MessageView.Of(message, withContent))];
        });

    /// <summary>About some contacts, to the person whose contacts they are.</summary>
    public Task<IReadOnlyList<MessageView>> OfContacts(IReadOnlyCollection<Guid> contacts, Actor reader, int most, CancellationToken cancel) =>
        unit.Read(db => View(About(db, contacts, reader).Take(most), reader, cancel));

    /// <summary>A part of those, and how many there are in all; none and 0 beyond the last. In one question.</summary>
    public Task<(IReadOnlyList<MessageView> Rows, int Total)> OfContacts(IReadOnlyCollection<Guid> contacts, Actor reader, int skip, int most, CancellationToken cancel) =>
        unit.Read<(IReadOnlyList<MessageView> Rows, int Total)>(async db =>
        {
            var all = About(db, contacts, reader);
            var page = await all.Select(message => new { Message = message, Total = all.Count() }).Skip(skip).Take(most).ToListAsync(cancel);
            var withContent = reader.May(Right.SeePersonalData);
            return (page.ConvertAll(row => MessageView.Of(row.Message, withContent)), page is [var first, ..] ? first.Total : 0);
        });

    /// <summary>The same to the last, however many there are: for who must get everything.</summary>
    public Task<IReadOnlyList<MessageView>> AllOfContacts(IReadOnlyCollection<Guid> contacts, Actor reader, CancellationToken cancel) =>
        unit.Read(db => View(About(db, contacts, reader), reader, cancel));

    private static IQueryable<Message> About(LoketDb db, IReadOnlyCollection<Guid> contacts, Actor reader)
    {
        Guid?[] ids = [.. contacts];
        return db.Messages.KnownTo(reader).Where(message => ids.Contains(message.ContactId) && message.PartnerId == null).OrderByDescending(message => message.Id);
    }

    private static async Task<IReadOnlyList<MessageView>> View(IQueryable<Message> messages, Actor reader, CancellationToken cancel)
    {
        var withContent = reader.May(Right.SeePersonalData);
        return (await messages.ToListAsync(cancel)).ConvertAll(message => MessageView.Of(message, withContent));
    }
}
