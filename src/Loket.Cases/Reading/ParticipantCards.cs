using Loket.Cases.Participants;
using Loket.Contacts;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Reading;

/// <summary>Who the participants of a case are.</summary>
public sealed class ParticipantCards(ContactCards contacts)
{
    /// <summary>Those of whom the reader may see what they asked, as they joined.</summary>
    internal async Task<IReadOnlyList<ParticipantView>> Of(LoketDb db, IQueryable<Participant> participants, Actor by, CancellationToken cancel)
    {
        var rows = await (
            from participant in participants
            join person in contacts.People(db, @by) on participant.Matter equals person.Matter
            orderby participant.JoinedAt, participant.Id
            select new { Participant = participant, Person = person }).ToListAsync(cancel);
        return rows.ConvertAll(row => Of(row.Participant, row.Person));
    }

    private static ParticipantView Of(Participant one, MatterPerson person) => new(
        one.Id, one.Contact, one.Matter, one.Customer, one.Reference, one.JoinedAt, one.LeftAt, person.Channel, person.Name, person.Subject, person.Text, person.Kind, person.ReceivedOn,
        person.TakenBy, person.Assisted)
    {
        Representative = person.Representative,
        Warnings = one.Customer is null ? [] : person.Warnings,
        RepresentativeWarnings = person.RepresentativeWarnings,
    };
}
