using Loket.Hosting;
using Loket.Storage;
using Loket.Storage.Journal;
using Loket.Storage.Sqlite;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Loket.Architecture.Rooms;

/// <summary>The tables and events of all rooms, as the program itself puts them together.</summary>
internal static class Model
{
    private static readonly ServiceProvider Services = new ServiceCollection().AddLogging().AddLoket().BuildServiceProvider();

    /// <summary>The classes behind the tables.</summary>
    public static IReadOnlyList<IEntityType> Entities { get; } = Read();

    /// <summary>The events of the journal, by name.</summary>
    public static IReadOnlyDictionary<string, Type> Events => Services.GetRequiredService<EventTypes>().All;

    private static List<IEntityType> Read()
    {
        using var db = Services.GetRequiredService<Databases>().Open(new SqliteKind(), SqliteKind.ConnectionTo(":memory:"));
        return [.. db.Model.GetEntityTypes()];
    }
}
