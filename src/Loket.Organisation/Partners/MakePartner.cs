using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.Partners;

/// <summary>A new partner.</summary>
public sealed class MakePartner(UnitOfWork work)
{
    /// <summary>What is asked.</summary>
    public sealed record Request(RequestKey Key, PartnerDetails Details, Actor By);

    /// <summary>Makes it.</summary>
    public Task<Result<PartnerId>> Handle(Request request, CancellationToken cancel) =>
        work.Run<PartnerId>(request.Key, request.Details, async current =>
        {
            if (!request.By.May(Right.Configure)) return OrganisationFailures.Forbidden;
            var made = Partner.Make(request.Details);
            if (made.Failure is { } failure) return failure;
            var partner = made.Value;
            if (await current.Db.Partners.AnyAsync(other => other.Key == partner.Key, cancel)) return OrganisationFailures.Taken.At(nameof(PartnerDetails.Key));

            current.Db.Add(partner);
            current.Journal.Write(new PartnerMade(partner.Id, partner.Key, partner.Sharing), request.By);
            return partner.Id;
        }, cancel);
}
