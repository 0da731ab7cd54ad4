using Loket.Cases.Handling;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Handovers;

/// <summary>What a partner asked is answered (row B5).</summary>
public sealed class AnswerPartner(CaseChanges changes, HandoverOffers offers, SharedPeople people)
{
    /// <summary>Sends the answer to the partner's people; from then on it is the partner's turn again.</summary>
    public Task<Result<ChangedCase>> Handle(CaseChange change, string text, CancellationToken cancel) =>
        changes.Run(change, new { answer = text }, Right.HandOver, async (work, found) =>
        {
            var said = PartnerText.Required(text, CaseFailures.TextMissing);
            if (!said.Succeeded) return said.Failure;
            if (await TakeBack.Live(work.Db, found.Id, cancel) is not { } handover) return HandoverFailures.Ended;
            if (await people.Check(work.Db, found, handover.Partner, said.Value, "Text", cancel) is { } named) return named;
            handover.Answered();
            work.Db.Entry(found).State = EntityState.Modified;   // who saw the question stand open decides anew
            work.Journal.Write(new HandoverAnswered(found.Id, handover.Id, handover.Partner, said.Value), change.By);
            await offers.Watch(work, handover, work.Now, cancel);
            return null;
        }, cancel);
}
