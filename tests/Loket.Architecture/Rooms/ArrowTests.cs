using System.Reflection;
using Xunit;

namespace Loket.Architecture.Rooms;

/// <summary>Arrows point down: a room uses only the rooms that its line allows.</summary>
public sealed class ArrowTests
{
    // What every room stands on.
    private static readonly string[] Ground = ["Loket.Organisation", "Loket.Storage", "Loket.Kernel"];

    // The table of docs/architecture.md; a new arrow is a decision, so it is written here by hand.
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Loket.Kernel"] = [],
        ["Loket.Storage"] = ["Loket.Kernel"],
        ["Loket.Storage.Sqlite"] = ["Loket.Storage", "Loket.Kernel"],
        ["Loket.Storage.Postgres"] = ["Loket.Storage", "Loket.Kernel"],
        // Generated code alone: it names every entity.
        ["Loket.Storage.Compiled"] = ["Loket.Intake", "Loket.Cases", "Loket.Contacts", "Loket.Messages", "Loket.Documents", "Loket.Places", .. Ground],
        ["Loket.Organisation"] = ["Loket.Storage", "Loket.Kernel"],
        ["Loket.Places"] = Ground,
        ["Loket.Documents"] = Ground,
        ["Loket.Messages"] = ["Loket.Documents", .. Ground],
        ["Loket.Contacts"] = ["Loket.Messages", "Loket.Places", .. Ground],
        ["Loket.Cases"] = ["Loket.Contacts", "Loket.Places", "Loket.Messages", "Loket.Documents", .. Ground],
        ["Loket.Intake"] = ["Loket.Cases", "Loket.Contacts", "Loket.Places", "Loket.Messages", "Loket.Documents", .. Ground],
        ["Loket.Web"] = ["Loket.Intake", "Loket.Cases", "Loket.Contacts", "Loket.Messages", "Loket.Documents", "Loket.Places", .. Ground],
        ["Loket"] =
        [
            "Loket.Web", "Loket.Intake", "Loket.Cases", "Loket.Contacts", "Loket.Messages", "Loket.Documents", "Loket.Places", "Loket.Storage.Sqlite",
            "Loket.Storage.Postgres", "Loket.Storage.Compiled", .. Ground,
        ],
        ["Loket.Demo"] =
        [
            "Loket", "Loket.Web", "Loket.Intake", "Loket.Cases", "Loket.Contacts", "Loket.Messages", "Loket.Documents", "Loket.Places", "Loket.Storage.Sqlite",
            "Loket.Storage.Postgres", .. Ground,
        ],
    };

    public static TheoryData<string> Rooms => [.. House.Rooms.Select(room => room.GetName().Name!)];

    [Theory, MemberData(nameof(Rooms))]
    public void A_room_uses_only_the_rooms_below_it(string room)
    {
        Assert.True(Allowed.TryGetValue(room, out var allowed), $"{room} has no line in the table of allowed arrows.");

        None.Of(Used(Assembly.Load(room)).Except(allowed, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_line_of_the_table_is_about_a_room_that_is_there() =>
        None.Of(Allowed.Keys.Except(House.Rooms.Select(room => room.GetName().Name!), StringComparer.Ordinal));

    private static IEnumerable<string> Used(Assembly room) =>
        room.GetReferencedAssemblies().Select(name => name.Name!).Where(name => name == "Loket" || name.StartsWith("Loket.", StringComparison.Ordinal));
}
