using Loket.Kernel;
using Loket.Kernel.Text;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Keeping;

/// <summary>Somebody puts what is to be destroyed by now on lists, and puts those forward; another approves them.</summary>
public sealed class DrawDestruction(UnitOfWork unit)
{
    /// <summary>Draws them, as far as who asks may know of the cases.</summary>
    /// <returns>How many lists.</returns>
    public Task<Result<int>> Handle(RequestKey key, Actor by, CancellationToken cancel) =>
        unit.Run<int>(key, null, async work =>
        {
            if (!by.May(Right.KeepRecords) || by.Staff is not { } staff) return OrganisationFailures.Forbidden;
            return await DueCases.Draw(work, staff, by, cancel) is > 0 and var lists ? lists : KeepingFailures.NothingDue;
        }, cancel);
}

/// <summary>Somebody puts a list forward that the program drew.</summary>
public sealed class ProposeDestruction(UnitOfWork unit)
{
    /// <summary>Puts it forward.</summary>
    public Task<Result<Done>> Handle(RequestKey key, DestructionListId id, Actor by, CancellationToken cancel) =>
        unit.Run<Done>(key, new { id }, async work =>
        {
            if (!by.May(Right.KeepRecords) || by.Staff is not { } staff) return OrganisationFailures.Forbidden;
            if (await DestructionLists.Known(work.Db, by).SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } list) return KeepingFailures.NoList;
            if (await DestructionLists.Refusal(work.Db, id, by, cancel) is { } refusal) return refusal;
            if (list.Propose(staff, work.Now) is { } failure) return failure;
            work.Journal.Write(new DestructionProposed(id), by);
            return default(Done);
        }, cancel);
}

/// <summary>A second person approves a list; from then on it is carried out.</summary>
public sealed class ApproveDestruction(UnitOfWork unit)
{
    /// <summary>Approves it, of all cases that still stand on it.</summary>
    public Task<Result<Done>> Handle(RequestKey key, DestructionListId id, int? seen, Actor by, CancellationToken cancel) =>
        unit.Run<Done>(key, new { id, seen }, async work =>
        {
            if (!by.May(Right.KeepRecords) || by.Staff is not { } staff) return OrganisationFailures.Forbidden;
            if (await DestructionLists.Known(work.Db, by).SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } list) return KeepingFailures.NoList;
            if (seen != list.Version) return StorageFailures.ChangedMeanwhile;
            if (await DestructionLists.Refusal(work.Db, id, by, cancel) is { } refusal) return refusal;
            if (list.Approve(staff, work.Now) is { } failure) return failure;
            var cases = await work.Db.DestructionItems.CountAsync(item => item.List == id && item.Fate == DestructionFate.Listed, cancel);
            work.Journal.Write(new DestructionApproved(id, cases), by);
            return default(Done);
        }, cancel);
}

/// <summary>Somebody takes a case out of a list, for a reason; it comes on a later one.</summary>
public sealed class TakeOutOfDestruction(UnitOfWork unit)
{
    /// <summary>What is asked.</summary>
    /// <param name="Key">Names the wish.</param>
    /// <param name="List">The list.</param>
    /// <param name="Case">The case; null for none that was understood.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="By">Who asks.</param>
    public sealed record Request(RequestKey Key, DestructionListId List, CaseId? Case, string? Reason, Actor By);

    /// <summary>Takes it out.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<Done>(request.Key, new { request.List, request.Case, request.Reason }, async work =>
        {
            if (!request.By.May(Right.KeepRecords) || request.By.Staff is not { } staff) return OrganisationFailures.Forbidden;
            if (await DestructionLists.Known(work.Db, request.By).SingleOrDefaultAsync(one => one.Id == request.List, cancel) is not { } list) return KeepingFailures.NoList;
            if (!list.IsOpen) return KeepingFailures.ListWentOn;
            if (request.Case is not { } id || !await work.Db.Cases.VisibleTo(request.By).AnyAsync(one => one.Id == id, cancel)
                || await work.Db.DestructionItems.FindAsync([request.List, id], cancel) is not { Fate: DestructionFate.Listed } item) return KeepingFailures.NotListed;
            var reason = CleanText.Lines(request.Reason, DestructionItem.LongestReason);
            if (!reason.Succeeded) return reason.Failure.At(CaseFailures.ReasonMissing.Field!);
            if (reason.Value.Length == 0) return CaseFailures.ReasonMissing;
            item.TakeOut(reason.Value, staff, work.Now);
            work.Db.Entry(list).State = EntityState.Modified;   // what stands on it is part of it: who approves has seen this
            work.Journal.Write(new CaseTakenOut(request.List, id, reason.Value), request.By);
            return default(Done);
        }, cancel);
}

/// <summary>A list is thrown away; its cases come on a later one.</summary>
public sealed class WithdrawDestruction(UnitOfWork unit)
{
    /// <summary>Throws it away.</summary>
    public Task<Result<Done>> Handle(RequestKey key, DestructionListId id, Actor by, CancellationToken cancel) =>
        unit.Run<Done>(key, new { id }, async work =>
        {
            if (!by.May(Right.KeepRecords) || by.Staff is not { } staff) return OrganisationFailures.Forbidden;
            if (await DestructionLists.Known(work.Db, by).SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } list) return KeepingFailures.NoList;
            if (list.Withdraw(staff, work.Now) is { } failure) return failure;
            foreach (var item in await work.Db.DestructionItems.Where(one => one.List == id && one.Fate == DestructionFate.Listed).ToListAsync(cancel)) item.Meet(DestructionFate.Stayed, work.Now);
            work.Journal.Write(new DestructionWithdrawn(id), by);
            return default(Done);
        }, cancel);
}
