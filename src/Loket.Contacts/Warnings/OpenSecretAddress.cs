using Loket.Kernel;
using Loket.Organisation.Emergency;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Contacts;

/// <summary>Somebody reads for an hour an address that is secret, because it cannot wait; the privacy officers hear of it at once (row K2).</summary>
public sealed class OpenSecretAddress(UnitOfWork unit)
{
    /// <summary>Whose, why and by whom.</summary>
    /// <param name="Key">Names the wish.</param>
    /// <param name="Customer">Whose address.</param>
    /// <param name="Reason">Why it cannot wait.</param>
    /// <param name="By">Who reads it.</param>
    public sealed record Request(RequestKey Key, CustomerId Customer, string? Reason, Actor By);

    /// <summary>Opens it; gives until when.</summary>
    public Task<Result<Instant>> Handle(Request request, CancellationToken cancel) => unit.Run<Instant>(request.Key, new { request.Customer, request.Reason }, async work =>
    {
        if (await work.Db.Customers.KnownTo(work.Db, request.By).FirstOrDefaultAsync(one => one.Id == request.Customer, cancel) is not { } customer) return ContactFailures.NotFound;
        return await EmergencyDoor.Open(work, customer.Root.Value, EmergencySubject.Address, request.Reason, request.By, cancel);
    }, cancel);
}
