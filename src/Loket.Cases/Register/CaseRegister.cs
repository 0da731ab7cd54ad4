using Loket.Cases.Handovers;
using Loket.Cases.Norms;
using Loket.Cases.Participants;
using Loket.Cases.Routing;
using Loket.Cases.Types;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Kernel.Geography;
using Loket.Kernel.References;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Register;

/// <summary>A case that a matter became or joined.</summary>
public sealed record RegisteredCase(CaseId Id, string Reference, ParticipantId Participant, int Participants, bool Reopened = false);

/// <summary>Opens cases for matters and joins matters to cases, inside the transaction of a use case.</summary>
public sealed class CaseRegister(Placing placing, DeadlineKeeper deadlines, Matters matters, RepeatWatch repeats)
{
    /// <summary>Key of the case type of what has no subject yet.</summary>
    public const string GeneralType = "general";

    /// <summary>A matter becomes a case: typed by its subject or paper, with a deadline, and placed with whoever must act.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="matterId">The matter.</param>
    /// <param name="danger">Whether it cannot wait.</param>
    /// <param name="by">Who registers it.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="looksKnown">Whether it is likely about a case that stands: then a person looks before anybody is sent out. Danger never waits for that.</param>
    public async Task<Result<RegisteredCase>> Open(Work work, MatterId matterId, bool danger, Actor by, CancellationToken cancel, bool looksKnown = false)
    {
        // The one who registers it may not be among those who may see it: a complaint about staff taken at a desk.
        if (await matters.Find(work.Db, matterId, Actor.System, cancel) is not { } matter) return ContactFailures.NotFound;
        var category = matter.Category is null ? null : await work.Db.Categories.FindAsync([matter.Category], cancel);
        if (matter.Category is not null && category is null) return CaseFailures.UnknownCategory;
        if (await TypeFor(work.Db, matter, category, cancel) is not { } type) return CaseFailures.UnknownType;

        var opened = new Case
        {
            Id = Ids.New<CaseId>(),
            Reference = new ReferenceSource((await Profiles.Current(work.Db, cancel)).ReferencePrefix).Next().ToString(),
            Type = type.Key,
            Subject = matter.Subject,
            Place = matter.Place,
            Cell = matter.Place is { X: { } x, Y: { } y } ? GridCell.Of(new RdPoint(x, y)).Index : null,
            Danger = danger || category?.Danger == true,
            OpenedAt = work.Now,
        };
        opened.Classify(type, category?.Key);
        var participant = opened.Add(matter, work.Now);
        work.Db.Add(opened);

        await matters.Classify(work, matter.Id, category?.Key, opened.SensitiveGroup, cancel);
        if (await matters.End(work, matter.Id, Outcome.NewCase, opened.Id.Value, null, by, cancel) is { } failure) return failure;
        work.Journal.Write(new CaseOpened(opened.Id, matter.Contact, matter.Id, participant.Id, opened.Type, opened.Category, opened.Danger), by);
        await deadlines.Set(work, opened, startsAnew: true, by, cancel);
        if (looksKnown && !opened.Danger) Placing.LetSomebodyLook(work, opened, by);
        else await placing.Route(work, opened, by, cancel);
        return new RegisteredCase(opened.Id, opened.Reference, participant.Id, 1);
    }

    /// <summary>A matter is a repeat of a case: one more participant, and louder if they are many.</summary>
    public async Task<Result<RegisteredCase>> Join(Work work, CaseId id, MatterId matterId, bool byItself, Actor by, CancellationToken cancel)
    {
        var found = await Handling.CaseChanges.Load(work, id, by, cancel);
        if (found is null) return CaseFailures.NotFound;
        if (await matters.Find(work.Db, matterId, Actor.System, cancel) is not { } matter) return ContactFailures.NotFound;

        var type = await work.Db.CaseTypes.SingleAsync(one => one.Key == found.Type, cancel);
        if (type.FormalPaper is not null) return CaseFailures.FormalPaperIsNeverJoined;
        var joined = found.Join(matter, Duration.FromDays(type.ReopenDays), work.Now);
        if (!joined.Succeeded) return joined.Failure;
        work.Db.Add(joined.Value);

        await matters.Classify(work, matter.Id, found.Category, found.SensitiveGroup, cancel);
        if (await matters.End(work, matter.Id, Outcome.Joined, id.Value, null, by, cancel) is { } failure) return failure;
        var live = found.Participants.Count(one => one.LeftAt is null);
        work.Journal.Write(new ContactJoined(id, matter.Contact, matter.Id, joined.Value.Id, live, byItself), by);

        var reopened = found.IsClosed;
        if (reopened)
        {
            found.Reopen();
            work.Journal.Write(new CaseReopened(id, null), by);
            await deadlines.Set(work, found, startsAnew: true, by, cancel);
            await placing.Route(work, found, by, cancel);
        }

        await repeats.Look(work, found, live, by, cancel);
        return new RegisteredCase(id, found.Reference, joined.Value.Id, live, reopened);
    }

    /// <summary>The joining is undone: the matter is open again, the case keeps the rest. The last participant cannot leave.</summary>
    public async Task<Result<MatterId>> Leave(Work work, CaseId id, ContactId contact, Actor by, CancellationToken cancel, int? seen = null)
    {
        var found = await Handling.CaseChanges.Load(work, id, by, cancel);
        if (found is null) return CaseFailures.NotFound;
        if (seen is { } version && version != found.Version) return StorageFailures.ChangedMeanwhile;
        if (found.Participants.FirstOrDefault(one => one.Contact == contact && one.LeftAt is null) is not { } participant) return CaseFailures.NotJoined;
        if (found.Participants.Count(one => one.LeftAt is null) == 1) return CaseFailures.LastParticipant;
        participant.Leave(work.Now);
        if (await matters.Reopen(work, participant.Matter, id.Value, by, cancel) is { } failure) return failure;
        work.Journal.Write(new ContactLeft(id, contact, participant.Matter, participant.Id), by);
        return participant.Matter;
    }

    /// <summary>The making of a case is undone, because its only matter turns out to be about another one. The matter is open again; nobody is told
    /// that anything ended. A case that somebody took, or that a partner accepted, stays.</summary>
    public async Task<Failure?> Unmake(Work work, MatterId matter, CaseId insteadOf, Actor by, CancellationToken cancel)
    {
        var id = await work.Db.Participants.Where(one => one.Matter == matter && one.LeftAt == null).Select(one => (CaseId?)one.CaseId).FirstOrDefaultAsync(cancel);
        if (id is not { } known || await Handling.CaseChanges.Load(work, known, by, cancel) is not { } found) return CaseFailures.NotFound;
        if (known == insteadOf) return CaseFailures.AlreadyJoined;
        if (found.IsClosed || found.Handler is not null || found.Participants.Count(one => one.LeftAt is null) != 1) return CaseFailures.WorkedOn;
        if (await TakeBack.Live(work.Db, known, cancel) is { } handover)
        {
            if (handover.State == HandoverState.Accepted) return CaseFailures.WorkedOn;
            handover.TakeBack(found.Reference, work.Now);
            work.Journal.Write(new HandoverTakenBack(known, handover.Id, handover.Partner, null), by);
            await work.Jobs.Cancel(WatchHandover.Once(handover.Id), cancel);
        }

        found.Participants.Single(one => one.LeftAt is null).Leave(work.Now);
        found.Unmake(work.Now);
        await work.Jobs.Cancel(WatchDeadline.Once(known), cancel);
        work.Journal.Write(new CaseUnmade(known, matter, insteadOf), by);
        return await matters.Reopen(work, matter, known.Value, by, cancel);
    }

    private static async Task<CaseType?> TypeFor(LoketDb db, MatterCard matter, Category? category, CancellationToken cancel)
    {
        if (matter.FormalPaper is { } paper) return await db.CaseTypes.FirstOrDefaultAsync(type => type.FormalPaper == paper, cancel);
        var key = category?.CaseType ?? GeneralType;
        return await db.CaseTypes.FirstOrDefaultAsync(type => type.Key == key, cancel);
    }
}
