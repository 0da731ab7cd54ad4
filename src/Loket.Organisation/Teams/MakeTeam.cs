using Loket.Kernel;
using Loket.Organisation.Entry;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Organisation.Teams;

/// <summary>A new team.</summary>
public sealed class MakeTeam(UnitOfWork unit)
{
    /// <summary>What is asked.</summary>
    public sealed record Request(RequestKey Key, TeamDetails Details, Actor By);

    /// <summary>Makes it.</summary>
    public Task<Result<TeamId>> Handle(Request request, CancellationToken cancel) =>
        unit.Make(request.Key, request.Details, Right.Configure, request.By, (Team team) => team.Id, cancel);
}
