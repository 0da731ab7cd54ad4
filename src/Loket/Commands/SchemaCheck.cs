using Loket.Storage;
using Loket.Storage.Tenancy;

namespace Loket.Commands;

/// <summary>Whether the databases can be worked with by this version.</summary>
internal static class SchemaCheck
{
    public static async Task<IReadOnlyList<Problem>> Problems(Databases databases, IReadOnlyList<Tenant> tenants, CancellationToken cancel)
    {
        var problems = await Task.WhenAll(tenants.Select(tenant => Problem(databases, tenant, cancel)));
        return [.. problems.OfType<Problem>()];
    }

    private static async Task<Problem?> Problem(Databases databases, Tenant tenant, CancellationToken cancel)
    {
        try
        {
            await using var db = databases.Open(tenant);
            return await Schema.Look(db, cancel) switch
            {
                SchemaState.Missing => Wrong(tenant, "The database is empty. Type: loket migrate --create"),
                SchemaState.Behind => Wrong(tenant, "The database is of an older version. Make a backup, then type: loket migrate"),
                SchemaState.Another => Wrong(tenant, "The database is of another version than this program. Start the program of that version."),
                _ => null,
            };
        }
        catch (Exception exception) when (Outage.In(exception) is not null)
        {
            return Wrong(tenant, $"The database can't be reached. {Outage.In(exception)!.Message}");
        }
    }

    private static Problem Wrong(Tenant tenant, string words) => new(ExitCode.Database, $"{tenant.Name}: {words}");
}
