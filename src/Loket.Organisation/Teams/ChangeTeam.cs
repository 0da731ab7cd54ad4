using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.Teams;

/// <summary>A team gets another name, lead, address, or may see more or less.</summary>
public sealed class ChangeTeam(UnitOfWork work)
{
    /// <summary>What is asked.</summary>
    /// <param name="Key">The wish.</param>
    /// <param name="Team">Which team.</param>
    /// <param name="Version">As it was when the form was opened.</param>
    /// <param name="Details">As it is to be.</param>
    /// <param name="By">Who asks.</param>
    public sealed record Request(RequestKey Key, TeamId Team, int Version, TeamDetails Details, Actor By);

    /// <summary>Changes it.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        work.Run<Done>(request.Key, new { request.Team, request.Version, request.Details }, async current =>
        {
            if (!request.By.May(Right.Configure)) return OrganisationFailures.Forbidden;
            var team = await current.Db.Teams.SingleOrDefaultAsync(one => one.Id == request.Team, cancel);
            if (team is null) return OrganisationFailures.NotFound;
            if (team.Version != request.Version) return StorageFailures.ChangedMeanwhile;
            if (team.Change(request.Details).Failure is { } failure) return failure;
            if (await current.Db.Teams.AnyAsync(other => other.Key == team.Key && other.Id != team.Id, cancel)) return OrganisationFailures.Taken.At(nameof(TeamDetails.Key));

            current.Journal.Write(new TeamChanged(team.Id, team.Key, team.Groups), request.By);
            return default(Done);
        }, cancel);
}
