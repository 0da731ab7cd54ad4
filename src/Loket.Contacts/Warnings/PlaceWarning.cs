using Loket.Kernel;
using Loket.Kernel.Text;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Contacts;

/// <summary>Places a warning on a person (row K2): with its ground, and with a last day unless it does not pass.</summary>
public sealed class PlaceWarning(UnitOfWork unit, Outbox outbox)
{
    /// <summary>So many years ahead a warning holds at most; then somebody looks whether it still must.</summary>
    public const int MostYears = 2;

    private const int ShortestGround = 10;

    /// <summary>What is warned of.</summary>
    /// <param name="Key">Names the wish.</param>
    /// <param name="Customer">Of whom.</param>
    /// <param name="Kind">Of what; null where that was not said.</param>
    /// <param name="Ground">On what it rests.</param>
    /// <param name="Until">Its last day; null for who has died.</param>
    /// <param name="By">Who places it.</param>
    public sealed record Request(RequestKey Key, CustomerId Customer, WarningKind? Kind, string? Ground, LocalDate? Until, Actor By);

    /// <summary>Places it. From then on an address that is secret is shown to nobody, and who has died is told nothing.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<Done>(request.Key, new { request.Customer, request.Kind, request.Ground, request.Until }, async work =>
        {
            var by = request.By;
            if (!by.May(Right.PlaceWarnings)) return ContactFailures.NotFound;
            if (request.Kind is not { } kind) return WarningFailures.KindMissing;
            var ground = CleanText.Lines(request.Ground, CustomerWarning.LongestGround);
            if (!ground.Succeeded) return ground.Failure.At("Ground");
            if (ground.Value.Length < ShortestGround) return WarningFailures.GroundMissing;
            var zone = (await Calendars.Current(work.Db, cancel)).Zone;
            var today = work.Now.InZone(zone).Date;
            var until = kind == WarningKind.Deceased ? null : request.Until;
            if (kind != WarningKind.Deceased && (until is null || until < today || until > today.PlusYears(MostYears))) return WarningFailures.UntilMissing;

            // Two who place one at the same moment find one family.
            await work.WaitTurn("merging customers", cancel);
            if (await work.Db.Customers.KnownTo(work.Db, by).FirstOrDefaultAsync(one => one.Id == request.Customer, cancel) is not { } customer) return ContactFailures.NotFound;
            var family = await work.Db.Customers.Where(one => one.Root == customer.Root).ToListAsync(cancel);
            var ids = family.ConvertAll(one => one.Id);
            foreach (var standing in await work.Db.Warnings.Where(warning => ids.Contains(warning.CustomerId) && warning.Kind == kind && warning.EndedAt == null).ToListAsync(cancel))
            {
                if (standing.Counts(work.Now)) return WarningFailures.Stands;
                standing.End(null, standing.PassesAt!.Value);
            }

            // Of two of a kind at once the database takes one: the old one must be out before the next comes in.
            await work.Db.SaveChangesAsync(cancel);

            var warning = new CustomerWarning
            {
                Id = Ids.New<WarningId>(), CustomerId = customer.Id, Kind = kind, Ground = ground.Value, PlacedBy = by.Staff, PlacedAt = work.Now,
                PassesAt = until is { } day ? zone.AtStartOfDay(day.PlusDays(1)).ToInstant() : null,
            };
            work.Db.Add(warning);
            var others = kind == WarningKind.SecretAddress ? await SecretDoubles.Warn(work, warning, family, cancel) : [];
            await WarningMarks.Set(work, outbox, [.. family, .. others], cancel);
            work.Journal.Write(new WarningPlaced(customer.Id, warning.Id, kind, until), by.Who);
            return default(Done);
        }, cancel);
}

/// <summary>Takes a warning away before it passes.</summary>
public sealed class EndWarning(UnitOfWork unit, Outbox outbox)
{
    /// <summary>Which, and who takes it away.</summary>
    public sealed record Request(RequestKey Key, WarningId Warning, Actor By);

    /// <summary>Ends it. Letters that were written while an address was secret go on hiding it.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) => unit.Run<Done>(request.Key, new { request.Warning }, async work =>
    {
        var by = request.By;
        if (!by.May(Right.PlaceWarnings)) return ContactFailures.NotFound;
        await work.WaitTurn("merging customers", cancel);
        if (await work.Db.Warnings.FirstOrDefaultAsync(one => one.Id == request.Warning, cancel) is not { } warning) return ContactFailures.NotFound;
        var root = work.Db.Customers.Where(one => one.Id == warning.CustomerId).Select(one => one.Root);
        // On whichever of those under whom they stand: the reader may know of another of them.
        if (await work.Db.Customers.KnownTo(work.Db, by).FirstOrDefaultAsync(one => root.Contains(one.Root), cancel) is not { } customer) return ContactFailures.NotFound;
        if (!warning.Counts(work.Now)) return WarningFailures.Ended;
        var family = await work.Db.Customers.Where(one => one.Root == customer.Root).ToListAsync(cancel);
        foreach (var same in await Same(work, warning, family.ConvertAll(one => one.Id), cancel))
        {
            same.End(by.Staff, work.Now);
            work.Journal.Write(new WarningEnded(same.CustomerId, same.Id, same.Kind), by.Who);
        }

        await WarningMarks.Set(work, outbox, family, cancel);
        return default(Done);
    }, cancel);

    // Who proved to be another was warned of in the same words before: on the page of the two that is one warning.
    private static Task<List<CustomerWarning>> Same(Work work, CustomerWarning warning, List<CustomerId> family, CancellationToken cancel)
    {
        var (kind, ground, passes, placedBy) = (warning.Kind, warning.Ground, warning.PassesAt, warning.PlacedBy);
        return work.Db.Warnings
            .Where(one => family.Contains(one.CustomerId) && one.Kind == kind && one.EndedAt == null && one.Ground == ground && one.PassesAt == passes && one.PlacedBy == placedBy).ToListAsync(cancel);
    }
}
