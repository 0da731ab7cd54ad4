using Loket.Cases.Handovers;
using Loket.Cases.Participants;
using Loket.Cases.Types;
using Loket.Contacts;
using Loket.Kernel.References;
using Loket.Organisation.Partners;
using Loket.Organisation.Rights;
using Loket.Organisation.Teams;
using Loket.Storage;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Reading;

/// <summary>Shows cases to residents who proved that a reference is theirs (row B7): only kinds with nothing private in them.</summary>
public sealed class FollowedCases(UnitOfWork unit, JournalReader journal, Matters matters)
{
    private const int MostLines = 100;

    /// <summary>The participant with a reference, in a case that may be followed; null in all other cases.</summary>
    public Task<FollowedCase?> Find(LoketDb db, string reference, CancellationToken cancel) => Read(db, Followable(db), reference, null, cancel);

    /// <summary>What a reference opens, in one question whether it exists or not; null where it opens nothing.</summary>
    public Task<FollowedKey?> Key(LoketDb db, string reference, CancellationToken cancel) => (
        from participant in db.Participants
        where participant.Reference == reference && participant.LeftAt == null
        join one in db.Cases on participant.CaseId equals one.Id
        where one.Confidentiality == Confidentiality.Low && one.SensitiveGroup == null
        select new FollowedKey(participant.Id, participant.Matter)).FirstOrDefaultAsync(cancel);

    /// <summary>The case of a participant who proved to be it; null once the link was undone or the kind became private.</summary>
    public Task<FollowedCase?> Find(ParticipantId participant, CancellationToken cancel) => unit.Read(db => Read(db, Followable(db), null, participant, cancel));

    /// <summary>The participant with a reference, in a case of any kind that the reader may know of: for who tells them how it stands.</summary>
    public Task<FollowedCase?> ToTell(Reference reference, Actor by, CancellationToken cancel) =>
        unit.Read(db => Read(db, db.Cases.VisibleTo(by), reference.ToString(), null, cancel));

    /// <summary>The day on which the partner that must act does it, where one was promised.</summary>
    public static LocalDate? PlannedOn(FollowedCase followed, IEnumerable<FollowedEvent> events) => followed.Status != CaseStatus.WithPartner ? null
        : events.TakeWhile(line => line.Happened is not HandoverOffered)
            .Select(line => line.Happened is HandoverAccepted accepted ? accepted.PlannedOn : (line.Happened as HandoverProgressed)?.PlannedOn)
            .FirstOrDefault(day => day is not null);

    /// <summary>What is promised about a matter; null when it has no case.</summary>
    public Task<PromisedCase?> Promised(string reference, CancellationToken cancel) => unit.Read(async db =>
    {
        var row = await (
            from participant in db.Participants
            where participant.Reference == reference && participant.LeftAt == null
            join one in db.Cases on participant.CaseId equals one.Id
            select one).FirstOrDefaultAsync(cancel);
        if (row is null) return null;
        var team = row.Team is { } teamId ? await TeamDirectory.Find(db, teamId, cancel) : null;
        var partner = row.Partner is { } partnerId ? await PartnerDirectory.Find(db, partnerId, cancel) : null;
        return new PromisedCase(row.OpenedAt, row.DeadlineAt, team?.Name, partner?.Name, row.Confidentiality == Confidentiality.Low);
    });

    /// <summary>What happened, newest first: what is for everyone, and what this participant wrote; never what another wrote.</summary>
    public async Task<IReadOnlyList<FollowedEvent>> Timeline(FollowedCase followed, CancellationToken cancel)
    {
        IReadOnlyList<CaseBefore> stands = [new CaseBefore(followed.Participant, followed.Case, null), .. followed.Before];
        var lines = await journal.Timeline([.. stands.Select(one => one.Case.Value)], Audience.Staff, MostLines, cancel);
        var shown = lines.Where(line => stands.Any(one => one.Shows(line))).ToList();
        var partners = await unit.Read(async db =>
        {
            var names = new Dictionary<Guid, string>();
            foreach (var id in shown.Select(line => PartnerIn(line.Happened!)).OfType<Organisation.PartnerId>().Distinct())
            {
                if (await PartnerDirectory.Find(db, id, cancel) is { } card) names[id.Value] = card.Name;
            }

            return names;
        });
        return [.. shown.Select(line => new FollowedEvent(
            line.At, line.Happened!, PartnerIn(line.Happened!) is { } id ? partners.GetValueOrDefault(id.Value) : null))];
    }

    private static Organisation.PartnerId? PartnerIn(IJournalEvent happened) => happened switch
    {
        HandoverOffered offered => offered.Partner,
        HandoverAccepted accepted => accepted.Partner,
        HandoverProgressed progressed => progressed.Partner,
        HandoverCameBack back => back.Partner,
        _ => null,
    };

    private static IQueryable<Case> Followable(LoketDb db) => db.Cases.Where(one => one.Confidentiality == Confidentiality.Low && one.SensitiveGroup == null);

    private async Task<FollowedCase?> Read(LoketDb db, IQueryable<Case> cases, string? reference, ParticipantId? id, CancellationToken cancel)
    {
        var row = await (
            from participant in db.Participants
            where (reference == null || participant.Reference == reference) && (id == null || participant.Id == id) && participant.LeftAt == null
            join one in cases on participant.CaseId equals one.Id
            select new { Participant = participant, Case = one }).AsNoTracking().FirstOrDefaultAsync(cancel);
        if (row is null || await matters.Find(db, row.Participant.Matter, Actor.System, cancel) is not { } matter) return null;

        var team = row.Case.Team is { } teamId ? await TeamDirectory.Find(db, teamId, cancel) : null;
        var partner = row.Case.Partner is { } partnerId ? await PartnerDirectory.Find(db, partnerId, cancel) : null;
        var since = partner is null ? null : await db.Handovers.Where(one => one.CaseId == row.Case.Id && one.Partner == row.Case.Partner)
            .MaxAsync(one => (Instant?)one.OfferedAt, cancel);
        var participants = await db.Participants.Where(one => one.CaseId == row.Case.Id && one.LeftAt == null).Select(one => one.Contact).Distinct().CountAsync(cancel);
        return new FollowedCase(
            row.Participant.Id, row.Case.Id, row.Participant.Contact, row.Participant.Customer, row.Participant.Matter, row.Participant.Reference, matter.Subject,
            row.Case.Category, matter.Place, row.Case.Status, row.Case.Solved, team?.Name, partner?.Name, since, row.Case.OpenedAt, row.Participant.JoinedAt, row.Case.DeadlineAt, participants,
            await Before(db, cases, row.Participant, cancel), Statuses.Of((await db.TypeOf(row.Case, cancel)).Statuses, row.Case.Status, row.Case.StatusKey));
    }

    // Of a case that may not be followed nothing is read by way of another.
    private static async Task<IReadOnlyList<CaseBefore>> Before(LoketDb db, IQueryable<Case> cases, Participant participant, CancellationToken cancel)
    {
        var origins = await (
            from origin in db.Set<ParticipantOrigin>()
            where origin.ParticipantId == participant.Id
            join one in cases on origin.CaseId equals one.Id
            select new { origin.CaseId, origin.Until }).ToListAsync(cancel);
        var before = origins.Select(origin => new CaseBefore(participant.Id, origin.CaseId, origin.Until));
        return participant.MergedFrom is { } part ? [new CaseBefore(participant.Id, part, null), .. before] : [.. before];
    }
}
