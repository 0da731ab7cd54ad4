using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.Teams;

/// <summary>Finds teams; on its own, or inside a transaction with its context.</summary>
public sealed class TeamDirectory(UnitOfWork work)
{
    /// <summary>The team, or null.</summary>
    public Task<TeamCard?> Find(TeamId id, CancellationToken cancel) => work.Read(db => Find(db, id, cancel));

    /// <summary>The team with this key, or null.</summary>
    public Task<TeamCard?> Find(string key, CancellationToken cancel) => work.Read(db => Find(db, key, cancel));

    /// <summary>All teams, by name.</summary>
    public Task<IReadOnlyList<TeamCard>> All(CancellationToken cancel) => work.Read(db => All(db, cancel));

    /// <inheritdoc cref="Find(TeamId, CancellationToken)" />
    public static async Task<TeamCard?> Find(LoketDb db, TeamId id, CancellationToken cancel) =>
        (await db.Teams.AsNoTracking().SingleOrDefaultAsync(team => team.Id == id, cancel))?.Card();

    /// <inheritdoc cref="Find(string, CancellationToken)" />
    public static async Task<TeamCard?> Find(LoketDb db, string key, CancellationToken cancel) =>
        (await db.Teams.AsNoTracking().SingleOrDefaultAsync(team => team.Key == key, cancel))?.Card();

    /// <inheritdoc cref="All(CancellationToken)" />
    public static async Task<IReadOnlyList<TeamCard>> All(LoketDb db, CancellationToken cancel) =>
        [.. (await db.Teams.AsNoTracking().OrderBy(team => team.Name).ToListAsync(cancel)).Select(team => team.Card())];
}
