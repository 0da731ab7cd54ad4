using Loket.Cases.Handling;
using Loket.Cases.Norms;
using Loket.Cases.Tasks;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Organisation.Teams;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Colleagues;

/// <summary>Who asked is told that their message has arrived and who has it.</summary>
public sealed class AcknowledgeCase(CaseChanges changes)
{
    /// <summary>Tells it.</summary>
    public Task<Result<ChangedCase>> Handle(CaseChange change, CancellationToken cancel) =>
        changes.Run(change, "acknowledge", Right.WorkOnCases, (work, found) =>
        {
            if (found.IsClosed) return Task.FromResult<Failure?>(CaseFailures.Closed);
            work.Journal.Write(new CaseAcknowledged(found.Id), change.By);
            return Task.FromResult<Failure?>(null);
        }, cancel);
}

/// <summary>Who has a case is reminded of it, or who stands in; without anybody the team.</summary>
public sealed class RemindOfCase(CaseChanges changes, Addressees addressees)
{
    /// <summary>Reminds them.</summary>
    public Task<Result<ChangedCase>> Handle(CaseChange change, CancellationToken cancel) =>
        changes.Run(change, "remind", Right.WorkOnCases, async (work, found) =>
        {
            if (found.IsClosed) return CaseFailures.Closed;
            work.Journal.Write(new CaseReminded(found.Id, await addressees.Owner(work, found, cancel), found.Team), change.By);
            return null;
        }, cancel);
}

/// <summary>A case is posted in the chat of a team.</summary>
public sealed class PostCase(CaseChanges changes)
{
    /// <summary>Posts it: its number and what it is about, nothing of who asked.</summary>
    public Task<Result<ChangedCase>> Handle(CaseChange change, TeamId team, CancellationToken cancel) =>
        changes.Run(change, new { post = team }, Right.WorkOnCases, async (work, found) =>
        {
            if (await TeamDirectory.Find(work.Db, team, cancel) is not { ChatWebhook.Length: > 0 } card) return ColleagueFailures.ChatGone;
            if (!card.MayKnowOf(found.SensitiveGroup)) return CaseFailures.TeamMayNotKnow;
            work.Journal.Write(new CasePosted(found.Id, team), change.By);
            return null;
        }, cancel);
}

/// <summary>A case gets a task that its type does not bring, of each virtual colleague one.</summary>
public sealed class MakeTask(CaseChanges changes)
{
    /// <summary>Makes it; where the case has it already nothing changes.</summary>
    /// <param name="change">The case.</param>
    /// <param name="by">Whose task it is.</param>
    /// <param name="task">What is to be done.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<Result<ChangedCase>> Handle(CaseChange change, VirtualColleagueId by, ColleagueTask task, CancellationToken cancel) =>
        changes.Run(change, new { by, task }, Right.WorkOnCases, async (work, found) =>
        {
            if (found.IsClosed) return CaseFailures.Closed;
            var key = CaseTask.KeyOf(by);
            if (await work.Db.Set<CaseTask>().AnyAsync(one => one.CaseId == found.Id && one.Key == key, cancel)) return null;
            var team = task.Team is { } its && (await TeamDirectory.Find(work.Db, its, cancel))?.MayKnowOf(found.SensitiveGroup) == true ? its : (TeamId?)null;
            await FollowTasks.Add(work, new CaseTask
            {
                Id = Ids.New<CaseTaskId>(), CaseId = found.Id, Key = key, Nl = task.Nl, En = task.En, Team = team,
                MadeAt = work.Now, NormKind = task.Norm.Kind, NormAmount = task.Norm.Amount,
            }, change.By, cancel);
            return null;
        }, cancel);
}
