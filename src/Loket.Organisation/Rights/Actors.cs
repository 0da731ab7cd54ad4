using System.Collections.Frozen;
using Loket.Kernel;
using Loket.Organisation.Accounts;
using Loket.Organisation.People;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Organisation.Rights;

/// <summary>Finds out who is reading, with all that they may do; one query per request.</summary>
public sealed class Actors(UnitOfWork work, TimeProvider machine)
{
    /// <summary>Who carries this session.</summary>
    /// <param name="token">What the browser sent.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The person; null for a session that has ended or never was.</returns>
    public async Task<SignedIn?> Resolve(string? token, CancellationToken cancel)
    {
        if (Token.HashOf(token) is not { } hash) return null;
        var now = machine.Instant();
        var found = await work.ReadFirst(async db =>
        {
            var one = await Carrying(db, hash, now).SingleOrDefaultAsync(cancel);
            if (one is not null) db.StandsAt(one.Stamp);
            return one?.Found;
        });
        if (found is null || now - found.SeenAt > Session.Idle) return null;
        if (now - found.SeenAt > Session.SeenEvery) await Touch(hash, now, cancel);
        return new SignedIn(found.Actor(), found.Name) { WithoutKeys = found.WithoutKeys };
    }

    /// <summary>What a member of staff may do, apart from any session; null for one who no longer works here.</summary>
    public Task<Actor?> Of(StaffId id, CancellationToken cancel) => work.Read(db => Of(db, id, cancel));

    /// <inheritdoc cref="Of(StaffId, CancellationToken)" />
    public static async Task<Actor?> Of(LoketDb db, StaffId id, CancellationToken cancel)
    {
        var found = await Working(db, db.Staff.Where(staff => staff.Id == id)).SingleOrDefaultAsync(cancel);
        return found?.Actor();
    }

    /// <summary>What several members of staff may do; who no longer works here is left out.</summary>
    public static async Task<IReadOnlyDictionary<StaffId, Actor>> Several(LoketDb db, IReadOnlyCollection<StaffId> ids, CancellationToken cancel) =>
        (await Working(db, db.Staff.Where(staff => ids.Contains(staff.Id))).ToListAsync(cancel)).ToDictionary(found => found.Id, found => found.Actor());

    private static IQueryable<Found> Working(LoketDb db, IQueryable<Staff> people)
    {
        var teams = db.Teams;
        var never = default(Instant);
        return people.Where(staff => staff.ClosedAt == null).Select(staff => new Found(
            never, staff.Id, staff.Name, staff.Roles, staff.PersonalDataGiven, staff.BoundWithin, staff.BoundTypes, teams.Any(team => team.IsBounded), staff.WithoutKeys,
            staff.Memberships.Join(teams, one => one.TeamId, team => team.Id, (one, team) => new FoundTeam(team.Id, team.Groups, team.BoundWithin, team.BoundTypes)).ToList()));
    }

    private static IQueryable<Carrier> Carrying(LoketDb db, byte[] hash, Instant now)
    {
        var (teams, stamps) = (db.Teams, db.Stamp);
        return
            from session in db.Sessions
            where session.Hash == hash && session.Stage == SessionStage.SignedIn && session.EndsAt > now
            join staff in db.Staff on session.StaffId equals staff.Id
            where staff.ClosedAt == null
            select new Carrier(stamps.FirstOrDefault(), new Found(
                session.SeenAt, staff.Id, staff.Name, staff.Roles, staff.PersonalDataGiven, staff.BoundWithin, staff.BoundTypes, teams.Any(team => team.IsBounded), staff.WithoutKeys,
                staff.Memberships.Join(teams, one => one.TeamId, team => team.Id, (one, team) => new FoundTeam(team.Id, team.Groups, team.BoundWithin, team.BoundTypes)).ToList()));
    }

    private Task<Result<Done>> Touch(byte[] hash, Instant now, CancellationToken cancel) => work.Run<Done>(async current =>
    {
        await current.Db.Sessions.Where(session => session.Hash == hash).ExecuteUpdateAsync(set => set.SetProperty(session => session.SeenAt, now), cancel);
        return default(Done);
    }, cancel);

    private sealed record Carrier(long Stamp, Found Found);

    private sealed record FoundTeam(TeamId Id, IReadOnlyList<string> Groups, IReadOnlyList<string> Areas, IReadOnlyList<string> Types);

    private sealed record Found(
        Instant SeenAt, StaffId Id, string Name, IReadOnlyList<Role> Roles, bool PersonalDataGiven, IReadOnlyList<string> Areas, IReadOnlyList<string> Types,
        bool IsAnyTeamBounded, bool WithoutKeys, List<FoundTeam> Teams)
    {
        public Actor Actor()
        {
            var rights = RoleRights.Of(Roles);
            if (PersonalDataGiven) rights = rights.Append(Right.SeePersonalData).ToFrozenSet();
            return new Actor(
                new Who(WhoKind.Staff, Id.Value), rights, Teams.Select(team => team.Id).ToFrozenSet(),
                Teams.SelectMany(team => team.Groups).ToFrozenSet(StringComparer.Ordinal))
            {
                Bounds = Bounds.Of(new Bound(Areas, Types), [.. Teams.Select(team => new Bound(team.Areas, team.Types))], IsAnyTeamBounded),
            };
        }
    }
}

/// <summary>Somebody who signed in.</summary>
/// <param name="Actor">With all that they may do.</param>
/// <param name="Name">As colleagues know them; for the top of the page.</param>
public sealed record SignedIn(Actor Actor, string Name)
{
    /// <summary>Whether they want no shortcuts of a single key.</summary>
    public bool WithoutKeys { get; init; }
}
