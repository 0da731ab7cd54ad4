using Loket.Cases.Danger;
using Loket.Cases.Handovers;
using Loket.Cases.Keeping;
using Loket.Cases.Participants;
using Loket.Cases.Tasks;
using Loket.Cases.Together;
using Loket.Cases.Types;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation.Partners;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Reading;

/// <summary>A case on a page that stands open.</summary>
/// <param name="View">The case.</param>
/// <param name="Others">Who else has it before them.</param>
public sealed record OpenedCase(CaseView View, IReadOnlyList<PersonHere> Others);

/// <summary>Somebody opens a case: by its own number or by a participant's reference. Who sees people in it, is seen looking.</summary>
public sealed class OpenCase(UnitOfWork unit, ParticipantCards cards, SharedPeople sharing, AreaTree areas, TimeProvider machine)
{
    /// <summary>The case, when the reader may know of it.</summary>
    public async Task<Result<CaseView>> Handle(string reference, Actor by, string purpose, CancellationToken cancel)
    {
        var view = await unit.Read(db => Read(db, reference, by, cancel));
        if (view is null) return CaseFailures.NotFound;
        return await Look(view, by, purpose, null, cancel) is { } failure ? failure : view;
    }

    /// <summary>The same for a page that stands open: its reader is there from now on, and hears who else is.</summary>
    public async Task<Result<OpenedCase>> Handle(string reference, Actor by, string purpose, CaseDoing doing, CancellationToken cancel)
    {
        var now = machine.Instant();
        var (view, here) = await unit.Read(async db =>
        {
            var read = await Read(db, reference, by, cancel);
            return (read, read is null ? [] : await BeOnCase.Here(db, read.Id, now, cancel));
        });
        if (view is null) return CaseFailures.NotFound;
        var me = by.Staff;
        Func<Work, Task>? beThere = me is { } staff && BeOnCase.IsNew(here, staff, doing, now) ? work => BeOnCase.Write(work, view.Id, doing, staff, now, cancel) : null;
        if (await Look(view, by, purpose, beThere, cancel) is { } failure) return failure;
        return new OpenedCase(view, me is { } reader ? BeOnCase.Others(here, reader) : []);
    }

    // The look is written before anything is shown; when it can't be, nothing is. What is written beside it goes in the same transaction.
    private async Task<Failure?> Look(CaseView view, Actor by, string purpose, Func<Work, Task>? beside, CancellationToken cancel)
    {
        var isLook = view.Participants.Count > 0 || view.Shared.Count > 0;
        if (!isLook && beside is null) return null;
        var written = await unit.Run<Done>(async work =>
        {
            if (isLook) work.Journal.Write(new CaseLookedAt(view.Id, purpose), by);
            if (beside is not null) await beside(work);
            return default(Done);
        }, cancel);
        return written.Failure;
    }

    private async Task<CaseView?> Read(LoketDb db, string reference, Actor by, CancellationToken cancel)
    {
        if (await FindCase.Read(db, reference, by, cancel) is not { } id) return null;
        var found = await db.Cases.SingleAsync(one => one.Id == id, cancel);
        var participants = await db.Participants.Where(one => one.CaseId == found.Id).OrderBy(one => one.JoinedAt).ThenBy(one => one.Id).ToListAsync(cancel);
        var handovers = await db.Handovers.Where(one => one.CaseId == found.Id).OrderByDescending(one => one.OfferedAt).ToListAsync(cancel);
        // What a partner knows of the people is in its handover; what another partner was asked is not its own to read.
        var partner = by.May(Right.SeeCases) ? null : by.Partner;
        IReadOnlyList<ParticipantView> people = by.May(Right.SeePersonalData) && partner is null ? await cards.Of(db, participants, by, cancel) : [];
        var card = partner is { } reader ? await PartnerDirectory.Find(db, reader, cancel) : null;
        var shared = card is null ? [] : await sharing.Of(db, found, card, cancel);
        var all = db.Handovers.Where(one => one.CaseId == found.Id).Select(one => one.Id);
        IReadOnlyList<FileAlong> along = partner is not null || handovers.Count == 0 ? []
            : await db.HandoverFiles.Where(one => all.Contains(one.HandoverId)).Select(one => new FileAlong(one.HandoverId, one.DocumentId, one.FromPartner)).ToListAsync(cancel);
        var seen = handovers.Where(one => partner is null || one.Partner == partner).Select(HandoverView.Of);
        var type = await db.TypeOf(found, cancel);
        var view = new CaseView
        {
            Id = found.Id, Version = found.Version, Reference = found.Reference, Type = found.Type, Category = found.Category,
            Confidentiality = found.Confidentiality, Subject = await SubjectFor(db, found, by, card, cancel),
            Place = PlaceFor(found, by, partner is not null, card, await areas.Map(db, cancel)), Danger = found.Danger, Urgency = found.Urgency, Status = found.Status,
            OwnStatus = partner is null ? Statuses.Of(type.Statuses, found.Status, found.StatusKey) : null,
            Tasks = partner is null ? await CaseTasks.Of(db, found, type, cancel) : [],
            NextStatuses = partner is null ? Statuses.Next(type.Statuses, found.Status, found.StatusKey, found.IsOurs) : [],
            OpenedAt = found.OpenedAt, Team = found.Team, Handler = found.Handler, Partner = found.Partner, TriageReason = found.TriageReason,
            Paper = type.FormalPaper, ProposedPaper = found.ProposedPaper,
            DeadlineAt = found.DeadlineAt, DeadlineSteps = found.DeadlineSteps is { } steps ? DeadlineSteps.FromJson(steps) : [],
            Norm = found.Norm, SuspendedAt = found.SuspendedAt,
            SnoozedUntil = partner is null ? found.SnoozedUntil : null, SuspendedUntil = found.SuspendedAt is null ? null
                : await db.Set<Norms.Pause>().Where(pause => pause.CaseId == found.Id && pause.Until == null).Select(pause => (NodaTime.Instant?)pause.Ends).SingleOrDefaultAsync(cancel),
            ClosedAt = found.ClosedAt, Result = found.Result, Results = type.Results, Solved = found.Solved,
            KeptUntil = partner is null ? found.KeptUntil : null, Nomination = partner is null ? found.Nomination : null,
            HeldUntil = partner is null && found.IsClosed ? await db.Set<CaseHold>().Where(hold => hold.CaseId == found.Id).Select(hold => (NodaTime.LocalDate?)hold.Until).SingleOrDefaultAsync(cancel) : null,
            Contacts = participants.Count(one => one.LeftAt is null), Participants = people, Shared = shared,
            DangerCall = found.Danger
                ? await db.Set<DangerCall>().Where(call => call.CaseId == found.Id)
                    .Select(call => new DangerCallView(call.Turn, call.AcknowledgedBy, call.AcknowledgedAt)).FirstOrDefaultAsync(cancel)
                : null,
            Parts = partner is not null ? []
                : await db.Cases.VisibleTo(by).Where(one => one.MergedInto == found.Id).OrderBy(one => one.ClosedAt).ThenBy(one => one.Id).Select(one => new CasePart(one.Id, one.Reference, one.ClosedAt!.Value)).ToListAsync(cancel),
            Before = partner is not null ? [] : await Before(db, found, by, cancel),
            Linked = partner is not null ? [] : await LinkedCase.Of(db, found.Id, by, cancel),
            Handovers = [.. partner is null ? seen : seen.Select(one => one.WithoutNationalNumbers())], FilesAlong = along, IsForPartner = partner is not null,
        };
        return view.IsForPartner && found.SensitiveGroup is not null ? view.WithoutSubject() : view;
    }

    private static async Task<IReadOnlyList<CaseBefore>> Before(LoketDb db, Case found, Actor by, CancellationToken cancel)
    {
        var known = db.Cases.VisibleTo(by);
        var origins = await (
            from participant in db.Participants
            where participant.CaseId == found.Id && participant.LeftAt == null
            join origin in db.Set<ParticipantOrigin>() on participant.Id equals origin.ParticipantId
            where origin.CaseId != found.Id
            join one in known on origin.CaseId equals one.Id
            select new { participant.Id, origin.CaseId, origin.Until }).ToListAsync(cancel);
        return [.. origins.Select(origin => new CaseBefore(origin.Id, origin.CaseId, origin.Until))];
    }

    private static Place PlaceFor(Case found, Actor by, bool isPartner, PartnerCard? partner, AreaMap map)
    {
        if (isPartner) return partner is null ? Place.Unknown : PartnerEyes.PlaceOf(found, partner, map);
        return CaseNames.MayRead(by) ? found.Place : found.Place.ForOthers(map);
    }

    private static async Task<string> SubjectFor(LoketDb db, Case found, Actor by, PartnerCard? partner, CancellationToken cancel)
    {
        if (partner is not null) return await PartnerEyes.SubjectOf(db, found, partner, CaseNames.Language, cancel) ?? "";
        return CaseNames.MayRead(by) ? found.Subject : await CaseNames.Of(db, found, CaseNames.Language, cancel);
    }
}
