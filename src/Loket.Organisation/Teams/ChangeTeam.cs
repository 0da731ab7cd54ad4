using Loket.Kernel;
using Loket.Organisation.Entry;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Organisation.Teams;

/// <summary>A team gets another name, lead, address, or may see more or less.</summary>
public sealed class ChangeTeam(UnitOfWork unit)
{
    /// <summary>What is asked.</summary>
    /// <param name="Key">The wish.</param>
    /// <param name="Team">Which team.</param>
    /// <param name="Version">As it was when the form was opened.</param>
    /// <param name="Details">As it is to be.</param>
    /// <param name="By">Who asks.</param>
    public sealed record Request(RequestKey Key, TeamId Team, int Version, TeamDetails Details, Actor By);

    /// <summary>Changes it.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) => unit.Change(
        request.Key, db => db.Teams.Where(one => one.Id == request.Team), request.Team, request.Version, request.Details, Right.Configure, request.By, cancel);
}
