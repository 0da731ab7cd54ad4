using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Journal;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Contacts;

/// <summary>Somebody who acts for another, seen from either of them.</summary>
/// <param name="Id">Of the representation.</param>
/// <param name="Person">The other one.</param>
/// <param name="Name">How they are called.</param>
/// <param name="Kind">By what right.</param>
/// <param name="Ground">What was seen of it.</param>
/// <param name="PassesAt">The end of its last day; null for no end.</param>
public sealed record ActingView(
    RepresentationId Id, CustomerId Person, [property: Personal("acting for another", "until it ends")] string? Name, RepresentationKind Kind,
    [property: Personal("acting for another", "until it ends")] string Ground, Instant? PassesAt)
{
    /// <summary>Of what is warned of the other one, where that was asked.</summary>
    public IReadOnlyList<WarningKind> Warnings { get; init; } = [];
}

/// <summary>Who acts for a customer, and for whom they act.</summary>
/// <param name="Representatives">Who acts for them.</param>
/// <param name="Represented">For whom they act.</param>
public sealed record Acting(IReadOnlyList<ActingView> Representatives, IReadOnlyList<ActingView> Represented);

/// <summary>Reads who acts for whom, as it counts now; the other is shown to who may know of them alone.</summary>
public sealed class ActingFor(UnitOfWork unit, TenantContext tenant, Looks looks)
{
    private const string Purpose = "customer-view";

    /// <summary>Of one person; the caller has checked that the reader may know of them. Showing the others is a look, and is written down.</summary>
    public async Task<Acting> Of(IReadOnlyCollection<CustomerId> family, Actor by, CancellationToken cancel)
    {
        var found = await unit.Read(db => Of(db, family, by, cancel));
        await looks.Write([LookAt(found)], by, cancel);
        return found;
    }

    /// <summary>The same beside other things of that person; the caller writes down the look.</summary>
    public async Task<Acting> Of(LoketDb db, IReadOnlyCollection<CustomerId> family, Actor by, CancellationToken cancel)
    {
        var (standing, known) = (Standing(db, tenant.Tenant.Clock.Now()), db.Customers.KnownTo(db, by));
        // Each side by its own index. Nobody acts for themselves, so the other one tells which side it is.
        var rows = await (
            from one in standing
            where family.Contains(one.CustomerId)
            join person in known on one.RepresentativeId equals person.Id
            select new { one.Id, one.CustomerId, Person = person.Id, person.Name, one.Kind, one.Ground, one.PassesAt, one.NamedAt }).Concat(
            from one in standing
            where family.Contains(one.RepresentativeId)
            join person in known on one.CustomerId equals person.Id
            select new { one.Id, one.CustomerId, Person = person.Id, person.Name, one.Kind, one.Ground, one.PassesAt, one.NamedAt }).ToListAsync(cancel);
        var sides = rows.OrderBy(row => row.NamedAt).ThenBy(row => row.Id.Value)
            .ToLookup(row => row.Person == row.CustomerId, row => new ActingView(row.Id, row.Person, row.Name, row.Kind, row.Ground, row.PassesAt));
        return new Acting([.. sides[false]], [.. sides[true]]);
    }

    /// <summary>What the page of a person shows of others.</summary>
    public static Look LookAt(Acting shown) => Look.At(
        shown.Representatives.Concat(shown.Represented).Select(one => one.Person), seen => new CustomerLookedAt(seen, Purpose), Purpose + ".acting", RequestKey.None);

    /// <summary>For whom several people act, by who they are; the caller has checked that the reader may know of them, and notes the look.</summary>
    public Task<ILookup<CustomerId, ActingView>> RepresentedBy(IReadOnlyCollection<CustomerId> representatives, Actor by, CancellationToken cancel) => unit.Read(async db =>
    {
        var (standing, known) = (Standing(db, tenant.Tenant.Clock.Now()), db.Customers.KnownTo(db, by));
        var found = await (
            from met in db.Customers
            where representatives.Contains(met.Id)
            join same in db.Customers on met.Root equals same.Root
            join one in standing on same.Id equals one.RepresentativeId
            join person in known on one.CustomerId equals person.Id
            orderby one.NamedAt, one.Id
            select new { met.Id, Acting = new ActingView(one.Id, person.Id, person.Name, one.Kind, one.Ground, one.PassesAt) }).ToListAsync(cancel);
        return found.ToLookup(one => one.Id, one => one.Acting);
    });

    internal static IQueryable<Representation> Standing(LoketDb db, Instant now) => db.Representations.Where(one => one.EndedAt == null && (one.PassesAt == null || one.PassesAt > now));

    /// <summary>Whether somebody, or one whom they proved to be, acts for another now.</summary>
    internal static Task<bool> Acts(LoketDb db, CustomerId representative, CustomerId customer, Instant now, CancellationToken cancel) => (
        from one in Standing(db, now)
        join actor in db.Customers on one.RepresentativeId equals actor.Id
        join theirs in db.Customers on actor.Root equals theirs.Root
        where theirs.Id == representative
        join person in db.Customers on one.CustomerId equals person.Id
        join same in db.Customers on person.Root equals same.Root
        where same.Id == customer
        select one.Id).AnyAsync(cancel);
}
