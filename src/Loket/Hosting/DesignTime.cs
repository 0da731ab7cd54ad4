using Loket.Storage;
using Loket.Storage.Postgres;
using Loket.Storage.Sqlite;
using Microsoft.EntityFrameworkCore.Design;

namespace Loket.Hosting;

/// <summary>Gives the tools of EF Core the model of all rooms, for making migrations; see build/migrations.sh.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<LoketDb>
{
    /// <param name="args">One word: for which database.</param>
    public LoketDb CreateDbContext(string[] args)
    {
        // Lives as long as the tool's own process.
        var services = new ServiceCollection().AddLogging().AddLoket().BuildServiceProvider();
        var databases = services.GetRequiredService<Databases>();
        return args is ["Postgres"]
            ? databases.Open(new PostgresKind(), "Host=127.0.0.1;Database=design")
            : databases.Open(new SqliteKind(), SqliteKind.ConnectionTo(":memory:"));
    }
}
