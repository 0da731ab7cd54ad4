using Loket.Kernel;
using Loket.Messages;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Contacts;

/// <summary>A customer chooses by which channel they are told from now on, of everything or of some kinds of message.</summary>
public sealed class ChangePreference(UnitOfWork unit)
{
    private static readonly MessageKind[] All =
    [
        MessageKind.Receipt, MessageKind.Joined, MessageKind.StatusChange, MessageKind.TermChanged, MessageKind.Handover, MessageKind.Forwarded,
        MessageKind.Question, MessageKind.Answer, MessageKind.Closed, MessageKind.Reopened, MessageKind.NeutralNotice,
    ];

    /// <summary>The wish; the caller has checked that it is this customer's, or that <paramref name="By"/> may change it.</summary>
    public sealed record Request(RequestKey Key, CustomerId Customer, MessageChannel Channel, Who By)
    {
        /// <summary>For which kinds of message; all that residents are told unless some are named.</summary>
        public IReadOnlyList<MessageKind> Kinds { get; init; } = All;
    }

    /// <summary>Sets it; refused for a channel of which there is no address.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<Done>(request.Key, new { request.Customer, request.Channel, request.Kinds }, async work =>
        {
            var customer = await work.Db.Customers.Include(one => one.Preferences).FirstOrDefaultAsync(one => one.Id == request.Customer, cancel);
            if (customer is null) return ContactFailures.NotFound;
            if (request.Channel != MessageChannel.Desk && customer.AddressFor(request.Channel) is null) return ContactFailures.NoAddressForChannel.With(request.Channel);
            foreach (var kind in request.Kinds.Intersect(All).Where(kind => customer.Prefers(kind) != request.Channel))
            {
                customer.Prefer(kind, request.Channel);
                work.Journal.Write(new PreferenceSet(customer.Id, kind, request.Channel), request.By);
            }

            work.Db.AddRange(customer.Preferences.Where(preference => work.Db.Entry(preference).State == EntityState.Detached));
            return default(Done);
        }, cancel);
}
