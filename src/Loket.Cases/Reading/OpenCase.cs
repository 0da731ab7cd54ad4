using Loket.Cases.Handovers;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Reading;

/// <summary>Somebody opens a case: by its own number or by a participant's reference. Who sees people in it, is seen looking.</summary>
public sealed class OpenCase(UnitOfWork unit, ParticipantCards cards)
{
    /// <summary>The case, when the reader may know of it.</summary>
    public async Task<Result<CaseView>> Handle(string reference, Actor by, string purpose, CancellationToken cancel)
    {
        var view = await unit.Read(db => Read(db, reference, by, cancel));
        if (view is null) return CaseFailures.NotFound;
        if (view.Participants.Count > 0)
        {
            // The look is written before anything is shown; when it can't be, nothing is.
            await unit.Run<Done>(work =>
            {
                work.Journal.Write(new CaseLookedAt(view.Id, purpose), by);
                return Task.FromResult<Result<Done>>(default(Done));
            }, cancel);
        }

        return view;
    }

    private async Task<CaseView?> Read(LoketDb db, string reference, Actor by, CancellationToken cancel)
    {
        var found = await db.Cases.VisibleTo(by)
            .Where(one => one.Reference == reference || one.Participants.Any(participant => participant.Reference == reference && participant.LeftAt == null))
            .FirstOrDefaultAsync(cancel);
        if (found is null) return null;
        var participants = await db.Participants.Where(one => one.CaseId == found.Id).OrderBy(one => one.JoinedAt).ThenBy(one => one.Id).ToListAsync(cancel);
        var handovers = await db.Handovers.Where(one => one.CaseId == found.Id).OrderByDescending(one => one.OfferedAt).ToListAsync(cancel);
        IReadOnlyList<ParticipantView> people = by.May(Right.SeePersonalData) ? await cards.Of(db, participants, by, cancel) : [];
        return new CaseView
        {
            Id = found.Id, Version = found.Version, Reference = found.Reference, Type = found.Type, Category = found.Category,
            Confidentiality = found.Confidentiality, Subject = found.Subject, Place = found.Place, Danger = found.Danger, Status = found.Status,
            OpenedAt = found.OpenedAt, Team = found.Team, Handler = found.Handler, Partner = found.Partner, TriageReason = found.TriageReason,
            DeadlineAt = found.DeadlineAt, DeadlineSteps = found.DeadlineSteps is { } steps ? DeadlineSteps.FromJson(steps) : [],
            SuspendedAt = found.SuspendedAt, ClosedAt = found.ClosedAt, Result = found.Result, Solved = found.Solved,
            Contacts = participants.Count(one => one.LeftAt is null), Participants = people,
            Handovers = [.. handovers.Select(HandoverView.Of)],
        };
    }
}
