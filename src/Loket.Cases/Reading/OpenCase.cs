using Loket.Cases.Danger;
using Loket.Cases.Handovers;
using Loket.Cases.Keeping;
using Loket.Cases.Norms;
using Loket.Cases.Tasks;
using Loket.Cases.Together;
using Loket.Cases.Types;
using Loket.Documents;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Organisation.Partners;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

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
        var (view, _) = await unit.Read(db => Read(db, reference, by, cancel));
        if (view is null) return CaseFailures.NotFound;
        return await Look(view, by, purpose, null, cancel) is { } failure ? failure : view;
    }

    /// <summary>The same for a page that stands open: its reader is there from now on, and hears who else is.</summary>
    public async Task<Result<OpenedCase>> Handle(string reference, Actor by, string purpose, CaseDoing doing, CancellationToken cancel)
    {
        var (view, here) = await unit.Read(db => Read(db, reference, by, cancel));
        if (view is null) return CaseFailures.NotFound;
        var (me, now) = (by.Staff, machine.Instant());
        Action<Work>? beThere = me is { } staff && BeOnCase.IsNew(here, staff, doing, now) ? work => BeOnCase.Write(work, view.Id, doing, staff, now) : null;
        if (await Look(view, by, purpose, beThere, cancel) is { } failure) return failure;
        return new OpenedCase(view, me is { } reader ? BeOnCase.Others(here, reader) : []);
    }

    // The look is written before anything is shown; when it can't be, nothing is. What is written beside it goes in the same transaction.
    private async Task<Failure?> Look(CaseView view, Actor by, string purpose, Action<Work>? beside, CancellationToken cancel)
    {
        var isLook = view.Participants.Count > 0 || view.Shared.Count > 0;
        if (!isLook && beside is null) return null;
        var written = await unit.Run<Done>(work =>
        {
            if (isLook) work.Journal.Write(new CaseLookedAt(view.Id, purpose), by);
            beside?.Invoke(work);
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancel);
        return written.Failure;
    }

    private async Task<(CaseView? View, List<CasePresence> Here)> Read(LoketDb db, string reference, Actor by, CancellationToken cancel)
    {
        // What a partner knows of the people is in its handover; what another partner was asked is not its own to read.
        var partner = by.May(Right.SeeCases) ? null : by.Partner;
        var isOurs = partner is null;
        if (await FindCase.Meant(db, reference, cancel) is not { } meant || await Row(db, meant, isOurs, by, cancel) is not { } row) return (null, []);
        var (found, handovers) = (row.Case, row.Handovers);
        var people = by.May(Right.SeePersonalData) && isOurs ? await cards.Of(db, db.Participants.Where(one => one.CaseId == found.Id), by, cancel) : [];
        var related = isOurs ? await RelatedCases.Of(db, found.Id, by, cancel) : RelatedCases.None;
        var card = partner is { } reader ? await PartnerDirectory.Find(db, reader, cancel) : null;
        var shared = card is null ? [] : await sharing.Of(db, found, card, cancel);
        var seen = handovers.Select(one => one.Handover).Where(one => isOurs || one.Partner == partner).Select(HandoverView.Of);
        var type = await db.TypeOf(found, cancel);
        var view = new CaseView
        {
            Id = found.Id, Version = found.Version, Reference = found.Reference, Type = found.Type, Category = found.Category,
            Confidentiality = found.Confidentiality, Subject = await SubjectFor(db, found, by, card, cancel),
            Place = PlaceFor(found, by, !isOurs, card, await areas.Map(db, cancel)), Danger = found.Danger, Urgency = found.Urgency, Status = found.Status,
            OwnStatus = isOurs ? Statuses.Of(type.Statuses, found.Status, found.StatusKey) : null,
            Tasks = CaseTasks.InOrder(row.Tasks, type),
            NextStatuses = isOurs ? Statuses.Next(type.Statuses, found.Status, found.StatusKey, found.IsOurs) : [],
            OpenedAt = found.OpenedAt, Team = found.Team, Handler = found.Handler, Partner = found.Partner, TriageReason = found.TriageReason,
            Paper = type.FormalPaper, ProposedPaper = found.ProposedPaper,
            DeadlineAt = found.DeadlineAt, DeadlineSteps = found.DeadlineSteps is { } steps ? DeadlineSteps.FromJson(steps) : [],
            Norm = found.Norm, SuspendedAt = found.SuspendedAt,
            SnoozedUntil = isOurs ? found.SnoozedUntil : null, SuspendedUntil = found.SuspendedAt is null ? null : row.PauseEnds,
            ClosedAt = found.ClosedAt, Result = found.Result, Results = type.Results, Solved = found.Solved,
            KeptUntil = isOurs ? found.KeptUntil : null, Nomination = isOurs ? found.Nomination : null, HeldUntil = isOurs && found.IsClosed ? row.HeldUntil : null,
            Contacts = row.Contacts, Participants = people, Shared = shared, DangerCall = found.Danger ? row.Call : null,
            Parts = related.Parts, Before = related.Before, Linked = related.Linked,
            Handovers = [.. isOurs ? seen : seen.Select(one => one.WithoutNationalNumbers())],
            FilesAlong = [.. handovers.SelectMany(one => one.Files)], IsForPartner = !isOurs,
        };
        return (view.IsForPartner && found.SensitiveGroup is not null ? view.WithoutSubject() : view, row.Here);
    }

    // The case with what there is one of, and for us the few that there are of the rest.
    private async Task<CaseRow?> Row(LoketDb db, IQueryable<CaseId> meant, bool isOurs, Actor by, CancellationToken cancel)
    {
        var visible = db.Cases.VisibleTo(by);
        var alone =
            from one in visible
            where meant.Contains(one.Id)
            join call in db.Set<DangerCall>() on one.Id equals call.CaseId into calls
            from call in calls.DefaultIfEmpty()
            select new CaseRow
            {
                Case = one,
                PauseEnds = db.Set<Pause>().Where(pause => pause.CaseId == one.Id && pause.Until == null).Select(pause => (Instant?)pause.Ends).FirstOrDefault(),
                OwnHold = db.Set<CaseHold>().Where(hold => hold.CaseId == one.Id).Select(hold => (LocalDate?)hold.Until).FirstOrDefault(),
                // Asked apart: by both at once the database looks at every hold that there is.
                PartsHold = (
                    from part in db.Set<Case>()
                    where part.MergedInto == one.Id
                    join hold in db.Set<CaseHold>() on part.Id equals hold.CaseId
                    orderby hold.Until descending
                    select (LocalDate?)hold.Until).FirstOrDefault(),
                Turn = (int?)call.Turn,
                AcknowledgedBy = call.AcknowledgedBy,
                AcknowledgedAt = call.AcknowledgedAt,
                Contacts = one.Participants.Where(participant => participant.LeftAt == null).Select(participant => participant.Contact).Distinct().Count(),
            };
        if (!isOurs)
        {
            if (await alone.FirstOrDefaultAsync(cancel) is not { } bare) return null;
            var id = bare.Case.Id;
            return bare with { Handovers = InOrder(await db.Handovers.Where(handover => handover.CaseId == id).Select(handover => new HandoverRow(handover, null, null)).ToListAsync(cancel)) };
        }

        var since = machine.Instant() - BeOnCase.Stays;
        var whole =
            from row in alone.AsSingleQuery()
            select new
            {
                Row = row,
                Here = db.Set<CasePresence>().Where(presence => presence.CaseId == row.Case.Id && presence.SeenAt > since).OrderBy(presence => presence.StaffId).ToList(),
                Tasks = db.Set<CaseTask>().Where(task => task.CaseId == row.Case.Id).ToList(),
                Handovers = (
                    from handover in db.Set<Handover>()
                    where handover.CaseId == row.Case.Id
                    join file in db.Set<HandoverFile>() on handover.Id equals file.HandoverId into files
                    from file in files.DefaultIfEmpty()
                    select new HandoverRow(handover, (DocumentId?)file.DocumentId, (bool?)file.FromPartner)).ToList(),
            };
        return await whole.ToListAsync(cancel) is not [var found, ..] ? null : found.Row with { Here = found.Here, Tasks = found.Tasks, Handovers = InOrder(found.Handovers) };
    }

    // Newest first, each with what went along.
    private static IReadOnlyList<(Handover Handover, IReadOnlyList<FileAlong> Files)> InOrder(List<HandoverRow> rows) =>
    [
        .. rows.GroupBy(row => row.Handover.Id)
            .Select(same => (same.First().Handover, Files: (IReadOnlyList<FileAlong>)
                [.. same.Where(row => row.Document is not null).Select(row => new FileAlong(same.Key, row.Document!.Value, row.FromPartner!.Value))]))
            .OrderByDescending(one => one.Handover.OfferedAt).ThenBy(one => one.Handover.Id.Value),
    ];

    // A handover with one of the files that went along, if any.
    private sealed record HandoverRow(Handover Handover, DocumentId? Document, bool? FromPartner);

    // What is read of a case at once; a partner gets neither tasks, nor who is here, nor what went along.
    private sealed record CaseRow
    {
        public required Case Case { get; init; }

        public Instant? PauseEnds { get; init; }

        public LocalDate? OwnHold { get; init; }

        public LocalDate? PartsHold { get; init; }

        // Who holds a part of it holds the whole.
        public LocalDate? HeldUntil => OwnHold is { } own && !(PartsHold > own) ? own : PartsHold;

        public int? Turn { get; init; }

        public StaffId? AcknowledgedBy { get; init; }

        public Instant? AcknowledgedAt { get; init; }

        public int Contacts { get; init; }

        public List<CasePresence> Here { get; init; } = [];

        public List<CaseTask> Tasks { get; init; } = [];

        public IReadOnlyList<(Handover Handover, IReadOnlyList<FileAlong> Files)> Handovers { get; init; } = [];

        public DangerCallView? Call => Turn is { } turn ? new DangerCallView(turn, AcknowledgedBy, AcknowledgedAt) : null;
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
