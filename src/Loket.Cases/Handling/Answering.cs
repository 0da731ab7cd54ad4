using Loket.Cases.Danger;
using Loket.Cases.Telling;
using Loket.Documents;
using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation.Rights;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Handling;

/// <summary>A note for colleagues.</summary>
public sealed class WriteNote(CaseChanges changes)
{
    /// <summary>Puts it on the timeline.</summary>
    public Task<Result<ChangedCase>> Handle(CaseChange change, string text, CancellationToken cancel) =>
        changes.Run(change, new { text }, Right.WorkOnCases, (work, found) =>
        {
            var note = StaffText.Required(text, CaseFailures.TextMissing);
            if (note.Succeeded) work.Journal.Write(new CaseNoted(found.Id, note.Value), change.By);
            return Task.FromResult<Failure?>(note.Failure);
        }, cancel);
}

/// <summary>An answer to everybody who asked: the same for all, with a part of their own where given; never another's, nor what says who another is.</summary>
public sealed class AnswerCase(CaseChanges changes, AnswerAddressees addressees)
{
    /// <summary>Sends the answer; the case stays open until it is closed.</summary>
    /// <param name="change">The case.</param>
    /// <param name="text">For everybody.</param>
    /// <param name="ownParts">For one participant alone.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<Result<ChangedCase>> Handle(
        CaseChange change, string text, IReadOnlyDictionary<ParticipantId, string>? ownParts, CancellationToken cancel) =>
        changes.Run(change, new { text, parts = ownParts?.Select(part => $"{part.Key.Value}:{part.Value}") }, Right.WorkOnCases, async (work, found) =>
        {
            var read = AnswerText.Read(text, ownParts, found.Participants);
            if (!read.Succeeded) return read.Failure;
            var (common, own) = read.Value;
            if (await addressees.Check(work, found, common, own, MessageKind.Answer, "Text", cancel) is { } named) return named;
            work.Db.Entry(found).State = EntityState.Modified;   // who answers at the same time is told of it
            work.Journal.Write(new CaseAnswered(found.Id, common, own), change.By);
            return null;
        }, cancel);
}

/// <summary>A question to everybody who asked; it says to nobody who another is.</summary>
public sealed class AskParticipants(CaseChanges changes, AnswerAddressees addressees)
{
    /// <summary>Sends the question and waits for the answer; the clock goes on unless it is stopped on purpose.</summary>
    public Task<Result<ChangedCase>> Handle(CaseChange change, string text, CancellationToken cancel) =>
        changes.Run(change, new { text }, Right.WorkOnCases, async (work, found) =>
        {
            var asked = StaffText.Required(text, CaseFailures.TextMissing);
            if (!asked.Succeeded) return asked.Failure;
            if (found.IsClosed) return CaseFailures.Closed;
            if (await addressees.Check(work, found, asked.Value, null, MessageKind.Question, "Text", cancel) is { } named) return named;
            found.WaitForResident();
            work.Db.Entry(found).State = EntityState.Modified;   // also where it waited already
            work.Journal.Write(new CaseAsked(found.Id, asked.Value), change.By);
            return null;
        }, cancel);
}

/// <summary>A participant writes to the handler, from the follow page.</summary>
public sealed class WriteToHandler(CaseChanges changes)
{
    /// <summary>Puts it on the timeline; a case that waited for it goes on, and one that turns out to be dangerous cannot wait any more.</summary>
    /// <param name="key">Names the wish.</param>
    /// <param name="id">The case.</param>
    /// <param name="from">Who writes; the caller has checked that it is them.</param>
    /// <param name="text">What they write; may be empty where they send files.</param>
    /// <param name="files">What they send along, as it was received; it is with what they asked, so whoever may know of that may know of it.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<Result<ChangedCase>> Handle(RequestKey key, CaseId id, ParticipantId from, string text, IReadOnlyList<ReceivedFile> files, CancellationToken cancel) =>
        changes.Run(new CaseChange(key, id, Actor.System), new { from, text, files = files.Select(file => file.Hash) }, Right.RegisterContacts, async (work, found) =>
        {
            if (string.IsNullOrWhiteSpace(text) && files.Count == 0) return CaseFailures.TextMissing;
            if (found.Participants.FirstOrDefault(one => one.Id == from && one.LeftAt is null) is not { } participant) return CaseFailures.NotJoined;
            var who = new Who(WhoKind.Resident, participant.Customer?.Value);
            found.Hear(work.Now);
            foreach (var file in files)
            {
                if ((await AttachFile.To(work, file, participant.Matter.Value, DocumentConfidentiality.Open, who, cancel)).Failure is { } gone) return gone.At("Files");
            }

            work.Journal.Write(new ParticipantWrote(found.Id, from, text.Trim(), files.Count), who);
            if (!found.IsClosed && await DangerWords.In(work.Db, found.Category, text, cancel) && found.SetDanger(true)) work.Journal.Write(new DangerFound(found.Id), who);
            return null;
        }, cancel);
}
