using Loket.Kernel;
using Loket.Organisation.Entry;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Organisation.Desks;

/// <summary>A new desk.</summary>
public sealed class MakeDesk(UnitOfWork unit)
{
    /// <summary>What is asked.</summary>
    public sealed record Request(RequestKey Key, DeskDetails Details, Actor By);

    /// <summary>Makes it.</summary>
    public Task<Result<DeskId>> Handle(Request request, CancellationToken cancel) =>
        unit.Make(request.Key, request.Details, Right.Configure, request.By, (Desk desk) => desk.Id, cancel);
}
