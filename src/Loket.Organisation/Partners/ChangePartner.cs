using Loket.Kernel;
using Loket.Organisation.Entry;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.Partners;

/// <summary>A partner gets other people, another address, norm or rule for what goes along; or is closed.</summary>
public sealed class ChangePartner(UnitOfWork unit)
{
    /// <summary>What is asked.</summary>
    /// <param name="Key">The wish.</param>
    /// <param name="Partner">Which partner.</param>
    /// <param name="Version">As it was when the form was opened.</param>
    /// <param name="Details">As it is to be.</param>
    /// <param name="By">Who asks.</param>
    public sealed record Request(RequestKey Key, PartnerId Partner, int Version, PartnerDetails Details, Actor By);

    /// <summary>Changes it.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) => unit.Change(
        request.Key, db => db.Partners.Include(one => one.People).Where(one => one.Id == request.Partner), request.Partner, request.Version, request.Details, Right.Configure, request.By, cancel);
}
