using Loket.Testing;

namespace Loket.Integration.Organisation;

/// <summary>The towns of the rights matrix: one on each database for all its tests, made when it is first asked for.</summary>
public sealed class MatrixTowns : IAsyncDisposable
{
    private readonly Dictionary<Database, MatrixTown> towns = [];

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var town in towns.Values) await town.DisposeAsync();
    }

    internal async Task<MatrixTown> On(Database database)
    {
        if (!towns.TryGetValue(database, out var town)) towns.Add(database, town = await MatrixTown.On(database));
        return town;
    }
}
