using Loket.Cases.Participants;
using Loket.Contacts;
using Loket.Messages;
using Loket.Messages.Templates;
using Loket.Storage;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Telling;

/// <summary>When a message cannot be delivered, a neutral notice goes by the next way that reaches this person; what it says never does (row A8).</summary>
public sealed class NoticeByNextChannel(ContactCards people, Outbox outbox) : ISubscription<MessageFailed>
{
    /// <inheritdoc />
    public async Task Handle(MessageFailed happened, Written entry, Work work, CancellationToken cancel)
    {
        // A code for one use is asked for anew; a neutral notice that fails as well is not followed by another of the same way.
        if (happened.Kind == MessageKind.OneTimeCode || happened.Subjects.Participant is not { } id) return;
        var participantId = new ParticipantId(id);
        if (await work.Db.Participants.SingleOrDefaultAsync(one => one.Id == participantId && one.LeftAt == null, cancel) is not { } participant) return;

        var recipient = (await people.Recipients(work.Db, [participant.Contact], happened.Kind, cancel))[participant.Contact];
        if (await outbox.NextWay(work, happened, recipient.Ways, cancel) is not { } way) return;
        var found = await work.Db.CaseOf(participant.CaseId, cancel);
        await outbox.Queue(work, new Envelope
        {
            Kind = MessageKind.NeutralNotice,
            To = way,
            Template = TemplateKeys.NeutralNotice,
            Values = ParticipantNews.Fill(("reference", participant.Reference)),
            Event = happened.Event,
            Person = happened.Person,
            ChannelAttempt = happened.ChannelAttempt + 1,
            Language = recipient.Language,
            About = happened.Subjects,
            SensitiveGroup = found.SensitiveGroup,
        }, cancel);
    }
}
