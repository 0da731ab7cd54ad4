using System.Globalization;
using Loket.Kernel;
using Loket.Kernel.Geography;
using Loket.Kernel.Text;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Places;

/// <summary>The municipality's own list of addresses.</summary>
public sealed class AddressTable(UnitOfWork work) : IAddressSource
{
    // Streets with this beginning that are looked at, and how many of the best get their house numbers looked up.
    private const int StreetsRead = 60;
    private const int StreetsKept = 10;
    private const int AddressesRead = 200;

    /// <inheritdoc />
    public async Task<Result<IReadOnlyList<AddressCard>>> Suggest(string? typed, CancellationToken cancel) =>
        Result(await work.Read(db => Suggest(db, typed, cancel)));

    /// <inheritdoc />
    public async Task<Result<IReadOnlyList<AddressCard>>> Find(Postcode postcode, HouseNumber number, CancellationToken cancel) =>
        Result(await work.Read(db => Find(db, postcode, number, cancel)));

    /// <inheritdoc />
    public async Task<Result<AddressCard?>> Get(string key, CancellationToken cancel) => await work.Read(db => Get(db, key, cancel));

    /// <summary>As <see cref="Suggest(string?, CancellationToken)"/>, within a transaction under way.</summary>
    public static async Task<IReadOnlyList<AddressCard>> Suggest(LoketDb db, string? typed, CancellationToken cancel)
    {
        var question = AddressQuestion.Read(typed);
        if (question.Postcode is { } postcode)
        {
            var there = db.Addresses.Where(address => address.Postcode == postcode);
            if (question.Number is { } wanted) there = there.Where(address => address.Number == wanted);
            return [.. (await Cards(db, there, cancel)).Where(card => HasSuffix(card, question.Suffix)).Take(IAddressSource.MostSuggestions)];
        }

        if (question.StreetKey.Length == 0) return [];
        var streets = StreetsLike(await StreetMap.Of(db, cancel), question);
        if (question.Number is not { } number) return [.. streets.Select(Whole)];

        var rank = streets.Select((street, place) => (street.Id, place)).ToDictionary();
        var ids = rank.Keys.ToArray();
        var beginning = question.Suffix.Length > 0
            ? db.Addresses.Where(address => ids.Contains(address.StreetId) && address.Number == number)
            : db.Addresses.Where(address => ids.Contains(address.StreetId) && (address.Number == number
                || (address.Number >= number * 10 && address.Number < number * 10 + 10)
                || (address.Number >= number * 100 && address.Number < number * 100 + 100)
                || (address.Number >= number * 1000 && address.Number < number * 1000 + 1000)));
        var rows = await beginning.AsNoTracking().OrderBy(address => address.Number).ThenBy(address => address.Letter).ThenBy(address => address.Addition)
            .Take(AddressesRead).ToListAsync(cancel);
        var byId = streets.ToDictionary(street => street.Id);
        return
        [
            .. rows.OrderBy(address => address.Number != number).ThenBy(address => rank[address.StreetId])
                .ThenBy(address => address.Number).ThenBy(address => address.Letter, StringComparer.Ordinal).ThenBy(address => address.Addition, StringComparer.Ordinal)
                .Select(address => Card(address, byId[address.StreetId])).Where(card => HasSuffix(card, question.Suffix)).Take(IAddressSource.MostSuggestions),
        ];
    }

    /// <summary>As <see cref="Find(Postcode, HouseNumber, CancellationToken)"/>, within a transaction under way.</summary>
    public static async Task<IReadOnlyList<AddressCard>> Find(LoketDb db, Postcode postcode, HouseNumber number, CancellationToken cancel)
    {
        var code = postcode.Compact;
        var suffix = $"{number.Letter}{number.Addition}";
        var there = await Cards(db, db.Addresses.Where(address => address.Postcode == code && address.Number == number.Number), cancel);
        return suffix.Length == 0 ? there : [.. there.Where(card => $"{card.Letter}{card.Addition}" == suffix)];
    }

    private static async Task<AddressCard?> Get(LoketDb db, string key, CancellationToken cancel)
    {
        if (key.Split(',') is [var name, var town])
            return (await StreetMap.Of(db, cancel)).Named(name).SingleOrDefault(street => street.TownKey == town) is { } street ? Whole(street) : null;
        if (key.Split(':') is not [var postcode, var number, var letter, var addition] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted)) return null;
        var there = db.Addresses.Where(address => address.Postcode == postcode && address.Number == wanted && address.Letter == letter && address.Addition == addition);
        return await Cards(db, there, cancel) is [var card, ..] ? card : null;
    }

    private static List<Street> StreetsLike(StreetMap map, AddressQuestion question) =>
    [
        .. map.Beginning(question.StreetKey).Take(StreetsRead).Where(street => street.TownKey.StartsWith(question.TownKey, StringComparison.Ordinal))
            .OrderBy(street => street.NameKey == question.StreetKey ? 0 : street.NameKey.StartsWith(question.StreetKey, StringComparison.Ordinal) ? 1 : 2)
            .ThenBy(street => street.NameKey, StringComparer.Ordinal).ThenBy(street => street.TownKey, StringComparer.Ordinal)
            .DistinctBy(street => street.Id).Take(StreetsKept),
    ];

    private static async Task<IReadOnlyList<AddressCard>> Cards(LoketDb db, IQueryable<Address> addresses, CancellationToken cancel)
    {
        var rows = await (
            from address in addresses.AsNoTracking()
            join street in db.Streets on address.StreetId equals street.Id
            orderby address.Number, address.Letter, address.Addition, street.NameKey
            select new { Address = address, Street = street }).Take(AddressesRead).ToListAsync(cancel);
        return [.. rows.Select(row => Card(row.Address, row.Street))];
    }

    private static bool HasSuffix(AddressCard card, string suffix) => $"{card.Letter}{card.Addition}".StartsWith(suffix, StringComparison.Ordinal);

    private static AddressCard Card(Address address, Street street) => new(
        string.Create(CultureInfo.InvariantCulture, $"{address.Postcode}:{address.Number}:{address.Letter}:{address.Addition}"),
        street.Name, address.Number, NullIfEmpty(address.Letter), NullIfEmpty(address.Addition), address.Postcode, street.Town, address.Area,
        address is { X: { } x, Y: { } y } ? RdPoint.From(x, y) : null);

    private static AddressCard Whole(Street street) => new($"{street.NameKey},{street.TownKey}", street.Name, null, null, null, null, street.Town, street.Area, null);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    // A list is an interface, from which the language allows no implicit conversion.
    private static Result<IReadOnlyList<AddressCard>> Result(IReadOnlyList<AddressCard> cards) => new Result<Done>().Then(_ => cards);
}
