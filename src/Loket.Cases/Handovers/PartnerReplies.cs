using Loket.Cases.Handling;
using Loket.Cases.Reading;
using Loket.Cases.Routing;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Handovers;

/// <summary>What a partner can say about a handover.</summary>
public abstract record PartnerReply
{
    /// <summary>We take it on.</summary>
    public sealed record Accept(string? JobNumber, LocalDate? PlannedOn) : PartnerReply;

    /// <summary>It is not ours, or we can't.</summary>
    public sealed record Refuse(string Reason) : PartnerReply;

    /// <summary>How far we are, or another planned date.</summary>
    public sealed record Progress(string? JobNumber, LocalDate? PlannedOn, string? Text) : PartnerReply;

    /// <summary>We need to know something first.</summary>
    public sealed record AskBack(string Question) : PartnerReply;

    /// <summary>It is done.</summary>
    public sealed record Finish(string Report, bool Solved) : PartnerReply;
}

/// <summary>A partner answers, through a signed link, by e-mail or the API (row B5).</summary>
public sealed class ReplyToHandover(UnitOfWork unit, Placing placing, HandoverOffers offers)
{
    /// <summary>Which handover, who answers, and what.</summary>
    /// <param name="Key">Names the wish.</param>
    /// <param name="Handover">The handover.</param>
    /// <param name="By">Who answers.</param>
    /// <param name="Reply">The answer.</param>
    /// <param name="Seen">The <see cref="HandoverView.Stamp"/> that this person had before them; when a colleague was first, the answer is not carried
    /// out unseen. Null where any will do.</param>
    public sealed record Request(RequestKey Key, HandoverId Handover, Actor By, PartnerReply Reply, string? Seen = null);

    /// <summary>Carries the reply out; a refusal goes back to routing without this partner, the second one to triage.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<Done>(request.Key, new { request.Handover, Reply = (object)request.Reply }, async work =>
        {
            var handover = await work.Db.Handovers.FirstOrDefaultAsync(one => one.Id == request.Handover, cancel);
            if (handover is null || (!request.By.IsSystem && request.By.Partner != handover.Partner && !request.By.May(Right.HandOver)))
                return HandoverFailures.NotFound;
            if (!handover.IsLive) return HandoverFailures.Ended;
            if (request.Seen is { } seen && request.Reply is not PartnerReply.AskBack && seen != HandoverView.Of(handover).Stamp) return HandoverFailures.SomebodyWasFirst;
            var found = (await CaseChanges.Load(work, handover.CaseId, Actor.System, cancel))!;
            var failure = request.Reply switch
            {
                PartnerReply.Accept accept => await Accept(work, handover, accept, request.By, cancel),
                PartnerReply.Refuse refuse => await Refuse(work, found, handover, refuse, request.By, cancel),
                PartnerReply.Progress progress => await Report(work, handover, progress, request.By, cancel),
                PartnerReply.AskBack ask => AskBack(work, handover, ask, request.By),
                PartnerReply.Finish finish => Finish(work, found, handover, finish, request.By),
                _ => throw new InvalidOperationException("A reply of no known kind."),
            };
            if (failure is not null) return failure;
            await work.Db.SaveChangesAsync(cancel);
            await offers.Watch(work, handover, work.Now, cancel);
            return default(Done);
        }, cancel);

    private async Task<Failure?> Accept(Work work, Handover handover, PartnerReply.Accept reply, Who by, CancellationToken cancel)
    {
        if (await InThePast(work, reply.PlannedOn, cancel)) return HandoverFailures.PlannedInThePast;
        if (handover.Accept(reply.JobNumber, reply.PlannedOn, work.Now) is { } failure) return failure;
        work.Journal.Write(new HandoverAccepted(handover.CaseId, handover.Id, handover.Partner, handover.JobNumber, handover.PlannedOn), by);
        return null;
    }

    private async Task<Failure?> Refuse(Work work, Case found, Handover handover, PartnerReply.Refuse reply, Who by, CancellationToken cancel)
    {
        if (handover.Refuse(reply.Reason, work.Now) is { } failure) return failure;
        work.Journal.Write(new HandoverRefused(found.Id, handover.Id, handover.Partner, reply.Reason), by);
        await work.Db.SaveChangesAsync(cancel);
        await placing.Route(work, found, Who.System, cancel);
        return null;
    }

    private async Task<Failure?> Report(Work work, Handover handover, PartnerReply.Progress reply, Who by, CancellationToken cancel)
    {
        if (await InThePast(work, reply.PlannedOn, cancel)) return HandoverFailures.PlannedInThePast;
        if (handover.Progress(reply.JobNumber, reply.PlannedOn) is { } failure) return failure;
        work.Journal.Write(new HandoverProgressed(handover.CaseId, handover.Id, handover.Partner, handover.JobNumber, handover.PlannedOn, reply.Text), by);
        return null;
    }

    private static Failure? AskBack(Work work, Handover handover, PartnerReply.AskBack reply, Who by)
    {
        if (string.IsNullOrWhiteSpace(reply.Question)) return HandoverFailures.QuestionMissing;
        if (!handover.IsLive) return HandoverFailures.Ended;
        work.Journal.Write(new HandoverAskedBack(handover.CaseId, handover.Id, handover.Partner, reply.Question), by);
        return null;
    }

    private static Failure? Finish(Work work, Case found, Handover handover, PartnerReply.Finish reply, Who by)
    {
        if (handover.Finish(reply.Report, work.Now) is { } failure) return failure;
        work.Journal.Write(new HandoverDone(found.Id, handover.Id, handover.Partner, reply.Solved, reply.Report), by);
        if (reply.Solved)
        {
            // The partner's report is the answer: it reaches the residents by itself.
            found.Close("solved-by-partner", solved: true, work.Now);
            work.Journal.Write(new CaseClosed(found.Id, "solved-by-partner", Solved: true, reply.Report), by);
        }
        else
        {
            found.ComeBack(TriageReason.NotSolvedByPartner, work.Now);
        }

        return null;
    }

    private async Task<bool> InThePast(Work work, LocalDate? day, CancellationToken cancel) =>
        day < work.Now.InZone((await Calendars.Current(work.Db, cancel)).Zone).Date;
}
