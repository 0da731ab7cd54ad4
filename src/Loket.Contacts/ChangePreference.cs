using Loket.Kernel;
using Loket.Messages;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Contacts;

/// <summary>A customer chooses by which channel they are told from now on, for all that residents are told.</summary>
public sealed class ChangePreference(UnitOfWork unit)
{
    private static readonly MessageKind[] Kinds =
    [
        MessageKind.Receipt, MessageKind.Joined, MessageKind.StatusChange, MessageKind.TermChanged, MessageKind.Handover, MessageKind.Forwarded,
        MessageKind.Question, MessageKind.Answer, MessageKind.Closed, MessageKind.Reopened, MessageKind.NeutralNotice,
    ];

    /// <summary>The wish; the caller has checked that it is this customer's, or that <paramref name="By"/> may change it.</summary>
    public sealed record Request(RequestKey Key, CustomerId Customer, MessageChannel Channel, Who By);

    /// <summary>Sets it; refused for a channel of which there is no address.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<Done>(request.Key, new { request.Customer, request.Channel }, async work =>
        {
            var customer = await work.Db.Customers.Include(one => one.Preferences).FirstOrDefaultAsync(one => one.Id == request.Customer, cancel);
            if (customer is null) return ContactFailures.NotFound;
            if (customer.AddressFor(request.Channel) is null) return ContactFailures.NoAddressForChannel.With(request.Channel);
            foreach (var kind in Kinds.Where(kind => customer.Prefers(kind) != request.Channel))
            {
                customer.Prefer(kind, request.Channel);
                work.Journal.Write(new PreferenceSet(customer.Id, kind, request.Channel), request.By);
            }

            work.Db.AddRange(customer.Preferences.Where(preference => work.Db.Entry(preference).State == EntityState.Detached));
            return default(Done);
        }, cancel);
}
