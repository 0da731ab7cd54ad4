using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.Desks;

/// <summary>A desk gets another name, address, number or hours.</summary>
public sealed class ChangeDesk(UnitOfWork work)
{
    /// <summary>What is asked.</summary>
    /// <param name="Key">The wish.</param>
    /// <param name="Desk">Which desk.</param>
    /// <param name="Version">As it was when the form was opened.</param>
    /// <param name="Details">As it is to be.</param>
    /// <param name="By">Who asks.</param>
    public sealed record Request(RequestKey Key, DeskId Desk, int Version, DeskDetails Details, Actor By);

    /// <summary>Changes it.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        work.Run<Done>(request.Key, new { request.Desk, request.Version, request.Details }, async current =>
        {
            if (!request.By.May(Right.Configure)) return OrganisationFailures.Forbidden;
            var desk = await current.Db.Desks.SingleOrDefaultAsync(one => one.Id == request.Desk, cancel);
            if (desk is null) return OrganisationFailures.NotFound;
            if (desk.Version != request.Version) return StorageFailures.ChangedMeanwhile;
            if (desk.Change(request.Details).Failure is { } failure) return failure;
            if (await current.Db.Desks.AnyAsync(other => other.Key == desk.Key && other.Id != desk.Id, cancel)) return OrganisationFailures.Taken.At(nameof(DeskDetails.Key));

            current.Journal.Write(new DeskChanged(desk.Id, desk.Key), request.By);
            return default(Done);
        }, cancel);
}
