using Loket.Kernel;
using Loket.Kernel.Text;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Contacts;

/// <summary>Expected failures of acting for another.</summary>
public static class RepresentationFailures
{
    /// <summary>Neither a telephone number nor an e-mail address was given.</summary>
    public static Failure WhoMissing { get; } = new("representation.who-missing", Field: "Who");

    /// <summary>Nobody is known with this number or address: first they have a contact of their own.</summary>
    public static Failure Unknown { get; } = new("representation.unknown", Field: "Who");

    /// <summary>Several people are known with this number or address.</summary>
    public static Failure Several { get; } = new("representation.several", Field: "Who");

    /// <summary>It is the person themselves.</summary>
    public static Failure Themselves { get; } = new("representation.themselves", Field: "Who");

    /// <summary>By what right was not said.</summary>
    public static Failure KindMissing { get; } = new("representation.kind-missing", Field: "How");

    /// <summary>What was seen of it was not said.</summary>
    public static Failure GroundMissing { get; } = new("representation.ground-missing", Field: "Seen");

    /// <summary>The last day is past.</summary>
    public static Failure UntilPast { get; } = new("representation.until-past", Field: "Until");

    /// <summary>They act for this person already.</summary>
    public static Failure Stands { get; } = new("representation.stands", FailureKind.Conflict);

    /// <summary>It ended already.</summary>
    public static Failure Ended { get; } = new("representation.ended", FailureKind.Conflict);

    /// <summary>Whoever calls does not act for this person.</summary>
    public static Failure None { get; } = new("representation.none");
}

/// <summary>Notes that somebody acts for a customer (row A4): from then on a contact of theirs can be about that person, and they are told about it.</summary>
public sealed class NameRepresentative(UnitOfWork unit)
{
    private const int ShortestGround = 5;

    /// <summary>Who acts for whom.</summary>
    /// <param name="Key">Names the wish.</param>
    /// <param name="Customer">For whom.</param>
    /// <param name="Who">Telephone number or e-mail address of who acts, as typed.</param>
    /// <param name="How">By what right; null where that was not said.</param>
    /// <param name="Seen">What was seen of it.</param>
    /// <param name="Until">The last day; null for no end.</param>
    /// <param name="By">Who notes it.</param>
    public sealed record Request(RequestKey Key, CustomerId Customer, string? Who, RepresentationKind? How, string? Seen, LocalDate? Until, Actor By);

    /// <summary>Notes it.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<Done>(request.Key, new { request.Customer, request.Who, request.How, request.Seen, request.Until }, async work =>
        {
            var by = request.By;
            if (!by.May(Right.RegisterContacts)) return ContactFailures.NotFound;
            var known = work.Db.Customers.KnownTo(work.Db, by);
            if (await known.FirstOrDefaultAsync(one => one.Id == request.Customer, cancel) is not { } customer) return ContactFailures.NotFound;
            if (string.IsNullOrWhiteSpace(request.Who)) return RepresentationFailures.WhoMissing;
            if (request.How is not { } how) return RepresentationFailures.KindMissing;
            var seen = CleanText.Line(request.Seen, Representation.LongestGround);
            if (!seen.Succeeded) return seen.Failure.At("Seen");
            if (seen.Value.Length < ShortestGround) return RepresentationFailures.GroundMissing;
            var zone = (await Calendars.Current(work.Db, cancel)).Zone;
            if (request.Until < work.Now.InZone(zone).Date) return RepresentationFailures.UntilPast;
            var found = await Named(known, request.Who, cancel);
            if (!found.Succeeded) return found.Failure;
            var who = found.Value;
            if (await work.Db.Customers.AnyAsync(one => one.Id == who && one.Root == customer.Root, cancel)) return RepresentationFailures.Themselves;
            if (await ActingFor.Acts(work.Db, who, customer.Id, work.Now, cancel)) return RepresentationFailures.Stands;

            if (await work.Db.Representations.FirstOrDefaultAsync(one => one.CustomerId == customer.Id && one.RepresentativeId == who && one.EndedAt == null, cancel) is { } standing)
            {
                standing.End(null, standing.PassesAt!.Value);
                // Of two who stand at once the database takes one: the first must be out before the next comes in.
                await work.Db.SaveChangesAsync(cancel);
            }

            work.Db.Add(new Representation
            {
                Id = Ids.New<RepresentationId>(), CustomerId = customer.Id, RepresentativeId = who, Kind = how, Ground = seen.Value, NamedBy = by.Staff, NamedAt = work.Now,
                PassesAt = request.Until is { } day ? zone.AtStartOfDay(day.PlusDays(1)).ToInstant() : null,
            });
            work.Journal.Write(new RepresentativeNamed(customer.Id, who, how, request.Until), by.Who);
            return default(Done);
        }, cancel);

    // The one who is known with this number or address; of doubles that were merged, who they are in the end.
    private static async Task<Result<CustomerId>> Named(IQueryable<Customer> known, string typed, CancellationToken cancel)
    {
        var (phone, email) = (NormalisedPhone.Read(typed), NormalisedEmail.Read(typed));
        if (!phone.Succeeded && !email.Succeeded) return RepresentationFailures.WhoMissing;
        var (number, key) = (phone.Succeeded ? phone.Value.E164 : null, email.Succeeded ? email.Value.Key : null);
        var found = await known.Where(one => (number != null && one.Phone == number) || (key != null && one.EmailKey == key)).Select(one => new { one.Id, one.Root }).ToListAsync(cancel);
        return found.DistinctBy(one => one.Root).ToList() switch
        {
            [] => RepresentationFailures.Unknown,
            [var only] => found.Find(one => one.Id == one.Root)?.Id ?? only.Id,
            _ => RepresentationFailures.Several,
        };
    }
}

/// <summary>Somebody no longer acts for a customer. What they did before stays as it is.</summary>
public sealed class EndRepresentation(UnitOfWork unit)
{
    /// <summary>Which, and who says so.</summary>
    public sealed record Request(RequestKey Key, RepresentationId Representation, Actor By);

    /// <summary>Ends it.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) => unit.Run<Done>(request.Key, new { request.Representation }, async work =>
    {
        var by = request.By;
        if (!by.May(Right.RegisterContacts)) return ContactFailures.NotFound;
        if (await work.Db.Representations.FirstOrDefaultAsync(one => one.Id == request.Representation, cancel) is not { } found) return ContactFailures.NotFound;
        if (!await work.Db.Customers.KnownTo(work.Db, by).AnyAsync(one => one.Id == found.CustomerId, cancel)) return ContactFailures.NotFound;
        if (!found.Counts(work.Now)) return RepresentationFailures.Ended;
        found.End(by.Staff, work.Now);
        work.Journal.Write(new RepresentationEnded(found.CustomerId, found.RepresentativeId), by.Who);
        return default(Done);
    }, cancel);
}
