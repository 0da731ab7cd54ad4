using Loket.Cases.Participants;
using Loket.Contacts;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Cases.Reading;

/// <summary>Who the participants of a case are.</summary>
public sealed class ParticipantCards(ContactCards contacts)
{
    internal async Task<IReadOnlyList<ParticipantView>> Of(LoketDb db, IReadOnlyList<Participant> participants, Actor by, CancellationToken cancel)
    {
        var cards = await contacts.OfMatters(db, [.. participants.Select(one => one.Matter)], by, cancel);
        return [.. participants.Where(one => cards.ContainsKey(one.Matter)).Select(one =>
        {
            var card = cards[one.Matter];
            return new ParticipantView(
                one.Id, one.Contact, one.Matter, one.Customer, one.Reference, one.JoinedAt, one.LeftAt, card.Channel, card.Name, card.Subject, card.Text, card.Kind, card.ReceivedOn,
                card.TakenBy, card.Assisted) { Representative = card.Representative };
        })];
    }
}
