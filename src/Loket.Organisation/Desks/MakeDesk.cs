using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.Desks;

/// <summary>A new desk.</summary>
public sealed class MakeDesk(UnitOfWork work)
{
    /// <summary>What is asked.</summary>
    public sealed record Request(RequestKey Key, DeskDetails Details, Actor By);

    /// <summary>Makes it.</summary>
    public Task<Result<DeskId>> Handle(Request request, CancellationToken cancel) =>
        work.Run<DeskId>(request.Key, request.Details, async current =>
        {
            if (!request.By.May(Right.Configure)) return OrganisationFailures.Forbidden;
            var made = Desk.Make(request.Details);
            if (made.Failure is { } failure) return failure;
            var desk = made.Value;
            if (await current.Db.Desks.AnyAsync(other => other.Key == desk.Key, cancel)) return OrganisationFailures.Taken.At(nameof(DeskDetails.Key));

            current.Db.Add(desk);
            current.Journal.Write(new DeskMade(desk.Id, desk.Key), request.By);
            return desk.Id;
        }, cancel);
}
