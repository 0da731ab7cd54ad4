using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Callbacks;

/// <summary>A callback request of a customer.</summary>
/// <param name="Id">The request.</param>
/// <param name="Reference">Its reference.</param>
/// <param name="About">What they want to be called about.</param>
/// <param name="Team">Which team calls.</param>
/// <param name="Owner">Who of it.</param>
/// <param name="Window">When they are called; of what ended, what was promised last.</param>
/// <param name="EndedAt">When it ended; null while it is open.</param>
/// <param name="Outcome">How it ended.</param>
public sealed record CustomerCallback(
    CallbackId Id, string Reference, [property: Personal("calling back", "case")] string About, TeamId Team, StaffId? Owner, CallWindow Window, Instant? EndedAt, CallbackOutcome? Outcome);

/// <summary>The callback requests of a person or company that the reader may know of, at whatever number: open ones first, soonest first, then what ended last.</summary>
internal static class CustomerCallbacks
{
    private const int MostOnTheirPage = 20;
    private static readonly Duration ShownAfterTheEnd = Duration.FromDays(90);

    /// <summary>What their own page begins with: open ones, then what ended lately; and how many there are in all. The caller writes down the look.</summary>
    /// <param name="db">Where it is read.</param>
    /// <param name="customers">All under whom they stand.</param>
    /// <param name="now">The moment.</param>
    /// <param name="by">Who reads.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<(IReadOnlyList<CustomerCallback> Rows, int Total)> Lately(LoketDb db, IReadOnlyList<CustomerId> customers, Instant now, Actor by, CancellationToken cancel)
    {
        var (rows, total) = await Of(db, customers, 0, MostOnTheirPage, by, cancel);
        var since = now - ShownAfterTheEnd;
        return ([.. rows.Where(one => one.EndedAt is null || one.EndedAt >= since)], total);
    }

    /// <summary>A part of their requests, and how many there are in all, in one question; none and 0 beyond the last. The caller writes down the look.</summary>
    /// <param name="db">Where it is read.</param>
    /// <param name="customers">All under whom they stand.</param>
    /// <param name="skip">How many come before.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="by">Who reads.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<(IReadOnlyList<CustomerCallback> Rows, int Total)> Of(LoketDb db, IReadOnlyList<CustomerId> customers, int skip, int most, Actor by, CancellationToken cancel)
    {
        var all = db.Callbacks.VisibleTo(by).Where(one => one.Customer != null && customers.Contains(one.Customer.Value));
        var rows = await all
            .OrderByDescending(one => one.EndedAt == null).ThenByDescending(one => one.EndedAt).ThenBy(one => one.SortAt).ThenBy(one => one.Id)
            .Select(one => new
            {
                Shown = new CustomerCallback(one.Id, one.Reference, one.About, one.Team, one.Owner, new CallWindow(one.FromAt, one.UntilAt), one.EndedAt, one.Outcome),
                Total = all.Count(),
            }).Skip(skip).Take(most).ToListAsync(cancel);
        return (rows.ConvertAll(row => row.Shown), rows is [var first, ..] ? first.Total : 0);
    }

    /// <summary>What is shown of them.</summary>
    public static Look LookAt(IReadOnlyList<CustomerCallback> shown) => Look.At(
        shown.Select(one => one.Id), seen => new CallbacksLookedAt(seen, OpenCustomerWork.Purpose), OpenCustomerWork.Purpose, RequestKey.None);
}
