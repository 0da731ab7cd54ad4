using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Loket.Demo.Scenarios;
using Loket.Demo.Town;
using Loket.Demo.Town.Loading;
using NodaTime;

namespace Loket.Demo.Measuring;

/// <summary>What clients ask of the API while it is measured: the generator's stories, told by a program.</summary>
internal static class Questions
{
    // Other stories than those that stand: the generator gives the same ones for the same number of cases and end.
    private const int Stories = 3000;

    /// <summary>Contacts that each become a case.</summary>
    public static IReadOnlyList<byte[]> Contacts(Instant until) => [.. Told(until).Select(one =>
    {
        var (story, contact) = one;
        var matter = new JsonObject
        {
            ["subject"] = contact.Subject, ["text"] = contact.Text, ["category"] = story.Category!.Key, ["place"] = ApiBodies.PlaceOf(contact.Place),
            ["ending"] = new JsonObject { ["kind"] = "newCase" },
        };
        var body = new JsonObject { ["channel"] = ApiBodies.Name(contact.Channel), ["matters"] = new JsonArray(matter) };
        if (contact.By is { } person) body["person"] = ApiBodies.PersonOf(person);
        return Encoding.UTF8.GetBytes(body.ToJsonString());
    })];

    /// <summary>"Does it look like this?", as it is asked while a contact is taken.</summary>
    public static IReadOnlyList<byte[]> Suggestions(Instant until) => [.. Told(until).Where(one => one.Contact.Place is not null).Select(one => Encoding.UTF8.GetBytes(
        new JsonObject { ["subject"] = one.Contact.Subject, ["category"] = one.Story.Category!.Key, ["place"] = ApiBodies.PlaceOf(one.Contact.Place) }.ToJsonString()))];

    /// <summary>The same, as it is filled in on the page of a new contact.</summary>
    public static IReadOnlyList<IReadOnlyList<KeyValuePair<string, string>>> Intakes(Instant until) => [.. Told(until).Where(one => one.Contact.Place is not null).Select(one =>
    {
        var (story, contact) = one;
        var place = contact.Place!;
        return (IReadOnlyList<KeyValuePair<string, string>>)
        [
            KeyValuePair.Create("Form.Channel", "Phone"), KeyValuePair.Create("Form.Subject", contact.Subject), KeyValuePair.Create("Form.Category", story.Category!.Key),
            place.Told == PlaceTold.AssetNumber ? KeyValuePair.Create("Form.Asset", place.Asset!.Number)
                : KeyValuePair.Create("Form.Where", string.Create(CultureInfo.InvariantCulture, $"{place.Near.Street.Name} {place.Near.HouseNumber}, {Areas.VillageOf(place.Near.Street.Village).Name}")),
        ];
    })];

    private static IEnumerable<(Story Story, StoryContact Contact)> Told(Instant until) =>
        from story in new CaseGenerator(DemoTown.Build(TownFounder.Seed), Stories, until).Invented()
        where story is { Case: not null, Category.Confidentiality: not Confidentiality.Sensitive }
        select (story, story.Contacts[0]);
}
