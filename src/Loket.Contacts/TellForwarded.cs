using Loket.Messages;
using Loket.Messages.Templates;
using Loket.Organisation.Partners;
using Loket.Storage;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Loket.Contacts;

/// <summary>Forward, don't refer (row A12): the resident is told to whom their matter went, instead of "call them yourself".</summary>
public sealed class TellForwarded(ContactCards people, Outbox outbox) : ISubscription<MatterEnded>
{
    /// <inheritdoc />
    public async Task Handle(MatterEnded happened, Written entry, Work work, CancellationToken cancel)
    {
        if (happened.Outcome != Outcome.Forwarded) return;
        var recipient = (await people.Recipients(work.Db, [happened.Contact], MessageKind.Forwarded, cancel))[happened.Contact];
        if (recipient.Ways.Count == 0) return;

        var body = happened.Body is { } id ? await PartnerDirectory.Find(work.Db, id, cancel) : null;
        var matter = await work.Db.Matters.SingleAsync(one => one.Id == happened.Matter, cancel);
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["reference"] = matter.Reference,
            ["subject"] = matter.Subject,
            ["body"] = happened.Text!,
            ["date"] = MessageWords.Day(work.Now, work.Now, recipient.Language),
        };
        if (body is { Phone.Length: > 0 }) values["contact"] = body.Phone;
        if (body is { Sharing: not Sharing.Nothing } && matter.SensitiveGroup is null) values["answers"] = body.Name;
        await outbox.Queue(work, new Envelope
        {
            Kind = MessageKind.Forwarded,
            To = recipient.Ways[0],
            Template = TemplateKeys.Forwarded,
            Values = values,
            Event = entry.Entry.Value,
            Person = matter.Id.Value,
            Language = recipient.Language,
            About = new MessageAbout(Contact: happened.Contact.Value),
            SensitiveGroup = matter.SensitiveGroup,
        }, cancel);
    }
}
