using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Loket.Contacts;

/// <summary>What is known of a person is wrong and is put right (AVG, article 16). What stood before is kept among the values of the journal that can be erased.</summary>
public sealed class RectifyCustomer(UnitOfWork unit, Outbox outbox)
{
    /// <summary>What is asked.</summary>
    /// <param name="Key">Names the wish.</param>
    /// <param name="Customer">Of whom.</param>
    /// <param name="Typed">How it is, as it was typed.</param>
    /// <param name="KeepsAddress">Whether the address stays as it is: who may not read it does not put it right.</param>
    /// <param name="By">Who asks.</param>
    public sealed record Request(RequestKey Key, CustomerId Customer, CustomerTyped Typed, bool KeepsAddress, Actor By);

    /// <summary>Puts it right.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<Done>(request.Key, new { request.Customer, request.Typed, request.KeepsAddress }, async work =>
        {
            if (!request.By.May(Right.SeePersonalData) || !request.By.May(Right.RegisterContacts)) return OrganisationFailures.Forbidden;
            var customer = await work.Db.Customers.KnownTo(work.Db, request.By).Include(one => one.Words).FirstOrDefaultAsync(one => one.Id == request.Customer, cancel);
            if (customer is null) return ContactFailures.NotFound;
            var read = request.Typed.Read();
            if (!read.Succeeded) return read.Failure;
            var details = request.KeepsAddress ? read.Value with { Address = customer.Address } : read.Value;
            if (details.IsEmpty) return ContactFailures.NothingLeft;
            var was = new CustomerRectified(customer.Id, customer.Name, customer.Phone, customer.Email, customer.Address, customer.Kind);
            customer.Rectify(details);
            if (details.Kind is { } said) await KindOfCustomer.Set(work, customer, said, request.By, cancel);
            work.Db.AddRange(customer.Words.Where(word => work.Db.Entry(word).State == EntityState.Detached));
            if ((was.Phone, was.Email, was.Address) != (customer.Phone, customer.Email, customer.Address)) await SecretDoubles.Meet(work, outbox, customer, cancel);
            work.Journal.Write(was, request.By);
            return default(Done);
        }, cancel);
}

/// <summary>What was known of somebody was put right; with what stood before.</summary>
[JournalEvent("customer.rectified", Audience.Audit)]
public sealed record CustomerRectified(
    CustomerId Customer, [property: Personal("accountability", "case")] string? Name, [property: Personal("accountability", "case")] string? Phone,
    [property: Personal("accountability", "case")] string? Email, [property: Personal("accountability", "case")] string? Address, CustomerKind? Kind = null) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Customer.Value];
}
