using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Organisation.People;

/// <summary>Somebody wants shortcuts of a single key, or none: who speaks to a computer, or shakes, sets them off without meaning to (WCAG 2.1.4).</summary>
public sealed class ChooseKeys(UnitOfWork work)
{
    /// <summary>What is asked.</summary>
    public sealed record Request(RequestKey Key, StaffId Staff, bool Wants, Actor By);

    /// <summary>Chooses.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        OwnChoice.Make(work, request.Key, request.Staff, request.Wants, request.By, staff =>
        {
            staff.ChooseKeys(request.Wants);
            return new KeysChosen(staff.Id, request.Wants);
        }, cancel);
}
