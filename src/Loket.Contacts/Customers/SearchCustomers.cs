using Loket.Contacts.Numbers;
using Loket.Kernel;
using Loket.Kernel.Text;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Journal;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Contacts;

/// <summary>By what somebody was found.</summary>
public enum FoundBy
{
    /// <summary>The telephone number.</summary>
    Phone,

    /// <summary>The e-mail address.</summary>
    Email,

    /// <summary>The postal address.</summary>
    Address,

    /// <summary>The name as it is written.</summary>
    Name,

    /// <summary>A name that sounds like it.</summary>
    Sound,

    /// <summary>The national number.</summary>
    NationalNumber,
}

/// <summary>Somebody who was found.</summary>
/// <param name="Id">Who.</param>
/// <param name="Kind">Person or company.</param>
/// <param name="Name">How they are called.</param>
/// <param name="Address">Their postal address, in lines.</param>
/// <param name="Last">Their last contact that the reader may see.</param>
/// <param name="By">By what they were found.</param>
public sealed record FoundCustomer(
    CustomerId Id, CustomerKind Kind, [property: Personal("answering", "case")] string? Name, [property: Personal("answering", "case")] string? Address, Instant Last, FoundBy By);

/// <summary>Who was found, and whether there are more than are shown.</summary>
public sealed record FoundCustomers(IReadOnlyList<FoundCustomer> People, bool More);

/// <summary>The find box (row A4): people and companies by telephone number, e-mail address, name, postal address or national number, whichever is typed.</summary>
/// <remarks>A name is found by the beginnings of its words, in any order; where that gives few, by how its words sound as well. Who has no contact that the reader may see is not
/// found. A national number finds its person for who may use those; for others it is as any text in which nobody is found by it. Showing somebody is a look, and is written down.</remarks>
public sealed class SearchCustomers(UnitOfWork unit, TenantContext tenant, Looks looks)
{
    /// <summary>So many are shown at most; who looks for one of more types more.</summary>
    public const int Most = 20;

    private const int LongestTyped = 200;
    private const int Few = 5;

    // Who types one word that very many share types more: of so many the first are shown.
    private const int Considered = 1_000;

    // One who stands here more than once is shown once.
    private const int MostRows = 3 * (Most + 1);
    private const string Purpose = "find";
    private const string ByNumber = "find.number";

    /// <summary>Finds them, best first.</summary>
    public Task<FoundCustomers> Handle(string? typed, Actor by, CancellationToken cancel) => Handle(typed, Most, by, cancel);

    /// <summary>Finds the best few of them; who is not shown is not looked at.</summary>
    public async Task<FoundCustomers> Handle(string? typed, int most, Actor by, CancellationToken cancel)
    {
        var read = CleanText.Line(typed, LongestTyped);
        if (!by.May(Right.SeePersonalData) || !read.Succeeded || read.Value.Length < 2) return new FoundCustomers([], false);
        var found = await unit.Read(db => Find(db, read.Value, by, cancel));
        var shown = found.Take(Math.Min(most, Most)).Select(one => one.Found).ToList();
        var purpose = shown.Exists(one => one.By == FoundBy.NationalNumber) ? ByNumber : Purpose;
        await looks.Write([.. shown.Select(one => one.Id)], seen => new CustomerLookedAt(seen, purpose), purpose, RequestKey.None, by, cancel);
        return new FoundCustomers(shown, found.Count > shown.Count);
    }

    private async Task<List<(CustomerId Root, FoundCustomer Found)>> Find(LoketDb db, string typed, Actor by, CancellationToken cancel)
    {
        if (by.May(Right.UseNationalNumbers) && NationalNumber.Read(typed) is { Succeeded: true } number && await Numbered(db, number.Value, by, cancel) is { Count: > 0 } numbered) return numbered;
        if (typed.Contains('@', StringComparison.Ordinal) && NormalisedEmail.Read(typed) is { Succeeded: true } email)
            return await Shown(db, db.Customers.Where(customer => customer.EmailKey == email.Value.Key), FoundBy.Email, by, cancel);
        if (NormalisedPhone.Read(typed) is { Succeeded: true } phone) return await Shown(db, db.Customers.Where(customer => customer.Phone == phone.Value.E164), FoundBy.Phone, by, cancel);
        return await Worded(db, FindingWords.Typed(typed), NameWords.Of(typed), by, cancel);
    }

    // By the address; who is not found so, by name; where that gives few, by how it sounds as well: one question, of which the database answers no more than is needed.
    private async Task<List<(CustomerId Root, FoundCustomer Found)>> Worded(LoketDb db, string? address, IReadOnlyList<string> words, Actor by, CancellationToken cancel)
    {
        var addressed = address is null ? null : Open(With(db, [address])).KnownTo(db, by);
        var ids = new List<IQueryable<CustomerId>>();
        if (addressed is not null) ids.Add(First(addressed));
        if (words.Count > 0)
        {
            var named = With(db, words).KnownTo(db, by);
            ids.Add(First(Unless(addressed, named)));
            // An initial has no sound of its own: it counts as it is written.
            var sounds = words.Select(word => FindingWords.OfSound(word) ?? word).ToList();
            if (sounds.Exists(FindingWords.IsSound))
                ids.Add(First(Unless(addressed, With(db, sounds).KnownTo(db, by).Where(_ => !named.Select(one => one.Root).Distinct().Skip(Few - 1).Any()))));
        }

        if (ids.Count == 0) return [];
        var all = ids.Aggregate((left, right) => left.Union(right));
        var rows = await Rows(db, db.Customers.Where(customer => all.Contains(customer.Id)), by).ToListAsync(cancel);
        var ways = rows.ToLookup(row => HowFound(row, address, words));
        var found = Grouped(ways[FoundBy.Address], FoundBy.Address).Concat(Grouped(ways[FoundBy.Name], FoundBy.Name)).ToList();
        var known = found.Select(one => one.Root).ToHashSet();
        return [.. found, .. Grouped(ways[FoundBy.Sound], FoundBy.Sound).Where(one => !known.Contains(one.Root))];
    }

    // As the words that are kept of them are: by the address, else by all words of the name, else by how those sound.
    private static FoundBy HowFound(FoundRow row, string? address, IReadOnlyList<string> words)
    {
        var kept = FindingWords.Of(row.Name, row.Address);
        if (address is not null && kept.Any(word => word.StartsWith(address, StringComparison.Ordinal))) return FoundBy.Address;
        return words.All(typed => kept.Any(word => word.StartsWith(typed, StringComparison.Ordinal))) ? FoundBy.Name : FoundBy.Sound;
    }

    private static IQueryable<CustomerId> First(IQueryable<Customer> customers) => customers.OrderBy(customer => customer.NameFolded).ThenBy(customer => customer.Id).Take(MostRows).Select(customer => customer.Id);

    private static IQueryable<Customer> Unless(IQueryable<Customer>? found, IQueryable<Customer> others) => found is null ? others : others.Where(_ => !found.Any());

    // Who keeps their address secret is not given away by it either.
    private IQueryable<Customer> Open(IQueryable<Customer> customers)
    {
        var now = tenant.Tenant.Clock.Now();
        return customers.Where(customer => customer.AddressSecretUntil == null || customer.AddressSecretUntil <= now);
    }

    // While a key is renewed some are kept under it and some under the one before.
    private async Task<List<(CustomerId Root, FoundCustomer Found)>> Numbered(LoketDb db, NationalNumber number, Actor by, CancellationToken cancel)
    {
        var (keys, found) = (tenant.Tenant.NumberKeys, new List<(CustomerId Root, FoundCustomer Found)>());
        foreach (var digest in keys.Numbers.Select(one => NumberSeal.DigestOf(keys.Find(one)!, number)))
        {
            var holders = db.CustomerNumbers.Where(one => one.Digest == digest).Select(one => one.CustomerId);
            found.AddRange(await Shown(db, db.Customers.Where(customer => holders.Contains(customer.Id)), FoundBy.NationalNumber, by, cancel));
        }

        return [.. found.DistinctBy(one => one.Root)];
    }

    // The longest word says most: it leads, and the others are looked up for those who have it.
    private static IQueryable<Customer> With(LoketDb db, IReadOnlyList<string> words)
    {
        var lead = words.MaxBy(word => word.Length)!;
        var leading = Like(db, lead);
        if (words.Count == 1) leading = leading.OrderBy(word => word.Word).ThenBy(word => word.CustomerId).Take(Considered);
        var leaders = leading.Select(word => word.CustomerId);
        var found = db.Customers.Where(customer => leaders.Contains(customer.Id));
        foreach (var other in words.Where(word => word != lead))
        {
            var having = Like(db, other);
            found = found.Where(customer => having.Any(word => word.CustomerId == customer.Id));
        }

        return found;
    }

    private static IQueryable<CustomerWord> Like(LoketDb db, string word)
    {
        if (FindingWords.IsSound(word)) return db.CustomerWords.Where(one => one.Word == word);
        // By code point on both databases, so what begins with it stands in one stretch of the index.
        var end = word + '\uffff';
        return db.CustomerWords.Where(one => string.Compare(one.Word, word) >= 0 && string.Compare(one.Word, end) <= 0);
    }

    private async Task<List<(CustomerId Root, FoundCustomer Found)>> Shown(LoketDb db, IQueryable<Customer> customers, FoundBy how, Actor by, CancellationToken cancel) =>
        [.. Grouped(await Rows(db, customers, by).Take(MostRows).ToListAsync(cancel), how)];

    private IQueryable<FoundRow> Rows(LoketDb db, IQueryable<Customer> customers, Actor by)
    {
        var (matters, now) = (db.Matters.VisibleTo(by), tenant.Tenant.Clock.Now());
        var contacts = db.Contacts.Where(contact => matters.Any(matter => matter.ContactId == contact.Id));
        return customers.VisibleTo(by)
            .Select(customer => new { Customer = customer, Last = contacts.Where(contact => contact.CustomerId == customer.Id || contact.RepresentativeId == customer.Id).Max(contact => (Instant?)contact.At) })
            .Where(row => row.Last != null).OrderBy(row => row.Customer.NameFolded).ThenBy(row => row.Customer.Id)
            .Select(row => new FoundRow(row.Customer.Id, row.Customer.Root, row.Customer.Kind, row.Customer.Name, row.Customer.AddressSecretUntil > now ? null : row.Customer.Address, row.Last!.Value));
    }

    // Under whom they are in the end where that one was found as well; the page of one leads to all.
    private static IEnumerable<(CustomerId Root, FoundCustomer Found)> Grouped(IEnumerable<FoundRow> rows, FoundBy how) =>
        rows.GroupBy(row => row.Root).Select(same => (Row: same.FirstOrDefault(row => row.Id == row.Root) ?? same.First(), Last: same.Max(row => row.Last)))
            .Select(one => (one.Row.Root, new FoundCustomer(one.Row.Id, one.Row.Kind, one.Row.Name, one.Row.Address, one.Last, how)));

    private sealed record FoundRow(CustomerId Id, CustomerId Root, CustomerKind Kind, string? Name, string? Address, Instant Last);
}
