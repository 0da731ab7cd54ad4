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

/// <summary>The callback requests of a person or company that the reader may know of, at whatever number: open ones first, soonest first, then what ended lately.</summary>
internal static class CustomerCallbacks
{
    private const int Most = 20;
    private static readonly Duration ShownAfterTheEnd = Duration.FromDays(90);

    /// <summary>Their requests; the caller writes down the look.</summary>
    /// <param name="db">Where it is read.</param>
    /// <param name="customers">All under whom they stand.</param>
    /// <param name="now">The moment.</param>
    /// <param name="by">Who reads.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<IReadOnlyList<CustomerCallback>> Of(LoketDb db, IReadOnlyList<CustomerId> customers, Instant now, Actor by, CancellationToken cancel)
    {
        var since = now - ShownAfterTheEnd;
        return await db.Callbacks.VisibleTo(by)
            .Where(one => one.Customer != null && customers.Contains(one.Customer.Value) && (one.EndedAt == null || one.EndedAt >= since))
            .OrderByDescending(one => one.EndedAt == null).ThenByDescending(one => one.EndedAt).ThenBy(one => one.SortAt).ThenBy(one => one.Id)
            .Select(one => new CustomerCallback(one.Id, one.Reference, one.About, one.Team, one.Owner, new CallWindow(one.FromAt, one.UntilAt), one.EndedAt, one.Outcome))
            .Take(Most).ToListAsync(cancel);
    }

    /// <summary>What the page of the person shows of them.</summary>
    public static Look LookAt(IReadOnlyList<CustomerCallback> shown) => Look.At(
        shown.Select(one => one.Id), seen => new CallbacksLookedAt(seen, OpenCustomerWork.Purpose), OpenCustomerWork.Purpose, RequestKey.None);
}
