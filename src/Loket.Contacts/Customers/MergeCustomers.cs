using Loket.Contacts.Numbers;
using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Contacts;

/// <summary>Two customers prove to be one (row A4). Nothing of either is changed: one points to the other, and is shown with it; so it can be taken back at any time.</summary>
public sealed class MergeCustomers(UnitOfWork unit, Outbox outbox)
{
    // The doubles of one person; more is a mistake.
    private const int MostDoubles = 50;

    /// <summary>Who is whose double, or is that no longer.</summary>
    /// <param name="Key">Names the wish.</param>
    /// <param name="Double">Who proves to be somebody else.</param>
    /// <param name="Into">Whom; null to take it back.</param>
    /// <param name="By">Who says so.</param>
    public sealed record Request(RequestKey Key, CustomerId Double, CustomerId? Into, Actor By);

    /// <summary>Merges, or takes it back. Refused for who is not there for this reader, for two who are one already, for a person and a company, and for two who have different national numbers.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<Done>(request.Key, new { request.Double, request.Into }, async work =>
        {
            var by = request.By;
            if (!by.May(Right.RegisterContacts)) return ContactFailures.NotFound;
            // Two who merge each other at one moment would go round in a circle.
            await work.WaitTurn("merging customers", cancel);
            var known = work.Db.Customers.KnownTo(work.Db, by);
            if (await known.FirstOrDefaultAsync(one => one.Id == request.Double, cancel) is not { } twin) return ContactFailures.NotFound;
            if (request.Into is not { } id)
            {
                if (twin.MergedInto is not { } was) return ContactFailures.NotMerged;
                var whole = await work.Db.Customers.Where(one => one.Root == twin.Root).ToListAsync(cancel);
                var parted = whole.FindAll(one => one.MergedInto is not null);
                twin.Merge(null, twin.Id);
                foreach (var one in parted.Where(one => Leads(one, twin.Id, parted))) one.Follow(twin.Id);
                await WarningMarks.Part(work, whole, cancel);
                await WarningMarks.Set(work, outbox, whole, cancel);
                work.Journal.Write(new CustomerMergeUndone(twin.Id, was), by.Who);
                return default(Done);
            }

            if (await known.FirstOrDefaultAsync(one => one.Id == id, cancel) is not { } whom) return ContactFailures.NotFound;
            if (twin.Root == whom.Root) return ContactFailures.MergedAlready;
            if (twin.MergedInto is not null) return ContactFailures.MergedElsewhere;
            var both = await work.Db.Customers.Where(one => one.Root == twin.Id || one.Root == whom.Root).ToListAsync(cancel);
            if (both.Count - 1 > MostDoubles) return ContactFailures.TooManyMerged;
            if (both.Select(one => one.Kind).Distinct().Skip(1).Any()) return ContactFailures.KindsDiffer;
            if (await NumberRegister.Differ(work, both.ConvertAll(one => one.Id), cancel)) return NumberFailures.Differ;
            foreach (var one in both.Where(one => one.Root == twin.Id && one.Id != twin.Id)) one.Follow(whom.Root);
            twin.Merge(whom.Id, whom.Root);
            await WarningMarks.Set(work, outbox, both, cancel);
            work.Journal.Write(new CustomerMerged(twin.Id, whom.Id), by.Who);
            return default(Done);
        }, cancel);

    // Whether somebody was merged into this one, directly or by way of others.
    private static bool Leads(Customer from, CustomerId to, List<Customer> family)
    {
        for (var (next, steps) = (from.MergedInto, 0); next is { } id && steps < family.Count + 1; steps++)
        {
            if (id == to) return true;
            next = family.Find(one => one.Id == id)?.MergedInto;
        }

        return false;
    }
}
