using System.Globalization;
using Loket.Contacts.Numbers;

namespace Loket.Doctor;

/// <summary>National numbers: each can be read with a key that is there.</summary>
internal sealed class NumberChecks(NumberStanding numbers)
{
    public async Task<Finding> Of(string tenant, CancellationToken cancel)
    {
        const string Check = "numbers";
        var keys = await numbers.Look(cancel);
        if (keys.FirstOrDefault(key => !key.IsThere) is { } missing)
            return Finding.Wrong(tenant, Check, $"{Number(missing.Count)} national numbers are kept under key {Number(missing.Key)}, which is not there.", "Put the file with number keys back from where you keep it, and start serve again.");
        if (keys.FirstOrDefault(key => !key.Opens) is { } another)
            return Finding.Wrong(tenant, Check, $"Key {Number(another.Key)} does not open what is kept under it: it is another.", "Put the secret, or the file with number keys, back from where you keep it, and start serve again.");
        return keys.Count > 1
            ? Finding.Note(tenant, Check, $"Kept under {Number(keys.Count)} keys: {string.Join(", ", keys.Select(key => $"{Number(key.Count)} under key {Number(key.Key)}"))}. The program seals them anew under the newest within the hour.")
            : Finding.Ok(tenant, Check, keys.Count == 0 ? "No national numbers are kept." : $"{Number(keys[0].Count)} national numbers are kept, under key {Number(keys[0].Key)}.");
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
