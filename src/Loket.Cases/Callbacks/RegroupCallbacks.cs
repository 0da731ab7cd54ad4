using Loket.Cases.Routing;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.Teams;
using Loket.Storage;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Callbacks;

/// <summary>A callback request is as secret as what it is about: when its case, or a contact in which it was asked, becomes sensitive or is so no longer, it follows, with what was
/// told about it. Where those who were to call may not know of it any more, others call.</summary>
public sealed class RegroupCallbacks(Matters matters, Outbox outbox) : ISubscription<CaseClassified>, ISubscription<CasePaperMarked>, ISubscription<CasePaperUnmarked>
{
    /// <inheritdoc />
    public Task Handle(CaseClassified happened, Written entry, Work work, CancellationToken cancel) => OfCase(work, happened.Case, entry.By, cancel);

    /// <inheritdoc />
    public Task Handle(CasePaperMarked happened, Written entry, Work work, CancellationToken cancel) => OfCase(work, happened.Case, entry.By, cancel);

    /// <inheritdoc />
    public Task Handle(CasePaperUnmarked happened, Written entry, Work work, CancellationToken cancel) => OfCase(work, happened.Case, entry.By, cancel);

    /// <summary>Judges anew who may know of a request, by its case and the contacts in which it was asked.</summary>
    internal async Task Judge(Work work, CallbackRequest found, Who by, CancellationToken cancel)
    {
        var group = found.CaseId is { } id ? (await work.Db.CaseOf(id, cancel)).SensitiveGroup : null;
        group ??= (await matters.Several(work.Db, [.. found.Asks.Select(ask => ask.Matter)], Actor.System, cancel)).Select(matter => matter.SensitiveGroup).FirstOrDefault(one => one is not null);
        await To(work, found, group, by, cancel);
    }

    /// <summary>It is a secret of a group from now on; null for none.</summary>
    internal async Task To(Work work, CallbackRequest found, string? group, Who by, CancellationToken cancel)
    {
        await outbox.RegroupOf(work, found.Id.Value, group, cancel);
        if (found.SensitiveGroup == group) return;
        found.Regroup(group);
        if (group is null || found.IsEnded) return;

        var teams = await TeamDirectory.All(work.Db, cancel);
        var stays = found.Owner is { } owner && await StaffDirectory.Find(work.Db, owner, cancel) is { } card && Callers.MayCall(card, teams, group) ? found.Owner : null;
        var team = await TeamThatMayKnow(work, found, group, teams, cancel);
        if (team == found.Team && stays == found.Owner) return;
        found.PlaceWith(team, stays, work.Now);
        work.Journal.Write(new CallbackHandedOn(found.Id, found.CaseId, team, stays, null), by);
    }

    private async Task OfCase(Work work, CaseId id, Who by, CancellationToken cancel)
    {
        var stand = work.Db.Participants.Where(one => one.CaseId == id && one.LeftAt == null).Select(one => one.Matter);
        var asked = await work.Db.Set<CallbackAsk>().Where(ask => stand.Contains(ask.Matter)).Select(ask => ask.Callback).ToListAsync(cancel);
        foreach (var found in await work.Db.Callbacks.Include(one => one.Asks).Where(one => one.CaseId == id || asked.Contains(one.Id)).ToListAsync(cancel))
            await Judge(work, found, by, cancel);
    }

    // It is never nobody's: the team that has it, else that of the case, else those who place things, else whoever may know.
    private static async Task<TeamId> TeamThatMayKnow(Work work, CallbackRequest found, string group, IReadOnlyList<TeamCard> teams, CancellationToken cancel)
    {
        if (MayKnow(found.Team)) return found.Team;
        if (found.CaseId is { } id && (await work.Db.CaseOf(id, cancel)).Team is { } its && MayKnow(its)) return its;
        return await Absence.TeamOfTriage(work.Db, group, cancel) ?? teams.FirstOrDefault(team => team.MayKnowOf(group))?.Id ?? found.Team;

        bool MayKnow(TeamId team) => teams.Any(one => one.Id == team && one.MayKnowOf(group));
    }
}
