using Loket.Storage;
using Loket.Storage.Standing;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.Teams;

/// <summary>Finds teams; on its own, or inside a transaction with its context.</summary>
public sealed class TeamDirectory(UnitOfWork work)
{
    private static readonly Kept<IReadOnlyList<TeamCard>> Kept = new(async (db, cancel) =>
        [.. (await db.Teams.AsNoTracking().OrderBy(team => team.Name).ToListAsync(cancel)).Select(team => team.Card())]);

    /// <summary>The team, or null.</summary>
    public Task<TeamCard?> Find(TeamId id, CancellationToken cancel) => work.Read(db => Find(db, id, cancel));

    /// <summary>The team with this key, or null.</summary>
    public Task<TeamCard?> Find(string key, CancellationToken cancel) => work.Read(db => Find(db, key, cancel));

    /// <summary>All teams, by name.</summary>
    public Task<IReadOnlyList<TeamCard>> All(CancellationToken cancel) => work.Read(db => All(db, cancel));

    /// <inheritdoc cref="Find(TeamId, CancellationToken)" />
    public static async Task<TeamCard?> Find(LoketDb db, TeamId id, CancellationToken cancel) =>
        (await Kept.Of(db, cancel)).FirstOrDefault(team => team.Id == id);

    /// <inheritdoc cref="Find(string, CancellationToken)" />
    public static async Task<TeamCard?> Find(LoketDb db, string key, CancellationToken cancel) =>
        (await Kept.Of(db, cancel)).FirstOrDefault(team => team.Key == key);

    /// <inheritdoc cref="All(CancellationToken)" />
    public static Task<IReadOnlyList<TeamCard>> All(LoketDb db, CancellationToken cancel) => Kept.Of(db, cancel);
}
