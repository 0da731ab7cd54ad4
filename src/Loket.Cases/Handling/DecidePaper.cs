using Loket.Cases.Handovers;
using Loket.Cases.Norms;
using Loket.Cases.Participants;
using Loket.Cases.Register;
using Loket.Cases.Routing;
using Loket.Cases.Types;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;

namespace Loket.Cases.Handling;

/// <summary>Somebody decides that a case is a formal paper (row A13). It gets the type of that paper, and the term of the law counts from the day on which it came in,
/// however late it was recognised: an objection is one from the day of its receipt (General Administrative Law Act, articles 6:4 and 6:5).</summary>
public sealed class MarkPaper(CaseChanges changes, DeadlineKeeper deadlines, Placing placing, Matters matters)
{
    /// <summary>Marks it, tells the resident that it was received as such, and places it by the rules.</summary>
    public Task<Result<ChangedCase>> Handle(CaseChange change, FormalPaper paper, CancellationToken cancel) =>
        changes.Run(change, new { paper }, DecidePaper.RightOf(change.By), async (work, found) =>
        {
            var asked = await DecidePaper.Of(work, found, matters, change.By, cancel);
            if (!asked.Succeeded) return asked.Failure;
            var matter = asked.Value;
            if (await work.Db.TypeFor(paper, cancel) is not { } type) return CaseFailures.UnknownType;
            if (found.Type == type.Key) return null;

            var zone = (await Calendars.Current(work.Db, cancel)).Zone;
            found.DecidePaper();
            found.Classify(type, found.Category);
            await matters.MarkPaper(work, matter.Id, paper, cancel);
            await matters.Classify(work, matter.Id, found.Category, found.SensitiveGroup, found.Type, found.Place.Area, cancel);
            work.Journal.Write(new CasePaperMarked(found.Id, paper, matter.ReceivedDay(zone)), change.By);
            await deadlines.Start(work, found, change.By, cancel, matter.ReceivedAt(zone));
            await placing.Route(work, found, change.By, cancel);
            return null;
        }, cancel);
}

/// <summary>Somebody decides that a case is no formal paper after all: by its words alone it looked like one, or it was marked wrongly.</summary>
public sealed class UnmarkPaper(CaseChanges changes, DeadlineKeeper deadlines, Placing placing, Matters matters)
{
    /// <summary>Gives it the type of its subject, tells the resident, who may disagree, and places it by the rules.</summary>
    public Task<Result<ChangedCase>> Handle(CaseChange change, CancellationToken cancel) =>
        changes.Run(change, "no paper", DecidePaper.RightOf(change.By), async (work, found) =>
        {
            var asked = await DecidePaper.Of(work, found, matters, change.By, cancel);
            if (!asked.Succeeded) return asked.Failure;
            var matter = asked.Value;
            var marked = (await work.Db.TypeOf(found.Type, cancel))!.FormalPaper;
            if ((marked ?? found.ProposedPaper) is not { } paper) return CaseFailures.NoPaper;

            var category = await work.Db.CategoryOf(found.Category ?? matter.Category, cancel);
            if (await work.Db.TypeOf(category?.CaseType ?? CaseRegister.GeneralType, cancel) is not { } type) return CaseFailures.UnknownType;
            found.DecidePaper();
            found.Classify(type, category?.Key);
            await matters.MarkPaper(work, matter.Id, null, cancel);
            await matters.Classify(work, matter.Id, category?.Key, found.SensitiveGroup, found.Type, found.Place.Area, cancel);
            work.Journal.Write(new CasePaperUnmarked(found.Id, paper, marked is not null), change.By);
            // What was a paper begins anew as something else; what only looked like one was promised an answer all along.
            if (marked is not null) await deadlines.Start(work, found, change.By, cancel);
            else await deadlines.Promise(work, found, change.By, cancel);
            await placing.Route(work, found, change.By, cancel);
            return null;
        }, cancel);
}

/// <summary>What both decisions ask first.</summary>
internal static class DecidePaper
{
    /// <summary>Who works on cases decides; who does triage, of what waits there.</summary>
    public static Right RightOf(Actor by) => by.May(Right.WorkOnCases) ? Right.WorkOnCases : Right.Triage;

    /// <summary>The one matter of the case.</summary>
    public static async Task<Result<MatterCard>> Of(Work work, Case found, Matters matters, Actor by, CancellationToken cancel)
    {
        if (!by.May(Right.WorkOnCases) && found.TriageReason is null) return OrganisationFailures.Forbidden;
        if (found.IsClosed) return CaseFailures.Closed;
        if (await TakeBack.Live(work.Db, found.Id, cancel) is not null) return HandoverFailures.AlreadyWithPartner;
        if (found.Participants.Where(one => one.LeftAt is null).ToList() is not [Participant only]) return CaseFailures.PaperStandsAlone;
        return await matters.Find(work.Db, only.Matter, Actor.System, cancel) is { } matter ? matter : CaseFailures.NotFound;
    }
}
