using Loket.Cases.Reading;
using Loket.Kernel;
using Loket.Kernel.Text;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Keeping;

/// <summary>Somebody keeps a case from being destroyed, for a reason and until a day; another time on the same case takes the place of the first.</summary>
public sealed class HoldCase(UnitOfWork unit)
{
    private const int MostYears = 20;

    /// <summary>What is asked.</summary>
    /// <param name="Key">Names the wish.</param>
    /// <param name="Reference">Number of the case, or a reference on it, as it was typed.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Until">The last day; null for none that was understood.</param>
    /// <param name="By">Who asks.</param>
    public sealed record Request(RequestKey Key, string? Reference, string? Reason, LocalDate? Until, Actor By);

    /// <summary>Holds it.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<Done>(request.Key, new { request.Reference, request.Reason, request.Until }, async work =>
        {
            if (!request.By.May(Right.KeepRecords) || request.By.Staff is not { } staff) return OrganisationFailures.Forbidden;
            if (await FindCase.Read(work.Db, request.Reference, request.By, cancel) is not { } id) return KeepingFailures.UnknownCase;
            var reason = CleanText.Lines(request.Reason, CaseHold.LongestReason);
            if (!reason.Succeeded) return reason.Failure.At(CaseFailures.ReasonMissing.Field!);
            if (reason.Value.Length == 0) return CaseFailures.ReasonMissing;
            var today = await Retention.Today(work, cancel);
            if (request.Until is not { } until || until <= today || until > today.PlusYears(MostYears)) return KeepingFailures.HoldOutOfRange.With(MostYears);

            if (await work.Db.Set<CaseHold>().FindAsync([id], cancel) is { } hold) (hold.Reason, hold.By, hold.At, hold.Until) = (reason.Value, staff, work.Now, until);
            else work.Db.Add(new CaseHold { CaseId = id, Reason = reason.Value, By = staff, At = work.Now, Until = until });
            work.Journal.Write(new CaseHeld(id, until, reason.Value), request.By);
            return default(Done);
        }, cancel);
}

/// <summary>A case is no longer kept from being destroyed.</summary>
public sealed class LiftHold(UnitOfWork unit)
{
    /// <summary>Lifts it.</summary>
    public Task<Result<Done>> Handle(RequestKey key, CaseId id, Actor by, CancellationToken cancel) =>
        unit.Run<Done>(key, new { id }, async work =>
        {
            if (!by.May(Right.KeepRecords)) return OrganisationFailures.Forbidden;
            if (!await work.Db.Cases.VisibleTo(by).AnyAsync(one => one.Id == id, cancel)) return CaseFailures.NotFound;
            if (await work.Db.Set<CaseHold>().FindAsync([id], cancel) is not { } hold) return KeepingFailures.NotHeld;
            work.Db.Remove(hold);
            work.Journal.Write(new CaseHoldLifted(id), by);
            return default(Done);
        }, cancel);
}
