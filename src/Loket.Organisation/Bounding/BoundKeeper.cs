using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.Bounding;

/// <summary>Who is bounded: a team, or somebody of the staff.</summary>
/// <param name="Team">The team.</param>
/// <param name="Staff">The member of staff, where it is no team.</param>
public readonly record struct BoundOwner(TeamId? Team, StaffId? Staff);

/// <summary>The bound of a team or of somebody of the staff.</summary>
/// <param name="Owner">Whose.</param>
/// <param name="Name">What they are called.</param>
/// <param name="Areas">The areas that were chosen; empty for everywhere.</param>
/// <param name="Types">The kinds of case that were chosen; empty for all.</param>
public sealed record BoundCard(BoundOwner Owner, string Name, IReadOnlyList<string> Areas, IReadOnlyList<string> Types)
{
    /// <summary>By which a form says what stood when it was opened; empty for who is not bounded.</summary>
    public string Stamp => StampOf(Areas, Types);

    internal static string StampOf(IReadOnlyList<string> areas, IReadOnlyList<string> types) => areas.Count + types.Count == 0 ? ""
        : $"{string.Join(' ', areas.Order(StringComparer.Ordinal))}/{string.Join(' ', types.Order(StringComparer.Ordinal))}";
}

/// <summary>Keeps the bounds of teams and people (decision 0040); which areas and kinds there are, and which area holds which, is known in the rooms above.</summary>
public sealed class BoundKeeper(UnitOfWork unit)
{
    /// <summary>Those that there are, of teams first; nothing for who does not set them.</summary>
    public Task<IReadOnlyList<BoundCard>> All(Actor by, CancellationToken cancel) => unit.Read<IReadOnlyList<BoundCard>>(async db =>
    {
        if (!by.May(Right.Configure)) return [];
        var teams = (await db.Teams.AsNoTracking().OrderBy(one => one.Name).ToListAsync(cancel))
            .Where(one => one.BoundAreas.Count + one.BoundTypes.Count > 0).Select(one => new BoundCard(new BoundOwner(one.Id, null), one.Name, one.BoundAreas, one.BoundTypes));
        var people = (await db.Staff.AsNoTracking().Where(one => one.ClosedAt == null).OrderBy(one => one.Name).ToListAsync(cancel))
            .Where(one => one.BoundAreas.Count + one.BoundTypes.Count > 0).Select(one => new BoundCard(new BoundOwner(null, one.Id), one.Name, one.BoundAreas, one.BoundTypes));
        return [.. teams, .. people];
    });

    /// <summary>Sets a bound in the transaction of who knows what the keys mean; empty lists take it away.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="owner">Whose.</param>
    /// <param name="areas">The areas that were chosen.</param>
    /// <param name="within">These with all that they hold.</param>
    /// <param name="types">The kinds of case.</param>
    /// <param name="seen">The stamp of what stood when the form was opened; null where any will do.</param>
    /// <param name="by">Who sets it.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Failure?> Set(
        Work work, BoundOwner owner, IReadOnlyList<string> areas, IReadOnlyList<string> within, IReadOnlyList<string> types, string? seen, Actor by, CancellationToken cancel)
    {
        if (!by.May(Right.Configure)) return OrganisationFailures.Forbidden;
        if (owner.Team is { } id && await work.Db.Teams.SingleOrDefaultAsync(one => one.Id == id, cancel) is { } team)
        {
            if (IsAnother(team.BoundAreas, team.BoundTypes)) return OrganisationFailures.BoundStands;
            team.BoundTo(areas, within, types);
        }
        else if (owner.Staff is { } who && await work.Db.Staff.SingleOrDefaultAsync(one => one.Id == who && one.ClosedAt == null, cancel) is { } person)
        {
            if (IsAnother(person.BoundAreas, person.BoundTypes)) return OrganisationFailures.BoundStands;
            person.BoundTo(areas, within, types);
        }
        else
        {
            return OrganisationFailures.NotFound;
        }

        work.Journal.Write(new BoundSet(owner.Team, owner.Staff, areas, types), by);
        return null;

        bool IsAnother(IReadOnlyList<string> stands, IReadOnlyList<string> kinds) => seen is not null && seen != BoundCard.StampOf(stands, kinds);
    }

    /// <summary>Lets the bounds hold for what the chosen areas hold now.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="within">Areas with all that they hold.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task Spread(Work work, Func<IReadOnlyList<string>, IReadOnlyList<string>> within, CancellationToken cancel)
    {
        foreach (var team in (await work.Db.Teams.ToListAsync(cancel)).Where(one => one.BoundAreas.Count > 0)) team.BoundTo(team.BoundAreas, within(team.BoundAreas), team.BoundTypes);
        foreach (var person in (await work.Db.Staff.ToListAsync(cancel)).Where(one => one.BoundAreas.Count > 0)) person.BoundTo(person.BoundAreas, within(person.BoundAreas), person.BoundTypes);
    }
}
