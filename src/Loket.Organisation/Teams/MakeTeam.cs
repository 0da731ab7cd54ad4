using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.Teams;

/// <summary>A new team.</summary>
public sealed class MakeTeam(UnitOfWork work)
{
    /// <summary>What is asked.</summary>
    public sealed record Request(RequestKey Key, TeamDetails Details, Actor By);

    /// <summary>Makes it.</summary>
    public Task<Result<TeamId>> Handle(Request request, CancellationToken cancel) =>
        work.Run<TeamId>(request.Key, request.Details, async current =>
        {
            if (!request.By.May(Right.Configure)) return OrganisationFailures.Forbidden;
            var made = Team.Make(request.Details);
            if (made.Failure is { } failure) return failure;
            var team = made.Value;
            if (await current.Db.Teams.AnyAsync(other => other.Key == team.Key, cancel)) return OrganisationFailures.Taken.At(nameof(TeamDetails.Key));

            current.Db.Add(team);
            current.Journal.Write(new TeamMade(team.Id, team.Key, team.Groups), request.By);
            return team.Id;
        }, cancel);
}
