using System.Globalization;
using System.Text.Json.Nodes;
using Loket.Demo.Town;

namespace Loket.Demo.Scenarios;

/// <summary>What people of stories tell, as a program sends it to the API.</summary>
internal static class ApiBodies
{
    /// <summary>Where it is, as far as they told.</summary>
    public static JsonObject? PlaceOf(StoryPlace? place) => place?.Told switch
    {
        null => null,
        PlaceTold.AssetNumber => new JsonObject { ["asset"] = place.Asset!.Number },
        PlaceTold.Address => new JsonObject { ["address"] = string.Create(CultureInfo.InvariantCulture, $"{place.Near.Street.Name} {place.Near.HouseNumber}, {Areas.VillageOf(place.Near.Street.Village).Name}") },
        _ => new JsonObject { ["text"] = place.Street.Name, ["village"] = Areas.VillageOf(place.Street.Village).Name },
    };

    /// <summary>Who they are.</summary>
    public static JsonObject PersonOf(Customer person)
    {
        var said = new JsonObject { ["name"] = person.Name.Full, ["language"] = person.Language };
        if (person.Phone is { } phone) said["phone"] = phone;
        if (person.Email is { } email) said["email"] = email;
        if (person.Preferred == ReplyBy.Letter) said["address"] = person.Home.Written.Replace(", ", "\n", StringComparison.Ordinal);
        return said;
    }

    /// <summary>A choice, as the API writes it.</summary>
    public static string Name<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
