using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Callbacks;

/// <summary>How a team calls back, over the requests of a period.</summary>
/// <param name="Team">Which team.</param>
/// <param name="Made">How many were made.</param>
/// <param name="Called">How many of them somebody has called.</param>
/// <param name="InTime">Of how many the first call came within what was promised.</param>
/// <param name="Late">How many nobody called within what was promised: called later, or still waiting.</param>
/// <param name="Attempts">How often was called, all together.</param>
/// <param name="Spoken">How many were spoken to.</param>
/// <param name="Open">How many are open now, whenever they were made.</param>
public sealed record TeamCallbacks(TeamId Team, int Made, int Called, int InTime, int Late, int Attempts, int Spoken, int Open)
{
    /// <summary>Which share of what is decided was in time, from 0 to 1; null when nothing is decided yet.</summary>
    public double? Share => InTime + Late == 0 ? null : (double)InTime / (InTime + Late);
}

/// <summary>Figures of callbacks per team (row A6). Numbers only, of what the reader may know of: a number says that something exists.</summary>
public sealed class CallbackFigures(UnitOfWork unit, TenantContext tenant)
{
    /// <summary>Of the requests that were made in the last days.</summary>
    /// <param name="days">From 1.</param>
    /// <param name="by">Who reads.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Result<IReadOnlyList<TeamCallbacks>>> Handle(int days, Actor by, CancellationToken cancel)
    {
        if (!by.May(Right.SeeFigures) && !by.May(Right.LeadTeam)) return OrganisationFailures.Forbidden;
        var now = tenant.Tenant.Clock.Now();
        var since = now - Duration.FromDays(days);
        return Result(await unit.Read(db => db.Callbacks.CountedFor(by).Where(one => one.MadeAt >= since || one.EndedAt == null).GroupBy(one => one.Team).Select(team => new TeamCallbacks(
            team.Key,
            team.Count(one => one.MadeAt >= since),
            team.Count(one => one.MadeAt >= since && one.Attempts > 0),
            team.Count(one => one.MadeAt >= since && one.InTime == true),
            team.Count(one => one.MadeAt >= since && (one.InTime == false || (one.InTime == null && one.EndedAt == null && one.UntilAt < now))),
            team.Sum(one => one.MadeAt >= since ? one.Attempts : 0),
            team.Count(one => one.MadeAt >= since && one.Outcome == CallbackOutcome.Spoken),
            team.Count(one => one.EndedAt == null))).ToListAsync(cancel)));

        static Result<IReadOnlyList<TeamCallbacks>> Result(List<TeamCallbacks> teams) => teams;
    }
}
