using System.Data.Common;
using System.Globalization;
using Loket.Storage.Sqlite;
using Loket.Testing;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Loket.Integration.Host;

/// <summary>A folder with settings for one municipality, <c>village</c>, of which nothing is there yet.</summary>
internal sealed class EmptyMachine : IDisposable
{
    private EmptyMachine(string folder, Dictionary<string, string> settings) => (Folder, Settings) = (folder, settings);

    /// <summary>Where the program is started.</summary>
    public string Folder { get; }

    /// <summary>The folder of the municipality.</summary>
    public string Village => Path.Combine(Folder, "data", "village");

    /// <summary>The settings, as variables.</summary>
    public Dictionary<string, string> Settings { get; }

    /// <summary>One with a database that does not exist yet; on PostgreSQL on the server of the tests.</summary>
    public static async Task<EmptyMachine> With(Database database)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Listen"] = "http://127.0.0.1:0", ["Tenants:village:Database"] = "sqlite" };
        if (database == Database.Postgres)
        {
            await using var town = await Town.On(database);
            settings["Tenants:village:Database"] = "postgres";
            settings["Tenants:village:Connection"] = new NpgsqlConnectionStringBuilder(town.Tenant.Connection) { Database = "program_" + Guid.NewGuid().ToString("N") }.ToString();
        }

        return new EmptyMachine(Directory.CreateTempSubdirectory("loket-program-").FullName, settings);
    }

    /// <summary>Runs a command to its end.</summary>
    public Task<(int Code, string Said)> Run(params string[] arguments) => LoketProcess.Run(Folder, Settings, arguments);

    /// <summary>Starts serving.</summary>
    public Task<(LoketProcess Process, Uri Address)> Serve() => LoketProcess.Serve(Folder, Settings);

    /// <summary>Puts a file in the folder.</summary>
    public Task Write(string name, string text) => File.WriteAllTextAsync(Path.Combine(Folder, name), text);

    /// <summary>Makes the database and founds the village.</summary>
    public async Task<(int Code, string Said)> Found()
    {
        var made = await Run("migrate", "--create");
        if (made.Code != 0) return made;
        await Write("founding.json", """
            {
              "Name": "Gemeente Polderstad", "ReferencePrefix": "PLD", "BaseAddress": "https://loket.polderstad.example/", "Phone": "14 0123",
              "Administrator": { "Name": "Ada de Vries", "SignInName": "ada.de.vries", "Email": "ada@polderstad.example" }
            }
            """);
        return await Run("found", "founding.json");
    }

    /// <summary>Does in the database what the program would not.</summary>
    public async Task Do(params string[] statements)
    {
        await using var connection = await Connect();
        foreach (var statement in statements)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Counts in the database.</summary>
    public async Task<long> Count(string sql)
    {
        await using var connection = await Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private async Task<DbConnection> Connect()
    {
        DbConnection connection = Settings.TryGetValue("Tenants:village:Connection", out var server)
            ? new NpgsqlConnection(server + ";Pooling=false") : new SqliteConnection(SqliteKind.ConnectionTo(Path.Combine(Village, "loket.db")) + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
