using Loket.Messages;
using Loket.Messages.Templates;
using Loket.Storage;
using Loket.Storage.Journal;

namespace Loket.Contacts;

/// <summary>When it cannot be told to somebody that their matter was forwarded, a neutral notice goes by the next way that reaches them (row A8).
/// Of cases their participants are told; a forwarded matter has none.</summary>
public sealed class NoticeOfForwarded(ContactCards people, Matters matters, Outbox outbox) : ISubscription<MessageFailed>
{
    /// <inheritdoc />
    public async Task Handle(MessageFailed happened, Written entry, Work work, CancellationToken cancel)
    {
        if (happened.Kind is not (MessageKind.Forwarded or MessageKind.NeutralNotice) || happened.Subjects is not { Contact: { } contact, Participant: null }) return;
        if (await matters.Find(work.Db, new MatterId(happened.Person), Organisation.Rights.Actor.System, cancel) is not { } matter || matter.Contact.Value != contact) return;

        var recipient = (await people.Recipients(work.Db, [matter.Contact], MessageKind.Forwarded, cancel))[matter.Contact];
        if (await outbox.NextWay(work, happened, recipient.Ways, cancel) is not { } way) return;
        await outbox.Queue(work, new Envelope
        {
            Kind = MessageKind.NeutralNotice,
            To = way,
            Template = TemplateKeys.NeutralNotice,
            Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["reference"] = matter.Reference },
            Event = happened.Event,
            Person = happened.Person,
            ChannelAttempt = happened.ChannelAttempt + 1,
            Language = recipient.Language,
            About = happened.Subjects,
            SensitiveGroup = matter.SensitiveGroup,
        }, cancel);
    }
}
