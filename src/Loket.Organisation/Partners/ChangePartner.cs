using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.Partners;

/// <summary>A partner gets other people, another address, norm or sharing rule; or is closed.</summary>
public sealed class ChangePartner(UnitOfWork work)
{
    /// <summary>What is asked.</summary>
    /// <param name="Key">The wish.</param>
    /// <param name="Partner">Which partner.</param>
    /// <param name="Version">As it was when the form was opened.</param>
    /// <param name="Details">As it is to be.</param>
    /// <param name="By">Who asks.</param>
    public sealed record Request(RequestKey Key, PartnerId Partner, int Version, PartnerDetails Details, Actor By);

    /// <summary>Changes it.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        work.Run<Done>(request.Key, new { request.Partner, request.Version, request.Details }, async current =>
        {
            if (!request.By.May(Right.Configure)) return OrganisationFailures.Forbidden;
            var partner = await current.Db.Partners.Include(one => one.People).SingleOrDefaultAsync(one => one.Id == request.Partner, cancel);
            if (partner is null) return OrganisationFailures.NotFound;
            if (partner.Version != request.Version) return StorageFailures.ChangedMeanwhile;
            if (partner.Change(request.Details).Failure is { } failure) return failure;
            if (await current.Db.Partners.AnyAsync(other => other.Key == partner.Key && other.Id != partner.Id, cancel)) return OrganisationFailures.Taken.At(nameof(PartnerDetails.Key));

            current.Db.Entry(partner).State = EntityState.Modified;   // its people count as a change of the partner
            current.Journal.Write(new PartnerChanged(partner.Id, partner.Key, partner.Sharing, partner.IsClosed), request.By);
            return default(Done);
        }, cancel);
}
