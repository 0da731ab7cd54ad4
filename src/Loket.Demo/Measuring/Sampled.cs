using Loket.Cases;
using Loket.Cases.Reading;
using Loket.Contacts;

namespace Loket.Demo.Measuring;

/// <summary>What there is to ask for in a town that is filled.</summary>
/// <param name="Cases">Numbers of cases, of each reader such as they may know of.</param>
/// <param name="People">People, of each reader such as they may know of.</param>
/// <param name="Names">By which people are found.</param>
/// <param name="Phones">By which people are found.</param>
/// <param name="Addresses">By which people are found.</param>
/// <param name="References">Of contacts.</param>
/// <param name="Intakes">A contact that is being taken, as it is filled in.</param>
internal sealed record Sampled(
    IReadOnlyList<IReadOnlyList<string>> Cases, IReadOnlyList<IReadOnlyList<string>> People, IReadOnlyList<string> Names, IReadOnlyList<string> Phones, IReadOnlyList<string> Addresses,
    IReadOnlyList<string> References, IReadOnlyList<IReadOnlyList<KeyValuePair<string, string>>> Intakes)
{
    /// <summary>Takes so many of each.</summary>
    public static async Task<Sampled> In(Ground ground, IReadOnlyList<StaffClient> readers, int samples, CancellationToken cancel)
    {
        return new Sampled(
            await KnownCases(ground, readers, samples, cancel), await KnownPeople(ground, readers, samples, cancel), await Known("name"), await Known("phone"),
            [.. (await Known("address")).Select(one => one.Split('\n')[0])],
            await ground.Ask<string>($"SELECT reference AS \"Value\" FROM matters ORDER BY reference LIMIT {samples}", cancel), Questions.Intakes(ground.Tenant.Clock.Now()));

        Task<IReadOnlyList<string>> Known(string column) =>
            ground.Ask<string>($"SELECT {column} AS \"Value\" FROM customers WHERE {column} IS NOT NULL AND {column} <> '' ORDER BY id LIMIT {samples}", cancel);
    }

    private static async Task<IReadOnlyList<IReadOnlyList<string>>> KnownCases(Ground ground, IReadOnlyList<StaffClient> readers, int samples, CancellationToken cancel)
    {
        var some = await ground.Ask<string>($"SELECT reference AS \"Value\" FROM cases ORDER BY reference LIMIT {samples * 10}", cancel);
        var all = new List<IReadOnlyList<string>>();
        foreach (var reader in readers)
        {
            var known = new List<string>();
            foreach (var reference in some.TakeWhile(_ => known.Count < samples))
            {
                if (await ground.Use<FindCase, CaseId?>(find => find.Handle(reference, reader.By, cancel)) is not null) known.Add(reference);
            }

            all.Add(known);
        }

        return all;
    }

    private static async Task<IReadOnlyList<IReadOnlyList<string>>> KnownPeople(Ground ground, IReadOnlyList<StaffClient> readers, int samples, CancellationToken cancel)
    {
        var some = await ground.Ask<string>($"SELECT phone AS \"Value\" FROM customers WHERE phone IS NOT NULL ORDER BY phone LIMIT {samples * 10}", cancel);
        var all = new List<IReadOnlyList<string>>();
        foreach (var reader in readers)
        {
            var known = new List<string>();
            foreach (var phone in some.Distinct(StringComparer.Ordinal).TakeWhile(_ => known.Count < samples))
            {
                var found = await ground.Use<SearchCustomers, FoundCustomers>(search => search.Handle(phone, reader.By, cancel));
                known.AddRange(found.People.Take(1).Select(one => one.Id.Value.ToString()));
            }

            all.Add(known);
        }

        return all;
    }
}
