using Loket.Cases.Handling;
using Loket.Cases.Keeping;
using Loket.Cases.Norms;
using Loket.Cases.Reading;
using Loket.Cases.Routing;
using Loket.Cases.Tasks;
using Loket.Cases.Telling;
using Loket.Cases.Together;
using Loket.Cases.Types;
using Loket.Documents;
using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Handovers;

/// <summary>A partner answers, through the signed link of an e-mail or through the API (row B5).</summary>
public sealed class ReplyToHandover(UnitOfWork unit, Placing placing, HandoverOffers offers, AnswerAddressees addressees, Addressees owners)
{
    /// <summary>How many files one reply takes.</summary>
    public const int MostFiles = 5;

    // The result of every kind that partners solve.
    private const string SolvedByPartner = "solved-by-partner";

    /// <summary>Which handover, who answers, and what.</summary>
    /// <param name="Key">Names the wish.</param>
    /// <param name="Handover">The handover.</param>
    /// <param name="By">Who answers.</param>
    /// <param name="Reply">The answer.</param>
    /// <param name="Seen">The <see cref="HandoverView.Stamp"/> that this person had before them; when a colleague was first, the answer is not carried
    /// out unseen. Null where any will do.</param>
    /// <param name="SeenVersion">The <see cref="HandoverView.Version"/> that a program had before it; null where any will do.</param>
    /// <param name="Files">What is sent along, as it was received; at most <see cref="MostFiles"/>.</param>
    public sealed record Request(
        RequestKey Key, HandoverId Handover, Actor By, PartnerReply Reply, string? Seen = null, int? SeenVersion = null, IReadOnlyList<ReceivedFile>? Files = null);

    /// <summary>Carries the reply out; a refusal goes back to routing without this partner, the second one to triage.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<Done>(request.Key, new { request.Handover, Reply = (object)request.Reply, Files = request.Files?.Select(file => file.Hash) }, async work =>
        {
            var handover = await work.Db.Handovers.FirstOrDefaultAsync(one => one.Id == request.Handover, cancel);
            if (handover is null || !await MayReply(work.Db, handover, request.By, cancel)) return HandoverFailures.NotFound;
            if (!handover.IsLive) return HandoverFailures.Ended;
            if (request.SeenVersion is { } version && version != handover.Version) return StorageFailures.ChangedMeanwhile;
            if (request.Seen is { } seen && request.Reply is not PartnerReply.AskBack && seen != HandoverView.Of(handover).Stamp) return HandoverFailures.SomebodyWasFirst;
            var found = (await CaseChanges.Load(work, handover.CaseId, Actor.System, cancel))!;
            if (found.MergedInto is not null) return MergeFailures.GoesOnElsewhere;
            var files = request.Files ?? [];
            var failure = request.Reply switch
            {
                PartnerReply.Accept accept => await Accept(work, handover, accept, request.By, cancel),
                PartnerReply.Refuse refuse => await Refuse(work, found, handover, refuse, request.By, cancel),
                PartnerReply.Progress progress => await Report(work, found, handover, progress, files.Count > 0, request.By, cancel),
                PartnerReply.AskBack ask => AskBack(work, handover, ask, request.By),
                PartnerReply.Finish finish => await Finish(work, found, handover, finish, request.By, cancel),
                _ => throw new InvalidOperationException("A reply of no known kind."),
            };
            if ((failure ?? await HandoverFiles.Receive(work, handover, files, request.By, cancel)) is { } refused) return refused;
            work.Db.Entry(found).State = EntityState.Modified;   // how it stands with the partner is part of it: who saw it before decides anew
            await work.Db.SaveChangesAsync(cancel);
            await offers.Watch(work, handover, work.Now, cancel);
            return default(Done);
        }, cancel);

    // The partner itself, and those of ours who may hand over and see the case.
    internal static async Task<bool> MayReply(LoketDb db, Handover handover, Actor by, CancellationToken cancel) =>
        by.IsSystem || by.Partner == handover.Partner
        || (by.May(Right.HandOver) && await db.Cases.VisibleTo(by).AnyAsync(one => one.Id == handover.CaseId, cancel));

    private static async Task<Failure?> Accept(Work work, Handover handover, PartnerReply.Accept reply, Who by, CancellationToken cancel)
    {
        var said = PartnerText.Report(reply.JobNumber, null);
        if (!said.Succeeded) return said.Failure;
        if (await InThePast(work, reply.PlannedOn, cancel)) return HandoverFailures.PlannedInThePast;
        if (handover.Accept(said.Value.JobNumber, reply.PlannedOn, work.Now) is { } failure) return failure;
        work.Journal.Write(new HandoverAccepted(handover.CaseId, handover.Id, handover.Partner, handover.JobNumber, handover.PlannedOn), by);
        return null;
    }

    private async Task<Failure?> Refuse(Work work, Case found, Handover handover, PartnerReply.Refuse reply, Who by, CancellationToken cancel)
    {
        var reason = PartnerText.Required(reply.Reason, HandoverFailures.ReasonMissing);
        if (!reason.Succeeded) return reason.Failure;
        if (handover.Refuse(reason.Value, work.Now) is { } failure) return failure;
        var told = await owners.Owner(work, found, cancel);
        work.Journal.Write(new HandoverRefused(found.Id, handover.Id, handover.Partner, reason.Value, told), by);
        await work.Db.SaveChangesAsync(cancel);
        await placing.Route(work, found, Who.System, cancel);
        HandoverOffers.TellWhenBack(work, handover);
        return null;
    }

    private async Task<Failure?> Report(Work work, Case found, Handover handover, PartnerReply.Progress reply, bool withFiles, Who by, CancellationToken cancel)
    {
        var said = PartnerText.Report(reply.JobNumber, reply.Text);
        if (!said.Succeeded) return said.Failure;
        var (number, text) = said.Value;
        // Only what is new is news: another's number or a day that stood already says nothing to anybody.
        var (newNumber, newDay) = (number == handover.JobNumber ? null : number, reply.PlannedOn == handover.PlannedOn ? null : reply.PlannedOn);
        var isNews = newNumber is not null || newDay is not null || text is not null;
        if (!isNews && !withFiles) return HandoverFailures.NothingToReport;
        if (newDay is not null && await InThePast(work, newDay, cancel)) return HandoverFailures.PlannedInThePast;
        if (await addressees.Check(work, found, text, null, MessageKind.StatusChange, "Text", cancel) is { } named) return named;
        if (handover.Progress(newNumber, newDay) is { } failure) return failure;
        // Residents see no files of a partner: files alone are no news to them.
        if (isNews) work.Journal.Write(new HandoverProgressed(handover.CaseId, handover.Id, handover.Partner, newNumber, newDay, text), by);
        return null;
    }

    private static Failure? AskBack(Work work, Handover handover, PartnerReply.AskBack reply, Who by)
    {
        var question = PartnerText.Required(reply.Question, HandoverFailures.QuestionMissing);
        if (!question.Succeeded) return question.Failure;
        if (handover.AskBack(work.Now) is { } failure) return failure;
        work.Journal.Write(new HandoverAskedBack(handover.CaseId, handover.Id, handover.Partner, question.Value), by);
        return null;
    }

    private async Task<Failure?> Finish(Work work, Case found, Handover handover, PartnerReply.Finish reply, Who by, CancellationToken cancel)
    {
        var report = PartnerText.Required(reply.Report, HandoverFailures.ReportMissing);
        if (!report.Succeeded) return report.Failure;
        // The report of what is solved is the answer: it reaches the residents by itself.
        if (reply.Solved && await addressees.Check(work, found, report.Value, null, MessageKind.Closed, "Report", cancel) is { } named) return named;
        if (handover.Finish(report.Value, work.Now) is { } failure) return failure;
        work.Journal.Write(new HandoverDone(found.Id, handover.Id, handover.Partner, reply.Solved, report.Value), by);
        // What we have to do before the end is still ours to do: residents hear of the end when it is there.
        if (reply.Solved && await CaseTasks.OpenBeforeClosing(work.Db, found, await work.Db.TypeOf(found, cancel), SolvedByPartner, cancel) == 0)
        {
            found.Close(SolvedByPartner, solved: true, await Retention.Of(work, found, SolvedByPartner, cancel), work.Now);
            work.Journal.Write(new CaseClosed(found.Id, SolvedByPartner, Solved: true, report.Value), by);
        }
        else
        {
            found.ComeBack(TriageReason.NotSolvedByPartner, work.Now);
            if (!reply.Solved) HandoverOffers.TellWhenBack(work, handover);
        }

        return null;
    }

    private static async Task<bool> InThePast(Work work, LocalDate? day, CancellationToken cancel) =>
        day < work.Now.InZone((await Calendars.Current(work.Db, cancel)).Zone).Date;
}
