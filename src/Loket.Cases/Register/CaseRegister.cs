using Loket.Cases.Callbacks;
using Loket.Cases.Danger;
using Loket.Cases.Norms;
using Loket.Cases.Participants;
using Loket.Cases.Routing;
using Loket.Cases.Telling;
using Loket.Cases.Together;
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
/// <param name="Id">The case.</param>
/// <param name="Reference">Its number.</param>
/// <param name="Participant">The link that was made.</param>
/// <param name="Participants">How many contacts are on it now.</param>
/// <param name="Group">The sensitive group whose people alone may know of it.</param>
/// <param name="Area">Key of its area.</param>
/// <param name="Type">Key of its kind.</param>
/// <param name="Reopened">Whether it was opened again for this matter.</param>
public sealed record RegisteredCase(CaseId Id, string Reference, ParticipantId Participant, int Participants, string? Group, string? Area, string Type, bool Reopened = false)
{
    /// <summary>Whether who registered it may know of it.</summary>
    public bool IsKnownTo(Actor by) => by.MayKnowOf(Group) && (by.IsSystem || by.Bounds.Holds(Area, Type));
}

/// <summary>Opens cases for matters, joins matters to cases and ends them without one, inside the transaction of a use case.</summary>
public sealed class CaseRegister(Placing placing, DeadlineKeeper deadlines, Matters matters, RepeatWatch repeats, CallbackRegister callbacks)
{
    /// <summary>Key of the case type of what has no subject yet.</summary>
    public const string GeneralType = "general";

    /// <summary>A matter becomes a case: typed by its subject or paper, with a deadline, and placed with whoever must act. What may be a formal paper by its words alone has,
    /// until somebody decides, the short term of what has no subject yet, and who may not know of such papers does not know of it.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="matterId">The matter.</param>
    /// <param name="danger">Whether somebody said that it cannot wait; its words and its subject may say so too.</param>
    /// <param name="by">Who registers it.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="first">Why a person looks before anybody is sent out; null where there is no reason to. Danger never waits for that.</param>
    public async Task<Result<RegisteredCase>> Open(Work work, MatterId matterId, bool danger, Actor by, CancellationToken cancel, TriageReason? first = null)
    {
        // The one who registers it may not be among those who may see it: a complaint about staff taken at a desk.
        if (await matters.Find(work.Db, matterId, Actor.System, cancel) is not { } matter) return ContactFailures.NotFound;
        var kind = await KindOf(work.Db, matter, cancel);
        if (!kind.Succeeded) return kind.Failure;
        if (kind.Value is not { Type: { } type, Category: var category }) return CaseFailures.UnknownType;

        var paper = matter.ProposedPaper is { } looksLike ? await work.Db.TypeFor(looksLike, cancel) : null;
        danger = danger || category?.Danger == true || await DangerWords.In(work.Db, category?.Key, matter.Words, cancel);
        if (paper is not null && !danger) (type, category) = ((await work.Db.TypeOf(GeneralType, cancel)) ?? type, null);
        var opened = new Case
        {
            Id = Ids.New<CaseId>(),
            Reference = new ReferenceSource((await Profiles.Current(work.Db, cancel)).ReferencePrefix).Next().ToString(),
            Type = type.Key,
            Subject = matter.Subject,
            Place = matter.Place,
            Cell = matter.Place is { X: { } x, Y: { } y } ? GridCell.Of(new RdPoint(x, y)).Index : null,
            OpenedAt = work.Now,
        };
        opened.Classify(type, category?.Key);
        opened.SetDanger(danger);
        if (paper is not null) opened.ProposePaper(paper);
        var participant = opened.Add(matter, work.Now);
        work.Db.Add(opened);

        await matters.Classify(work, matter.Id, category?.Key, opened.SensitiveGroup, opened.Type, opened.Place.Area, cancel);
        if (await matters.End(work, matter.Id, Outcome.NewCase, opened.Id.Value, null, by, cancel) is { } failure) return failure;
        work.Journal.Write(new CaseOpened(opened.Id, matter.Contact, matter.Id, participant.Id, opened.Type, opened.Category, opened.Danger, matter.Assistance), by);
        await deadlines.Start(work, opened, by, cancel, await ReceivedAt(work.Db, type, matter, cancel));
        if (paper is not null && !danger) await placing.ForDecision(work, opened, paper, by, cancel);
        else if (first is { } reason && !opened.Danger) Placing.ToTriage(work, opened, reason, by);
        else await placing.Route(work, opened, by, cancel);
        return new RegisteredCase(opened.Id, opened.Reference, participant.Id, 1, opened.SensitiveGroup, opened.Place.Area, opened.Type);
    }

    /// <summary>A matter is a repeat of a case: one more participant, and louder if they are many. Danger that it tells of makes the case dangerous.</summary>
    public async Task<Result<RegisteredCase>> Join(Work work, CaseId id, MatterId matterId, bool byItself, Actor by, CancellationToken cancel, bool danger = false)
    {
        var found = await Handling.CaseChanges.Load(work, id, by, cancel);
        if (found is null) return CaseFailures.NotFound;
        if (found.MergedInto is not null) return MergeFailures.GoesOnElsewhere;
        if (await matters.Find(work.Db, matterId, Actor.System, cancel) is not { } matter) return ContactFailures.NotFound;
        var kind = await KindOf(work.Db, matter, cancel);
        if (!kind.Succeeded) return kind.Failure;
        // On a case that everybody sees it would be counted, so known.
        if (kind.Value.Type?.Group is { } group && group != found.SensitiveGroup) return CaseFailures.MoreConfidential;

        var type = await work.Db.TypeOf(found, cancel);
        if (type.FormalPaper is not null) return CaseFailures.FormalPaperIsNeverJoined;
        var joined = found.Join(matter, Duration.FromDays(type.ReopenDays), work.Now);
        if (!joined.Succeeded) return joined.Failure;
        work.Db.Add(joined.Value);

        // It keeps a subject of its own, or none: when it was joined wrongly, it leaves as it came. What joined a secret stays one until somebody of its group decides.
        var secret = found.SensitiveGroup is null ? null : found.Category;
        await matters.Classify(work, matter.Id, matter.Category ?? secret, found.SensitiveGroup, found.Type, found.Place.Area, cancel);
        if (await matters.End(work, matter.Id, Outcome.Joined, id.Value, null, by, cancel) is { } failure) return failure;
        var live = Participant.Contacts(found.Participants);
        danger = danger || await DangerWords.In(work.Db, matter.Category ?? found.Category, matter.Words, cancel);
        work.Journal.Write(new ContactJoined(id, matter.Contact, matter.Id, joined.Value.Id, live, byItself, matter.Assistance, danger), by);

        var reopened = found.IsClosed;
        if ((danger && found.SetDanger(true)) || (reopened && found.Danger)) work.Journal.Write(new DangerFound(id), by);
        if (reopened)
        {
            found.Reopen();
            work.Journal.Write(new CaseReopened(id, null, joined.Value.Id), by);
            await deadlines.Start(work, found, by, cancel);
            await placing.Route(work, found, by, cancel);
        }

        await repeats.Look(work, found, live, by, cancel);
        return new RegisteredCase(id, found.Reference, joined.Value.Id, live, found.SensitiveGroup, found.Place.Area, found.Type, reopened);
    }

    /// <summary>A matter is answered or forwarded on the spot. Who may know of it follows from what it is about all the same.</summary>
    public async Task<Failure?> EndWithout(Work work, MatterId matterId, Outcome outcome, string text, Actor by, CancellationToken cancel, PartnerId? body = null) =>
        (await Classify(work, matterId, cancel)).Failure ?? await matters.End(work, matterId, outcome, null, text, by, cancel, body);

    /// <summary>Somebody is to be called back about a matter, which ends with that.</summary>
    public async Task<Result<RegisteredCallback>> EndWithCallback(Work work, MatterId matterId, NewCallback asked, Actor by, CancellationToken cancel)
    {
        var matter = await Classify(work, matterId, cancel);
        if (!matter.Succeeded) return matter.Failure;
        var made = await callbacks.Make(work, matter.Value, asked, null, by, cancel);
        return made.Succeeded ? await EndWith(work, matterId, made.Value, by, cancel) : made;
    }

    /// <summary>Somebody asks again to be called back; the matter ends with that.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="matterId">The matter.</param>
    /// <param name="again">The request that is open.</param>
    /// <param name="window">Another stretch of time; null for the one that stands.</param>
    /// <param name="owner">Who calls from now on; null for whoever does already.</param>
    /// <param name="by">Who takes it.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Result<RegisteredCallback>> EndWithCallback(Work work, MatterId matterId, CallbackId again, CallWindow? window, CallbackOwner? owner, Actor by, CancellationToken cancel)
    {
        var matter = await Classify(work, matterId, cancel);
        if (!matter.Succeeded) return matter.Failure;
        var raised = await callbacks.Raise(work, again, matter.Value, window, owner, by, cancel);
        return raised.Succeeded ? await EndWith(work, matterId, raised.Value, by, cancel) : raised;
    }

    /// <summary>What they asked to be called back about became a case: the promise stands, about that case.</summary>
    /// <param name="work">The transaction, in which the case was opened.</param>
    /// <param name="matterId">The matter.</param>
    /// <param name="opened">The case.</param>
    /// <param name="asked">What is asked.</param>
    /// <param name="by">Who takes it.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Result<RegisteredCallback>> CallBackAbout(Work work, MatterId matterId, CaseId opened, NewCallback asked, Actor by, CancellationToken cancel) =>
        await matters.Find(work.Db, matterId, Actor.System, cancel) is { } matter ? await callbacks.Make(work, matter, asked, opened, by, cancel) : ContactFailures.NotFound;

    /// <summary>The same, of who asked again: the request that is open comes sooner.</summary>
    /// <param name="work">The transaction, in which the case was opened.</param>
    /// <param name="matterId">The matter.</param>
    /// <param name="again">The request that is open.</param>
    /// <param name="window">Another stretch of time; null for the one that stands.</param>
    /// <param name="owner">Who calls from now on; null for whoever does already.</param>
    /// <param name="by">Who takes it.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Result<RegisteredCallback>> CallBackAbout(Work work, MatterId matterId, CallbackId again, CallWindow? window, CallbackOwner? owner, Actor by, CancellationToken cancel) =>
        await matters.Find(work.Db, matterId, Actor.System, cancel) is { } matter ? await callbacks.Raise(work, again, matter, window, owner, by, cancel) : ContactFailures.NotFound;

    private async Task<Result<RegisteredCallback>> EndWith(Work work, MatterId matterId, RegisteredCallback callback, Actor by, CancellationToken cancel) =>
        await matters.End(work, matterId, Outcome.Callback, null, null, by, cancel) is { } failure ? failure : callback;

    // Who may know of it follows from what it is about.
    private async Task<Result<MatterCard>> Classify(Work work, MatterId matterId, CancellationToken cancel)
    {
        if (await matters.Find(work.Db, matterId, Actor.System, cancel) is not { } matter) return ContactFailures.NotFound;
        var kind = await KindOf(work.Db, matter, cancel);
        if (!kind.Succeeded) return kind.Failure;
        var group = kind.Value.Type?.Group;
        await matters.Classify(work, matter.Id, matter.Category, group, kind.Value.Type?.Key, null, cancel);
        return matter with { SensitiveGroup = group };
    }

    /// <summary>Keeps with a case what whoever took it had said or wanted, for whoever decides what it is.</summary>
    public static async Task NoteTaken(Work work, CaseId id, Outcome outcome, string text, Actor by, CancellationToken cancel) =>
        work.Journal.Write(new CaseNoted(id, StaffReasons.Taken(outcome, text, (await Profiles.Current(work.Db, cancel)).Language)), by);

    // A term of the law counts from the day on which the paper came in; a promise of our own from when it was registered.
    private static async Task<Instant?> ReceivedAt(LoketDb db, CaseType type, MatterCard matter, CancellationToken cancel) =>
        type.FormalPaper is null ? null : matter.ReceivedAt((await Calendars.Current(db, cancel)).Zone);

    /// <summary>What a matter is by its paper or subject; without a type where the municipality has set up none for it.</summary>
    private static async Task<Result<Kind>> KindOf(LoketDb db, MatterCard matter, CancellationToken cancel)
    {
        var category = await db.CategoryOf(matter.Category, cancel);
        if (matter.Category is not null && category is null) return CaseFailures.UnknownCategory;
        return new Kind(matter.FormalPaper is { } paper ? await db.TypeFor(paper, cancel) : await db.TypeOf(category?.CaseType ?? GeneralType, cancel), category);
    }

    private sealed record Kind(CaseType? Type, Category? Category);
}
