using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Contacts;

/// <summary>By which telephone numbers, e-mail addresses and houses somebody is known, under whomever they stand: who is known by one of these as well may be the same person.</summary>
internal sealed class KnownBy
{
    private readonly List<string?> phones;
    private readonly List<string?> emails;
    private readonly List<string> addresses;
    private readonly List<string> houses;

    private KnownBy(IReadOnlyCollection<Customer> family)
    {
        phones = [.. family.Select(one => one.Phone).OfType<string>().Distinct(StringComparer.Ordinal)];
        emails = [.. family.Select(one => one.EmailKey).OfType<string>().Distinct(StringComparer.Ordinal)];
        addresses = [.. family.Select(one => one.Address).OfType<string>().Distinct(StringComparer.Ordinal)];
        houses = [.. addresses.SelectMany(FindingWords.OfHouse).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Of all under whom one person stands.</summary>
    public static KnownBy Of(IReadOnlyCollection<Customer> family) => new(family);

    /// <summary>Whether somebody is known by one of these.</summary>
    public bool Fits(Customer other) =>
        phones.Contains(other.Phone) || emails.Contains(other.EmailKey) || (other.Address is { } theirs && addresses.Exists(address => FindingWords.IsSameHouse(address, theirs)));

    /// <summary>Who may be known by one of these, each looked up by its own index; themselves among them, and who lives in a street of the same name: see <see cref="Fits"/>.</summary>
    public IQueryable<CustomerId> Candidates(LoketDb db)
    {
        var housed = db.CustomerWords.Where(word => houses.Contains(word.Word)).Select(word => word.CustomerId);
        return db.Customers.Where(one => phones.Contains(one.Phone)).Select(one => one.Id)
            .Union(db.Customers.Where(one => emails.Contains(one.EmailKey)).Select(one => one.Id))
            .Union(db.Customers.Where(one => housed.Contains(one.Id)).Select(one => one.Id));
    }
}
