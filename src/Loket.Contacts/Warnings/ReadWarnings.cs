using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Journal;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Contacts;

/// <summary>A warning, as whoever may see the person reads it.</summary>
/// <param name="Id">The warning.</param>
/// <param name="Kind">Of what it warns.</param>
/// <param name="PassesAt">The end of its last day; null for what does not pass.</param>
/// <param name="PlacedBy">Who placed it.</param>
/// <param name="PlacedAt">When.</param>
/// <param name="Ground">On what it rests; null for who may not place warnings.</param>
public sealed record WarningView(
    WarningId Id, WarningKind Kind, Instant? PassesAt, StaffId? PlacedBy, Instant PlacedAt, [property: Personal("safety and care", "until it ends")] string? Ground);

/// <summary>Reads the warnings that count now. That there is one is for whoever may see the person; on what it rests for who may place them, and reading that is a look.</summary>
public sealed class ReadWarnings(UnitOfWork unit, TenantContext tenant)
{
    /// <summary>The warnings on one person, whichever of those under whom they stand has them, for their own page; the caller has checked that the reader may know of them, and writes down the
    /// look (<see cref="LookAt"/>) before anything is shown.</summary>
    public Task<IReadOnlyList<WarningView>> Of(CustomerId customer, Actor by, CancellationToken cancel)
    {
        var grounds = by.May(Right.PlaceWarnings);
        return unit.Read<IReadOnlyList<WarningView>>(async db =>
        {
            var standing = await Standing(db, customer).OrderBy(warning => warning.PlacedAt).ThenBy(warning => warning.Id)
                .Select(warning => new WarningView(warning.Id, warning.Kind, warning.PassesAt, warning.PlacedBy, warning.PlacedAt, grounds ? warning.Ground : null)).ToListAsync(cancel);
            // Doubles who proved to be one were warned of in the same words.
            return [.. standing.DistinctBy(one => (one.Kind, one.PassesAt, one.PlacedBy, one.Ground))];
        });
    }

    /// <summary>What is written down when they are shown: nothing where no ground is among them.</summary>
    public static IEnumerable<IJournalEvent> LookAt(CustomerId customer, IReadOnlyList<WarningView> shown)
    {
        if (shown.Any(one => one.Ground is not null)) yield return new GroundsLookedAt(customer, [.. shown.Select(one => one.Id)]);
    }

    /// <summary>Of what is warned of several people, where they are met: at intake and on a case. The caller has checked that the reader may know of them.</summary>
    public async Task<ILookup<CustomerId, WarningKind>> Of(IReadOnlyCollection<CustomerId> customers, Actor by, CancellationToken cancel)
    {
        if (customers.Count == 0 || !by.May(Right.SeePersonalData)) return Array.Empty<(CustomerId, WarningKind Kind)>().ToLookup(one => one.Item1, one => one.Kind);
        var now = tenant.Tenant.Clock.Now();
        return await unit.Read(async db =>
        {
            var found = await (
                from met in db.Customers
                where customers.Contains(met.Id)
                join one in db.Customers on met.Root equals one.Root
                join warning in db.Warnings on one.Id equals warning.CustomerId
                where warning.EndedAt == null && (warning.PassesAt == null || warning.PassesAt > now)
                select new { met.Id, warning.Kind }).Distinct().ToListAsync(cancel);
            return found.OrderBy(one => one.Kind).ToLookup(one => one.Id, one => one.Kind);
        });
    }

    private IQueryable<CustomerWarning> Standing(LoketDb db, CustomerId customer)
    {
        var now = tenant.Tenant.Clock.Now();
        var root = db.Customers.Where(one => one.Id == customer).Select(one => one.Root);
        var family = db.Customers.Where(one => root.Contains(one.Root)).Select(one => one.Id);
        return db.Warnings.Where(warning => family.Contains(warning.CustomerId) && warning.EndedAt == null && (warning.PassesAt == null || warning.PassesAt > now));
    }
}
