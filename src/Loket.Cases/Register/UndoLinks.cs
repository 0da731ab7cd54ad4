using Loket.Cases.Danger;
using Loket.Cases.Handovers;
using Loket.Cases.Keeping;
using Loket.Cases.Norms;
using Loket.Cases.Participants;
using Loket.Cases.Together;
using Loket.Contacts;
using Loket.Documents;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Register;

/// <summary>A contact that left a case.</summary>
/// <param name="Matter">Its matter, which is open again.</param>
/// <param name="Danger">Whether it takes danger along: the case is dangerous, and it told so or nobody else asks for it.</param>
public sealed record LeftCase(MatterId Matter, bool Danger);

/// <summary>Undoes what intake made of a matter, inside the transaction of a use case that has checked who may.</summary>
public sealed class UndoLinks(Matters matters, JournalReader journal)
{
    private const int MostLines = 500;

    /// <summary>What a contact asked leaves the case and is open again. A case that nobody asks for any more is withdrawn; nobody is told that anything ended.</summary>
    /// <returns>What left; a conflict when it was the last that was asked and the case has been worked on.</returns>
    public async Task<Result<LeftCase>> Leave(Work work, CaseId id, MatterId matter, int? seen, Actor by, CancellationToken cancel)
    {
        // The one who took the contact may not be among those who see the case; the caller has checked.
        var found = await Handling.CaseChanges.Load(work, id, Actor.System, cancel);
        if (found is null) return CaseFailures.NotFound;
        if (seen is { } version && version != found.Version) return StorageFailures.ChangedMeanwhile;
        if (found.Participants.FirstOrDefault(one => one.Matter == matter && one.LeftAt is null) is not { } participant) return CaseFailures.NotJoined;

        participant.Leave(work.Now);
        work.Db.Entry(found).State = EntityState.Modified;   // who is on a case is part of it
        RepeatWatch.Weigh(found, Participant.Contacts(found.Participants));
        var alone = found.Participants.All(one => one.LeftAt is not null);
        var danger = found.Danger && (alone || await ToldOfDanger(participant, cancel));
        if (await matters.Reopen(work, matter, id.Value, by, cancel, danger) is { } failure) return failure;
        work.Journal.Write(new ContactLeft(id, participant.Contact, matter, participant.Id), by);
        if (alone && await Withdraw(work, found, by, cancel) is { } worked) return worked;
        await work.Db.SaveChangesAsync(cancel);
        return new LeftCase(matter, danger);
    }

    /// <summary>Whether an open matter tells of danger: it did when it was taken off the case on which it stood last.</summary>
    public async Task<bool> TakesDangerAlong(MatterId matter, CancellationToken cancel) =>
        (await journal.Timeline(matter.Value, Audience.Staff, MostLines, null, cancel)).Select(line => line.Happened).OfType<MatterReopened>()
            .FirstOrDefault(reopened => reopened.Matter == matter)?.Danger == true;

    // Its words are judged anew wherever it goes; that somebody said so stands nowhere else.
    private async Task<bool> ToldOfDanger(Participant participant, CancellationToken cancel) =>
        (await journal.Timeline(participant.Contact.Value, Audience.Staff, MostLines, null, cancel)).Any(line => line.Happened switch
        {
            CaseOpened opened => opened.Danger && opened.Participant == participant.Id,
            ContactJoined joined => joined.Danger && joined.Participant == participant.Id,
            _ => false,
        });

    private async Task<Failure?> Withdraw(Work work, Case found, Actor by, CancellationToken cancel)
    {
        var live = await TakeBack.Live(work.Db, found.Id, cancel);
        var isWhole = await work.Db.Cases.AnyAsync(one => one.MergedInto == found.Id, cancel);
        if (found.IsClosed || isWhole || await IsWorkedOn(found, by, cancel)) return CaseFailures.WorkedOn;
        if (live is not null)
        {
            live.Withdraw(work.Now);
            work.Journal.Write(new HandoverTakenBack(found.Id, live.Id, live.Partner, null), by);
            await work.Jobs.Cancel(WatchHandover.Once(live.Id), cancel);
        }

        found.Withdraw(await Retention.OfUndone(work, found, cancel), work.Now);
        work.Journal.Write(new CaseWithdrawn(found.Id), by);
        await work.Jobs.Cancel(WatchDeadline.Once(found.Id), cancel);
        return null;
    }

    // A rule, or a virtual colleague, may give a case to a person, a team or a partner, who have then done nothing with it yet.
    private async Task<bool> IsWorkedOn(Case found, Who by, CancellationToken cancel)
    {
        var lines = await journal.Timeline(found.Id.Value, Audience.Staff, MostLines, null, cancel);
        return lines.Any(line => IsWork(line.Happened) || (line.By != by && line.By.Kind != WhoKind.VirtualColleague && IsPlacing(line.Happened)) || IsOfferByHand(line, lines));
    }

    // What a colleague, the partner or the resident did: it would be lost without a word.
    private static bool IsWork(IJournalEvent? happened) => happened is
        CaseTaken or CaseNoted or CaseAnswered or CaseAsked or CaseSuspended or CaseExtended or CaseClosed or ParticipantWrote
        or DangerAcknowledged or DangerFound { Reason: not null } or DangerLifted or DocumentStored
        or HandoverAccepted or HandoverProgressed or HandoverAskedBack or HandoverAnswered or HandoverDone or HandoverTakenBack { Reason: not null }
        or HandoverFilesReceived or HandoverFilesGiven { Later: true };

    // Who finds its subject, its team or with which case it belongs, and sees by it that it is a repeat, may take it back; another's finding is work.
    private static bool IsPlacing(IJournalEvent? happened) =>
        happened is CaseClassified or CasePaperMarked or CasePaperUnmarked or CaseRouted { Rule: null, Team: not null }
        or CaseMerged or CaseParted or CaseSplit or CaseLinked;

    // A rule that offers it to a partner says so in the same moment.
    private static bool IsOfferByHand(TimelineLine line, IReadOnlyList<TimelineLine> lines) => line.Happened is HandoverOffered offered
        && !lines.Any(other => other.At == line.At && other.Happened is CaseRouted { Rule: not null, Partner: { } partner } && partner == offered.Partner);
}
