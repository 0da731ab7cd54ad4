using Loket.Kernel;
using Loket.Organisation.Entry;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Organisation.Partners;

/// <summary>A new partner.</summary>
public sealed class MakePartner(UnitOfWork unit)
{
    /// <summary>What is asked.</summary>
    public sealed record Request(RequestKey Key, PartnerDetails Details, Actor By);

    /// <summary>Makes it.</summary>
    public Task<Result<PartnerId>> Handle(Request request, CancellationToken cancel) =>
        unit.Make(request.Key, request.Details, Right.Configure, request.By, (Partner partner) => partner.Id, cancel);
}
