using Loket.Cases.Danger;
using Loket.Cases.Handling;
using Loket.Cases.Norms;
using Loket.Cases.Participants;
using Loket.Cases.Register;
using Loket.Cases.Routing;
using Loket.Cases.Types;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Kernel.References;
using Loket.Kernel.Text;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Together;

/// <summary>Some of those who asked turn out to ask for something else: it becomes a case of its own, with them (row B3). Merging it back undoes it.</summary>
public sealed class SplitCase(CaseChanges changes, Matters matters, DeadlineKeeper deadlines, Placing placing)
{
    private const int LongestSubject = 200;

    /// <summary>What the new case is about, and for whom.</summary>
    /// <param name="People">The references of who go along.</param>
    /// <param name="Subject">What it is about, in a line.</param>
    /// <param name="Category">Key of its subject; null for that of the case that it comes from.</param>
    public sealed record NewCase(IReadOnlyList<string> People, string? Subject, string? Category);

    /// <summary>Makes it. Who go along are told where their date or subject changes; for who stay nothing does.</summary>
    /// <returns>The new case.</returns>
    public async Task<Result<ChangedCase>> Handle(CaseChange change, NewCase asked, CancellationToken cancel)
    {
        ChangedCase? made = null;
        var split = await changes.Run(change, asked, Right.WorkOnCases, async (work, found) =>
        {
            if (found.IsClosed) return CaseFailures.Closed;
            if (found.ProposedPaper is not null) return CaseFailures.PaperUndecided;
            var live = found.Participants.Where(one => one.LeftAt is null).ToList();
            var going = live.FindAll(one => asked.People.Contains(one.Reference, StringComparer.Ordinal));
            if (going.Count == 0 || going.Count == live.Count || going.Count != asked.People.Distinct(StringComparer.Ordinal).Count()) return LinkFailures.SomeGo;
            var line = CleanText.Line(asked.Subject, LongestSubject);
            if (!line.Succeeded) return line.Failure.At("Subject");
            if (line.Value.Length == 0) return LinkFailures.SubjectMissing;
            var key = string.IsNullOrWhiteSpace(asked.Category) ? found.Category : asked.Category;
            var category = await work.Db.CategoryOf(key, cancel);
            if (key is not null && (category is null || (!category.Active && key != found.Category))) return CaseFailures.UnknownCategory;
            if (await work.Db.TypeOf(category?.CaseType ?? CaseRegister.GeneralType, cancel) is not { } type) return CaseFailures.UnknownType;
            if ((await work.Db.TypeOf(found.Type, cancel))?.FormalPaper is not null || type.FormalPaper is not null) return CaseFailures.FormalPaperIsNeverJoined;
            if (type.Group != found.SensitiveGroup) return LinkFailures.OtherSecret;

            var opened = new Case
            {
                Id = Ids.New<CaseId>(),
                Reference = new ReferenceSource((await Profiles.Current(work.Db, cancel)).ReferencePrefix).Next().ToString(),
                Type = type.Key, Subject = line.Value, Place = found.Place, Cell = found.Cell, OpenedAt = work.Now,
            };
            opened.Classify(type, category?.Key);
            opened.SetDanger(category?.Danger == true || await TellOfDanger(work, going, category?.Key, cancel));
            opened.TakeClockOf(found);
            work.Db.Add(opened);
            foreach (var one in going) await ParticipantOrigin.Remember(work.Db, one, work.Now, cancel);
            opened.TakeFrom(going);
            work.Db.Entry(found).State = EntityState.Modified;   // who is on a case is part of it
            foreach (var one in going) await matters.Classify(work, one.Matter, category?.Key, opened.SensitiveGroup, opened.Type, opened.Place.Area, cancel);
            work.Db.Add(CaseLink.Of(opened.Id, found.Id, CaseLinkKind.SplitOff, work.Now));
            await work.Db.SaveChangesAsync(cancel);

            // What was promised to them counts from when it was.
            await deadlines.Start(work, opened, change.By, cancel, found.ClockStartedAt);
            if (opened.Pauses.Find(one => one.Until is null) is { } pause) work.Jobs.Add(new EndPause(opened.Id), pause.Ends, EndPause.Once(opened.Id));
            var zone = (await Calendars.Current(work.Db, cancel)).Zone;
            var isNews = opened.Category != found.Category || opened.DeadlineAt?.InZone(zone).Date != found.DeadlineAt?.InZone(zone).Date;
            work.Journal.Write(new CaseSplit(opened.Id, found.Id, opened.Reference, found.Reference, Participant.Contacts(going), isNews), change.By);
            if (opened.Danger) work.Journal.Write(new DangerFound(opened.Id), change.By);
            await placing.Route(work, opened, change.By, cancel);
            RepeatWatch.Weigh(found, Participant.Contacts(live.Except(going)));
            RepeatWatch.Weigh(opened, Participant.Contacts(going));
            made = new ChangedCase(opened.Id, opened.Reference, opened.Status, opened.Version);
            return null;
        }, cancel);
        // A wish that was carried out before is told as it is: the case that it comes from says what was split off.
        return split.Succeeded ? made ?? split.Value : split.Failure;
    }

    private async Task<bool> TellOfDanger(Work work, IEnumerable<Participant> people, string? category, CancellationToken cancel)
    {
        foreach (var one in people)
        {
            if (await matters.Find(work.Db, one.Matter, Actor.System, cancel) is { } matter && await DangerWords.In(work.Db, category, matter.Words, cancel)) return true;
        }

        return false;
    }
}
