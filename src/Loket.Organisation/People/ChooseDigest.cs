using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Organisation.People;

/// <summary>Somebody wants an overview of the work by e-mail each working day, or wants it no longer.</summary>
public sealed class ChooseDigest(UnitOfWork work)
{
    /// <summary>What is asked.</summary>
    public sealed record Request(RequestKey Key, StaffId Staff, bool Wants, Actor By);

    /// <summary>Chooses.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        OwnChoice.Make(work, request.Key, request.Staff, request.Wants, request.By, staff =>
        {
            staff.ChooseDigest(request.Wants);
            return new DigestChosen(staff.Id, request.Wants);
        }, cancel);
}
