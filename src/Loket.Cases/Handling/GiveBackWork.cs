using Loket.Cases.Callbacks;
using Loket.Cases.Routing;
using Loket.Cases.Tasks;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Handling;

/// <summary>What somebody has in hand, as far as who asked may know.</summary>
/// <param name="Cases">Open cases, exact to a thousand.</param>
/// <param name="Callbacks">Open callback requests.</param>
/// <param name="Tasks">What they have to do in cases, of others too, by the kinds of those.</param>
public sealed record WorkInHand(int Cases, int Callbacks, int Tasks = 0)
{
    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => Cases + Callbacks + Tasks == 0;
}

/// <summary>All that somebody has in hand goes back to the teams, in one action: of who is ill, by who leads them; of who leaves, by itself. Also what whoever gives it back may not
/// know of, so that nothing stays behind; only what they may know of is counted for them.</summary>
public sealed class GiveBackWork(UnitOfWork unit) : ISubscription<StaffClosed>
{
    private const int MostCounted = 1000;

    /// <summary>Whose work, by whom.</summary>
    public sealed record Request(RequestKey Key, StaffId Staff, Actor By);

    /// <summary>How much somebody has in hand that the reader may know of; nothing for who may not ask.</summary>
    public Task<WorkInHand> Count(StaffId staff, Actor by, CancellationToken cancel) => unit.Read(async db =>
        await StaffDirectory.Find(db, staff, cancel) is { } card && by.MaySpeakFor(card)
            ? new WorkInHand(
                await Cases(db, staff).VisibleTo(by).Take(MostCounted + 1).CountAsync(cancel), await Callbacks(db, staff).VisibleTo(by).CountAsync(cancel),
                await Tasks(db, staff).Join(db.Cases.VisibleTo(by).Where(one => one.Status != CaseStatus.Closed), task => task.CaseId, one => one.Id, (task, _) => task.Id).CountAsync(cancel))
            : new WorkInHand(0, 0));

    /// <summary>Gives all of it back; what no team has goes to triage.</summary>
    /// <returns>How much, as far as who gives it back may know.</returns>
    public Task<Result<WorkInHand>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<WorkInHand>(request.Key, request.Staff, async work =>
        {
            if (await StaffDirectory.Find(work.Db, request.Staff, cancel) is not { } card) return OrganisationFailures.NotFound;
            if (!request.By.MaySpeakFor(card)) return OrganisationFailures.Forbidden;
            var (cases, callbacks, tasks) = await GiveBack(work, request.Staff, request.By, cancel);
            return new WorkInHand(
                cases.Count(one => request.By.May(Right.SeeCases) && request.By.MayKnow(one)),
                callbacks.Count(one => request.By.May(Right.SeePersonalData) && request.By.MayKnowOf(one.SensitiveGroup)
                    && (request.By.Bounds.IsNone || request.By.Teams.Contains(one.Team) || request.By.Staff == request.Staff)),
                tasks.Count(one => !one.IsClosed && request.By.May(Right.SeeCases) && request.By.MayKnow(one)));
        }, cancel);

    /// <inheritdoc />
    public Task Handle(StaffClosed happened, Written entry, Work work, CancellationToken cancel) => GiveBack(work, happened.Staff, entry.By, cancel);

    // Of the tasks the cases in which they are.
    private static async Task<(IReadOnlyList<Case> Cases, IReadOnlyList<CallbackRequest> Callbacks, IReadOnlyList<Case> Tasks)> GiveBack(Work work, StaffId staff, Who by, CancellationToken cancel)
    {
        var cases = await Cases(work.Db, staff).ToListAsync(cancel);
        foreach (var found in cases)
        {
            found.HandBack();
            work.Journal.Write(new CaseHandedBack(found.Id, staff), by);
            if (found is { Team: null, Partner: null }) Placing.ToTriage(work, found, TriageReason.NobodyThere, by);
        }

        var callbacks = await Callbacks(work.Db, staff).ToListAsync(cancel);
        foreach (var found in callbacks)
        {
            found.PlaceWith(found.Team, null, work.Now);
            work.Journal.Write(new CallbackHandedOn(found.Id, found.CaseId, found.Team, null, null), by);
        }

        var tasks = new List<Case>();
        foreach (var task in await Tasks(work.Db, staff).ToListAsync(cancel))
        {
            var found = await work.Db.CaseOf(task.CaseId, cancel);
            task.HandBack(found.Team);
            work.Journal.Write(new CaseTaskHandedBack(found.Id, task.Id, task.Nl, task.En, staff, task.Team), by);
            tasks.Add(found);
        }

        return (cases, callbacks, tasks);
    }

    private static IQueryable<Case> Cases(LoketDb db, StaffId staff) => db.Cases.Where(one => one.Handler == staff && one.Status != CaseStatus.Closed);

    private static IQueryable<CaseTask> Tasks(LoketDb db, StaffId staff) => db.Set<CaseTask>().Where(task => task.Staff == staff && task.State == TaskState.Open);

    private static IQueryable<CallbackRequest> Callbacks(LoketDb db, StaffId staff) => db.Callbacks.Where(one => one.Owner == staff && one.EndedAt == null);
}
