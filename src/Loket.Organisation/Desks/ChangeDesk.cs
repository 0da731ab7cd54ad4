using Loket.Kernel;
using Loket.Organisation.Entry;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Organisation.Desks;

/// <summary>A desk gets another name, address, number or hours.</summary>
public sealed class ChangeDesk(UnitOfWork unit)
{
    /// <summary>What is asked.</summary>
    /// <param name="Key">The wish.</param>
    /// <param name="Desk">Which desk.</param>
    /// <param name="Version">As it was when the form was opened.</param>
    /// <param name="Details">As it is to be.</param>
    /// <param name="By">Who asks.</param>
    public sealed record Request(RequestKey Key, DeskId Desk, int Version, DeskDetails Details, Actor By);

    /// <summary>Changes it.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) => unit.Change(
        request.Key, db => db.Desks.Where(one => one.Id == request.Desk), request.Desk, request.Version, request.Details, Right.Configure, request.By, cancel);
}
