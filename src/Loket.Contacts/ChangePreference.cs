using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation.Desks;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Contacts;

/// <summary>By which way somebody wants a kind of message.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Channel">The way.</param>
/// <param name="Desk">Key of the desk at which it waits, for a desk; null for whichever they come to.</param>
public sealed record PreferredWay(MessageKind Kind, MessageChannel Channel, string? Desk = null);

/// <summary>A customer chooses by which channel they are told from now on, of everything or of some kinds of message.</summary>
public sealed class ChangePreference(UnitOfWork unit)
{
    /// <summary>All that residents are told, in the order in which it comes.</summary>
    public static IReadOnlyList<MessageKind> All { get; } =
    [
        MessageKind.Receipt, MessageKind.Joined, MessageKind.StatusChange, MessageKind.TermChanged, MessageKind.Handover, MessageKind.Forwarded,
        MessageKind.Question, MessageKind.Answer, MessageKind.Closed, MessageKind.Reopened, MessageKind.NeutralNotice, MessageKind.Callback,
    ];

    /// <summary>The wish; the caller has checked that it is this customer's, or that <paramref name="By"/> may change it.</summary>
    public sealed record Request(RequestKey Key, CustomerId Customer, IReadOnlyList<PreferredWay> Ways, Who By);

    /// <summary>Everything by one way.</summary>
    public static IReadOnlyList<PreferredWay> Everything(MessageChannel channel, string? desk = null) => [.. All.Select(kind => new PreferredWay(kind, channel, desk))];

    /// <summary>Sets it; refused for a channel of which there is no address, and for a desk that there is not.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<Done>(request.Key, new { request.Customer, request.Ways }, async work =>
        {
            var customer = await work.Db.Customers.Include(one => one.Preferences).FirstOrDefaultAsync(one => one.Id == request.Customer, cancel);
            if (customer is null) return ContactFailures.NotFound;
            foreach (var way in request.Ways.Where(way => All.Contains(way.Kind)))
            {
                if (await Refusal(work.Db, customer, way, cancel) is { } failure) return failure.At(way.Kind.ToString());
                var changes = customer.Preference(way.Kind) is not { } standing || standing.Channel != way.Channel || standing.Desk != way.Desk;
                // Said once more, it is their last word once more.
                customer.Prefer(way.Kind, way.Channel, way.Desk, work.Now);
                if (changes) work.Journal.Write(new PreferenceSet(customer.Id, way.Kind, way.Channel, way.Desk), request.By);
            }

            work.Db.AddRange(customer.Preferences.Where(preference => work.Db.Entry(preference).State == EntityState.Detached));
            return default(Done);
        }, cancel);

    private static async Task<Failure?> Refusal(LoketDb db, Customer customer, PreferredWay way, CancellationToken cancel) => way switch
    {
        { Channel: MessageChannel.Desk, Desk: { } desk } => await DeskDirectory.Find(db, desk, cancel) is null ? ContactFailures.NoSuchDesk : null,
        { Channel: MessageChannel.Desk } => null,
        { Desk: not null } => ContactFailures.NoSuchDesk,
        _ => customer.AddressFor(way.Channel) is null ? ContactFailures.NoAddressForChannel.With(way.Channel) : null,
    };
}
