using Loket.Cases.Handovers;
using Loket.Cases.Participants;
using Loket.Cases.Together;
using Loket.Cases.Types;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Messages;
using Loket.Messages.Templates;
using Loket.Organisation.Partners;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Organisation.Teams;
using Loket.Places;
using Loket.Storage;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Telling;

/// <summary>Tells everybody who asked, once per event, by the channel of their choice (row A8).</summary>
public sealed class TellParticipants(ContactCards people, Matters matters, AreaTree areas, Outbox outbox) :
    ISubscription<ITellsParticipants>, ISubscription<CaseOpened>, ISubscription<ContactJoined>
{
    /// <inheritdoc />
    public async Task Handle(ITellsParticipants happened, Written entry, Work work, CancellationToken cancel)
    {
        var found = await work.Db.CaseOf(happened.Case, cancel);
        var all = await work.Db.Participants.Where(one => one.CaseId == happened.Case && one.LeftAt == null).OrderBy(one => one.JoinedAt).ThenBy(one => one.Id).ToListAsync(cancel);
        // Only for who came along it is news.
        if (happened is CaseMerged { Part: var part }) all.RemoveAll(one => one.MergedFrom != part);
        var facts = await Facts.Of(work, found, happened, cancel);
        var probe = all.Count == 0 ? null : ParticipantNews.Of(happened, all[0].Id, facts.For("nl"));
        if (probe is null) return;

        var recipients = await people.Recipients(work.Db, [.. all.Select(one => one.Contact)], probe.Kind, cancel);
        var participants = AnswerAddressees.Once(all, recipients, (happened as CaseAnswered)?.OwnParts);
        // Whose repeat opened it again is told that they joined, and how it stands now; not both.
        if (happened is CaseReopened { Repeat: { } repeat }) participants.RemoveAll(one => one.Id == repeat);
        var cards = await people.OfMatters(work.Db, [.. participants.Select(one => one.Matter)], Actor.System, cancel);
        foreach (var participant in participants)
        {
            var recipient = recipients[participant.Contact];
            if (ParticipantNews.Of(happened, participant.Id, facts.For(recipient.Language)) is { } news)
                await Tell(work, entry, found, participant, cards[participant.Matter].Subject, recipient, news, cancel);
        }
    }

    /// <inheritdoc />
    public async Task Handle(CaseOpened happened, Written entry, Work work, CancellationToken cancel)
    {
        var found = await work.Db.CaseOf(happened.Case, cancel);
        var type = (await work.Db.TypeOf(found.Type, cancel))!;
        await TellOne(work, entry, found, happened.Participant, MessageKind.Receipt, (context, card) => type.FormalPaper is { } paper
            ? ParticipantNews.ReceivedAs(paper, card.ReceivedDay(context.Zone), context)
            : new News(MessageKind.Receipt, found.Place == Place.Unknown ? TemplateKeys.ReceiptQuestion : TemplateKeys.ReceiptReport, ParticipantNews.Fill(
                ("team", context.Team), ("place", PlaceWords.Of(found.Place)), ("deadline", found.DeadlineAt is { } day ? context.Day(day) : null),
                ("paper", found.ProposedPaper is { } maybe ? PaperNames.Of(maybe, context.Language) : null), ("received", context.Day(card.ReceivedDay(context.Zone))))), cancel);
    }

    /// <inheritdoc />
    public async Task Handle(ContactJoined happened, Written entry, Work work, CancellationToken cancel)
    {
        var found = await work.Db.CaseOf(happened.Case, cancel);
        var handover = await work.Db.Handovers.Where(one => one.CaseId == found.Id).OrderByDescending(one => one.OfferedAt).FirstOrDefaultAsync(cancel);
        var others = await OthersAsked(work, happened, cancel);
        // In their own words where they said where; those of who came first may hold a name.
        var own = (await matters.Find(work.Db, happened.Matter, Actor.System, cancel))!.Place;
        var where = own == Place.Unknown ? found.Place.ForOthers(await areas.Map(work.Db, cancel)) : own;
        await TellOne(work, entry, found, happened.Participant, MessageKind.Joined, (context, _) => new News(
            MessageKind.Joined, TemplateKeys.JoinedKnown, ParticipantNews.Fill(
                ("others", others ? "ja" : null), ("since", context.Day(found.OpenedAt)), ("place", PlaceWords.Of(where)),
                ("deadline", found.DeadlineAt is { } at && at > work.Now ? context.Day(at) : null),
                ("status", StatusWords.Line(found.Status, found.Solved, context.Team, context.Partner, handover is null ? null : context.Day(handover.OfferedAt), context.Language, context.Own)))), cancel);
    }

    // Only who is somebody else for sure: not the same person once more, nor who did not say who they are.
    private async Task<bool> OthersAsked(Work work, ContactJoined happened, CancellationToken cancel)
    {
        var mine = (await work.Db.Participants.FindAsync([happened.Participant], cancel))!;
        if (mine.Customer is null) return false;
        var contacts = await work.Db.Participants.Where(one => one.CaseId == happened.Case && one.LeftAt == null && one.Customer != null && one.Customer != mine.Customer)
            .Select(one => one.Contact).ToListAsync(cancel);
        if (contacts.Count == 0) return false;
        var known = await people.Recipients(work.Db, [.. contacts, mine.Contact], MessageKind.Joined, cancel);
        var own = Addresses(mine.Contact).ToHashSet(StringComparer.Ordinal);
        return contacts.Any(contact => !Addresses(contact).Any(own.Contains));

        // Everybody's desk is the same one.
        IEnumerable<string> Addresses(ContactId contact) => known[contact].Ways.Where(way => way.Channel != MessageChannel.Desk).Select(way => way.To);
    }

    private async Task TellOne(
        Work work, Written entry, Case found, ParticipantId id, MessageKind kind, Func<NewsContext, ContactCard, News> news, CancellationToken cancel)
    {
        var participant = (await work.Db.Participants.FindAsync([id], cancel))!;
        var recipient = (await people.Recipients(work.Db, [participant.Contact], kind, cancel))[participant.Contact];
        var card = (await people.OfMatters(work.Db, [participant.Matter], Actor.System, cancel))[participant.Matter];
        var facts = await Facts.Of(work, found, null, cancel);
        await Tell(work, entry, found, participant, card.Subject, recipient, news(facts.For(recipient.Language), card), cancel);
    }

    private async Task Tell(
        Work work, Written entry, Case found, Participant participant, string subject, Recipient recipient, News news, CancellationToken cancel)
    {
        if (recipient.Ways.Count == 0) return;
        var envelope = ParticipantEnvelope.Of(news, found, await work.Db.TypeOf(found, cancel), participant, subject, recipient, await Profiles.Current(work.Db, cancel), entry.Entry.Value);
        // A letter can't be answered with a code for one use: who is told on paper gets a PIN with the reference.
        if (ParticipantEnvelope.CanFollow(found) && news.Kind is MessageKind.Receipt or MessageKind.Joined && envelope.To.Channel == MessageChannel.Letter)
        {
            var pin = await matters.IssuePin(work, participant.Matter, PinPaper.Letter, Who.System, cancel);
            envelope = envelope with { Values = new Dictionary<string, string>(envelope.Values, StringComparer.Ordinal) { ["pin"] = pin.Digits } };
        }

        await outbox.Queue(work, envelope, cancel);
    }

    /// <summary>What the words of news need, looked up once for all who are told.</summary>
    private sealed record Facts(
        DateTimeZone Zone, Instant Now, Instant? Deadline, string? Partner, Instant? PartnerAnswersBy, string? Team, ResultType? Result, StatusType? Own)
    {
        public NewsContext For(string language) => new(
            language, Zone, Now, Deadline, Partner, PartnerAnswersBy, Team, language == "en" ? Result?.En : Result?.Nl, Own);

        public static async Task<Facts> Of(Work work, Case found, ICaseEvent? happened, CancellationToken cancel)
        {
            var calendar = await Calendars.Current(work.Db, cancel);
            var partnerId = happened switch
            {
                HandoverOffered offered => offered.Partner,
                HandoverAccepted accepted => accepted.Partner,
                HandoverProgressed progressed => progressed.Partner,
                HandoverCameBack back => back.Partner,
                _ => found.Partner,
            };
            var partner = partnerId is { } id ? await PartnerDirectory.Find(work.Db, id, cancel) : null;
            var team = found.Team is { } teamId ? await TeamDirectory.Find(work.Db, teamId, cancel) : null;
            var type = await work.Db.TypeOf(found, cancel);
            var result = found.Result is { } key ? type.Results.FirstOrDefault(one => one.Key == key) : null;
            return new Facts(
                calendar.Zone, work.Now, found.DeadlineAt, partner?.Name,
                partner is null ? null : new Deadlines(calendar, new StatutoryCalendar()).For(work.Now, partner.ResponseNorm).At, team?.Name, result, Statuses.Of(type.Statuses, found.Status, found.StatusKey));
        }
    }
}
