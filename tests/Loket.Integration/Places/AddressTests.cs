using System.Diagnostics;
using System.Globalization;
using Loket.Kernel;
using Loket.Kernel.Text;
using Loket.Places;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Loket.Integration.Places;

public sealed class AddressTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Typing_suggests_what_may_be_meant(Database database)
    {
        await using var town = await SmallTown.On(database);

        foreach (var (typed, first, count) in new[]
        {
            ("nieuwe meer", "Nieuwemeerdijk, Badhoevedorp", 1),
            ("NIEUWEMEERDIJK 12", "Nieuwemeerdijk 12, 1171 AB Badhoevedorp", 4),
            ("nieuwemeerdijk 12a", "Nieuwemeerdijk 12A, 1171 AB Badhoevedorp", 2),
            ("nieuwemeerdijk 12 A-2", "Nieuwemeerdijk 12A-2, 1171 AB Badhoevedorp", 1),
            ("nieuwemeerdijk 12a 2", "Nieuwemeerdijk 12A-2, 1171 AB Badhoevedorp", 1),
            ("meulen", "Van der Meulenstraat, Nieuw-Vennep", 1),
            ("v.d. meulen", null, 0),
            ("hofke 7", "'t Höfke 7, 2152 XZ Nieuw-Vennep", 1),
            ("dorpsstraat", "Dorpsstraat, Nieuw-Vennep", 2),
            ("dorpsstraat zwan", "Dorpsstraat, Zwanenburg", 1),
            ("dorpsstr 3 zwan", "Dorpsstraat 3, 1161 BC Zwanenburg", 1),
            ("Dorpsstraat 3, zwanenburg", "Dorpsstraat 3, 1161 BC Zwanenburg", 1),
            ("2152bc 3", "Dorpsstraat 3, 2152 BC Nieuw-Vennep", 1),
            ("3 2152 BC", "Dorpsstraat 3, 2152 BC Nieuw-Vennep", 1),
            ("1171 ab", "Nieuwemeerdijk 12, 1171 AB Badhoevedorp", 3),
            ("", null, 0), ("🏠🏠", null, 0), ("' OR 1=1 --", null, 0), ("%", null, 0), ("\0", null, 0), ("99999", null, 0), (new string('a', 100_000), null, 0),
        })
        {
            var cards = await town.Use<IAddressSource, Result<IReadOnlyList<AddressCard>>>(source => source.Suggest(typed, Cancel));
            Assert.Equal((typed, first, count), (typed, cards.Value is [var best, ..] ? best.Written : null, cards.Value.Count));
        }
    }

    [Theory, BothDatabases]
    public async Task A_postcode_and_number_give_the_address_with_its_place(Database database)
    {
        await using var town = await SmallTown.On(database);

        var all = await Find(town, "1171AB", "12");
        var one = await Find(town, "1171AB", "12-A 2");
        var none = await Find(town, "1171AB", "13");

        Assert.Equal(["12", "12A", "12A-2"], all.Select(card => card.StreetAndNumber["Nieuwemeerdijk ".Length..]));
        Assert.Equal(("nieuwemeer", 113_692.0), (Assert.Single(one).Area, one[0].Position?.X));
        Assert.Empty(none);
        foreach (var card in all)
            Assert.Equal(card, (await town.Use<IAddressSource, Result<AddressCard?>>(source => source.Get(card.Key, Cancel))).Value);
    }

    [Theory, BothDatabases]
    public async Task A_street_lies_in_the_area_that_holds_all_its_houses(Database database)
    {
        await using var town = await SmallTown.On(database);

        var street = (await town.Use<IAddressSource, Result<IReadOnlyList<AddressCard>>>(source => source.Suggest("nieuwemeerdijk", Cancel))).Value[0];

        Assert.Equal("badhoevedorp", street.Area);
        Assert.Equal(street, (await town.Use<IAddressSource, Result<AddressCard?>>(source => source.Get(street.Key, Cancel))).Value);
    }

    [Theory, BothDatabases]
    public async Task A_file_replaces_the_list(Database database)
    {
        await using var town = await SmallTown.On(database);

        var imported = await Import(town, "Straatnaam;Huisnummer;Huisletter;Postcode;Woonplaats;x;y\r\nNieuwemeerdijk;12;;1171 AB;Badhoevedorp;113690;483910\r\nNieuwemeerdijk;14;b;1171AB;Badhoevedorp;;\r\n");

        Assert.Equal((1, 1, 7), (imported.Value.Added, imported.Value.Changed, imported.Value.Removed));
        Assert.Equal(["Nieuwemeerdijk 12, 1171 AB Badhoevedorp", "Nieuwemeerdijk 14B, 1171 AB Badhoevedorp"],
            (await town.Use<IAddressSource, Result<IReadOnlyList<AddressCard>>>(source => source.Suggest("nieuwemeerdijk 1", Cancel))).Value.Select(card => card.Written));
        Assert.Empty((await town.Use<IAddressSource, Result<IReadOnlyList<AddressCard>>>(source => source.Suggest("dorpsstraat", Cancel))).Value);
    }

    [Theory, BothDatabases]
    public async Task A_file_with_a_wrong_row_changes_nothing_and_the_row_is_named(Database database)
    {
        await using var town = await SmallTown.On(database);
        const string Head = "street,number,addition,postcode,town,area\n";

        foreach (var (file, code, row) in new (string, string, object?)[]
        {
            (Head + "Kerkweg,1,,1111 AA,Zwanenburg,\nKerkweg,nul,,1111 AA,Zwanenburg,\n", "places.wrong-row", 3),
            (Head + "Kerkweg,1,,1111 AA,Zwanenburg,\nKerkweg,2,,111 AA,Zwanenburg,\n", "places.wrong-row", 3),
            (Head + "Kerkweg,1,,1111 AA,Zwanenburg,atlantis\n", "places.wrong-row", 2),
            (Head + "Kerkweg,1,,1111 AA,Zwanenburg,\nKerk-weg,1,,1111 AB,zwanenburg,\n", "places.double-row", 3),
            (Head + "Kerkweg,1,te lang,1111 AA,Zwanenburg,\n", "places.wrong-row", 2),
            (Head, "places.nothing-in-it", null),
            ("", "places.nothing-in-it", null),
            ("street,number,town\nKerkweg,1,Zwanenburg\n", "places.missing-column", "postcode"),
        })
        {
            var answer = await Import(town, file);
            Assert.Equal((file, code, row), (file, answer.Failure?.Code, answer.Failure?.Arguments.FirstOrDefault()));
        }

        Assert.Equal(3, (await Find(town, "1171AB", "12")).Count);
        Assert.Single(await Find(town, "1161BC", "3"));
    }

    [Theory, BothDatabases]
    public async Task A_hundred_thousand_addresses_are_searched_while_one_types(Database database)
    {
        await using var town = await SmallTown.On(database);
        var records = Enumerable.Range(0, 100_000).Select(i => new AddressRecord(
            $"{Syllables(i / 40)}straat", i % 40 + 1, null, null, $"{1000 + i / 40 % 9000}AB", "Hoofddorp")).ToList();
        Assert.True((await SmallTown.Bring(town, new SetUpPlaces.Request([], records, [], Who.System))).Succeeded);
        if (database == Database.Postgres) await using (var db = town.Open()) await db.Database.ExecuteSqlRawAsync("ANALYZE", Cancel);

        var times = new List<double>();
        foreach (var i in Enumerable.Range(0, 200))
        {
            var typed = i % 2 == 0 ? Syllables(i * 12)[..3] : string.Create(CultureInfo.InvariantCulture, $"{Syllables(i * 12)} 1");
            var start = Stopwatch.GetTimestamp();
            var cards = await town.Use<IAddressSource, Result<IReadOnlyList<AddressCard>>>(source => source.Suggest(typed, Cancel));
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            Assert.InRange(cards.Value.Count, 1, 10);
        }

        times.Sort();
        TestContext.Current.TestOutputHelper?.WriteLine($"{database}: p50 {times[100]:0.0} ms, p95 {times[190]:0.0} ms");
    }

    private static string Syllables(int number)
    {
        string[] parts = ["bol", "der", "gan", "hor", "kel", "lin", "mor", "nes", "pol", "rus", "ster", "tol", "wil", "zon"];
        return parts[number % 14] + parts[number / 14 % 14] + parts[number / 196 % 14] + parts[number / 2744 % 14];
    }

    private static async Task<IReadOnlyList<AddressCard>> Find(Town town, string postcode, string number) =>
        (await town.Use<IAddressSource, Result<IReadOnlyList<AddressCard>>>(source => source.Find(Postcode.Read(postcode).Value, HouseNumber.Read(number).Value, Cancel))).Value;

    private static Task<Result<AddressesImported>> Import(Town town, string file) =>
        town.Use<ImportAddresses, Result<AddressesImported>>(import => import.Handle(new ImportAddresses.Request(new StringReader(file), Who.System), Cancel));
}
