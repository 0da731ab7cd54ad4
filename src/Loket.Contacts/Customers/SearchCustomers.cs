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
        var found = FindingWords.Typed(typed) is { } address ? await Shown(db, With(db, [address]), FoundBy.Address, by, cancel) : [];
        if (found.Count > 0 || NameWords.Of(typed) is not { Count: > 0 } words) return found;

        found = await Shown(db, With(db, words), FoundBy.Name, by, cancel);
        // An initial has no sound of its own: it counts as it is written.
        var sounds = words.Select(word => FindingWords.OfSound(word) ?? word).ToList();
        if (found.Count >= Few || !sounds.Exists(FindingWords.IsSound)) return found;
        var known = found.Select(one => one.Root).ToHashSet();
        found.AddRange((await Shown(db, With(db, sounds), FoundBy.Sound, by, cancel)).Where(one => !known.Contains(one.Root)));
        return found;
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

    private async Task<List<(CustomerId Root, FoundCustomer Found)>> Shown(LoketDb db, IQueryable<Customer> customers, FoundBy how, Actor by, CancellationToken cancel)
    {
        var (matters, now) = (db.Matters.VisibleTo(by), tenant.Tenant.Clock.Now());
        // Who keeps their address secret is not given away by it either.
        if (how == FoundBy.Address) customers = customers.Where(customer => customer.AddressSecretUntil == null || customer.AddressSecretUntil <= now);
        var contacts = db.Contacts.Where(contact => matters.Any(matter => matter.ContactId == contact.Id));
        var rows = await customers.VisibleTo(by)
            .Select(customer => new { Customer = customer, Last = contacts.Where(contact => contact.CustomerId == customer.Id || contact.RepresentativeId == customer.Id).Max(contact => (Instant?)contact.At) })
            .Where(row => row.Last != null).OrderBy(row => row.Customer.NameFolded).ThenBy(row => row.Customer.Id).Take(MostRows)
            .Select(row => new { row.Customer.Id, row.Customer.Root, row.Customer.Kind, row.Customer.Name, Address = row.Customer.AddressSecretUntil > now ? null : row.Customer.Address, row.Last }).ToListAsync(cancel);
        // Under whom they are in the end where that one was found as well; the page of one leads to all.
        return [.. rows.GroupBy(row => row.Root).Select(same => (Row: same.FirstOrDefault(row => row.Id == row.Root) ?? same.First(), Last: same.Max(row => row.Last!.Value)))
            .Select(one => (one.Row.Root, new FoundCustomer(one.Row.Id, one.Row.Kind, one.Row.Name, one.Row.Address, one.Last, how)))];
    }
}
