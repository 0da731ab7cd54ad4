using Loket.Cases.Handling;
using Loket.Cases.Routing;
using Loket.Documents;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Handovers;

/// <summary>A case is placed with a partner, with a question (row B5).</summary>
public sealed class HandOverCase(CaseChanges changes, HandoverOffers offers, SharedPeople people)
{
    /// <summary>Offers the case without files.</summary>
    public Task<Result<ChangedCase>> Handle(CaseChange change, PartnerId partner, string question, CancellationToken cancel) => Handle(change, partner, question, [], cancel);

    /// <summary>Offers the case, and sends these of its files along.</summary>
    public Task<Result<ChangedCase>> Handle(CaseChange change, PartnerId partner, string question, IReadOnlyCollection<DocumentId> files, CancellationToken cancel) =>
        changes.Run(change, new { partner, question, files }, Right.HandOver, async (work, found) =>
        {
            if (await people.Check(work.Db, found, partner, question, "Question", cancel) is { } named) return named;
            var offered = await offers.Offer(work, found, partner, question, change.By, cancel);
            return offered.Succeeded ? await HandoverFiles.Give(work, found, offered.Value, files, later: false, change.By, cancel) : offered.Failure;
        }, cancel);
}

/// <summary>The municipality takes a case back from a partner.</summary>
public sealed class TakeBack(CaseChanges changes, SharedPeople people)
{
    /// <summary>Ends the handover that is under way; the case goes on with its team.</summary>
    public Task<Result<ChangedCase>> Handle(CaseChange change, string reason, CancellationToken cancel) => Handle(change, null, reason, cancel);

    /// <summary>Ends this handover, when it is the one that is under way.</summary>
    public Task<Result<ChangedCase>> Handle(CaseChange change, HandoverId? meant, string reason, CancellationToken cancel) =>
        changes.Run(change, new { meant, reason }, Right.HandOver, async (work, found) =>
        {
            if (await Live(work.Db, found.Id, cancel) is not { } handover || (meant is { } id && id != handover.Id)) return HandoverFailures.Ended;
            if (await people.Check(work.Db, found, handover.Partner, reason, "Reason", cancel) is { } named) return named;
            var said = PartnerText.Required(reason, HandoverFailures.ReasonMissing);
            if (!said.Succeeded) return said.Failure;
            if (handover.TakeBack(said.Value, work.Now) is { } failure) return failure;
            found.ComeBack(TriageReason.TakenBack, work.Now);
            work.Journal.Write(new HandoverTakenBack(found.Id, handover.Id, handover.Partner, said.Value), change.By);
            await work.Jobs.Cancel(WatchHandover.Once(handover.Id), cancel);
            HandoverOffers.TellWhenBack(work, handover);
            return null;
        }, cancel);

    internal static Task<Handover?> Live(LoketDb db, CaseId id, CancellationToken cancel) =>
        db.Handovers.FirstOrDefaultAsync(one => one.CaseId == id && (one.State == HandoverState.Offered || one.State == HandoverState.Accepted), cancel);
}
