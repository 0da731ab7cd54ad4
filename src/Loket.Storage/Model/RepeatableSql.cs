using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Loket.Storage.Model;

/// <summary>Views, triggers and search tables: scripts that say how it should be and may run again, after each migration.</summary>
public static class RepeatableSql
{
    /// <summary>Runs the embedded scripts of an assembly, in the order of their names.</summary>
    public static async Task Apply(LoketDb db, Assembly assembly, CancellationToken cancel)
    {
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var command = db.Database.GetDbConnection().CreateCommand();
            await using (command)
            {
                await db.Database.OpenConnectionAsync(cancel);
                command.CommandText = await reader.ReadToEndAsync(cancel);
                await command.ExecuteNonQueryAsync(cancel);
                await db.Database.CloseConnectionAsync();
            }
        }
    }
}
