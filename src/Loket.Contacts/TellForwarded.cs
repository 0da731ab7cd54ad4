using Loket.Messages;
using Loket.Messages.Templates;
using Loket.Organisation;
using Loket.Organisation.Partners;
using Loket.Storage;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Loket.Contacts;

/// <summary>Forward, don't refer (row A12): the resident is told to whom their matter went, instead of "call them yourself", and that it came back.</summary>
public sealed class TellForwarded(ContactCards people, Outbox outbox) : ISubscription<MatterEnded>, ISubscription<MatterReopened>
{
    /// <inheritdoc />
    public async Task Handle(MatterEnded happened, Written entry, Work work, CancellationToken cancel)
    {
        if (happened.Outcome != Outcome.Forwarded) return;
        var body = await BodyOf(work, happened.Body, cancel);
        var matter = await work.Db.Matters.SingleAsync(one => one.Id == happened.Matter, cancel);
        await Tell(work, entry, matter, TemplateKeys.Forwarded, language =>
        {
            var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["body"] = happened.Text!, ["date"] = MessageWords.Day(work.Now, work.Now, language) };
            if (body is { Phone.Length: > 0 }) values["contact"] = body.Phone;
            if (body is { Sharing: not Sharing.Nothing } && matter.SensitiveGroup is null) values["answers"] = body.Name;
            return values;
        }, cancel);
    }

    /// <inheritdoc />
    public async Task Handle(MatterReopened happened, Written entry, Work work, CancellationToken cancel)
    {
        // Who has not heard that it went, need not hear that it came back.
        if (happened.Was != Outcome.Forwarded || !await outbox.Withdraw(work, happened.Matter.Value, MessageKind.Forwarded, cancel)) return;
        var body = await BodyOf(work, happened.Body, cancel);
        var matter = await work.Db.Matters.SingleAsync(one => one.Id == happened.Matter, cancel);
        await Tell(work, entry, matter, TemplateKeys.ForwardedBack, _ => body is null ? [] : new(StringComparer.Ordinal) { ["body"] = body.Name }, cancel);
    }

    private static async Task<PartnerCard?> BodyOf(Work work, PartnerId? id, CancellationToken cancel) =>
        id is { } known ? await PartnerDirectory.Find(work.Db, known, cancel) : null;

    private async Task Tell(
        Work work, Written entry, Matter matter, string template, Func<string, Dictionary<string, string>> values, CancellationToken cancel)
    {
        var recipient = (await people.Recipients(work.Db, [matter.ContactId], MessageKind.Forwarded, cancel))[matter.ContactId];
        if (recipient.Ways.Count == 0) return;
        await outbox.Queue(work, new Envelope
        {
            Kind = MessageKind.Forwarded,
            To = recipient.Ways[0],
            Template = template,
            Values = new Dictionary<string, string>(values(recipient.Language), StringComparer.Ordinal) { ["reference"] = matter.Reference, ["subject"] = matter.Subject },
            Event = entry.Entry.Value,
            Person = matter.Id.Value,
            Language = recipient.Language,
            About = new MessageAbout(Contact: matter.ContactId.Value),
            SensitiveGroup = matter.SensitiveGroup,
        }, cancel);
    }
}
