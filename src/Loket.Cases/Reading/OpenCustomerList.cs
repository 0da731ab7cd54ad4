using Loket.Cases.Callbacks;
using Loket.Contacts;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Journal;

namespace Loket.Cases.Reading;

/// <summary>What can be listed of a person or company in full.</summary>
public enum CustomerList
{
    /// <summary>Their cases: open ones first, then newest first.</summary>
    Cases,

    /// <summary>The callbacks that were promised to them: open ones first, then what ended last.</summary>
    Callbacks,

    /// <summary>What was told to them, newest first.</summary>
    Messages,
}

/// <summary>A part of all that there is of one kind, of a person or company; the lists of the other kinds are empty.</summary>
/// <param name="Customer">Whose.</param>
/// <param name="Cases">Their cases.</param>
/// <param name="Callbacks">The callbacks that were promised to them.</param>
/// <param name="Messages">What was told to them.</param>
/// <param name="Total">How many there are in all; 0 as well beyond the last page.</param>
public sealed record CustomerListed(
    CustomerInShort Customer, IReadOnlyList<CustomerCase> Cases, IReadOnlyList<CustomerCallback> Callbacks, IReadOnlyList<MessageView> Messages, int Total);

/// <summary>Reads page by page all cases, callbacks or messages of a person or company, as far as the reader may know of them: what their own page shows the beginning of. Showing it is a look, and is written down.</summary>
public sealed class OpenCustomerList(UnitOfWork unit, ReadMessages messages, Looks looks)
{
    /// <summary>How many stand on a page.</summary>
    public const int PageSize = 50;

    /// <summary>Nobody pages further.</summary>
    public const int MostPages = 1_000;

    /// <summary>A page; null when there is nobody for this reader.</summary>
    /// <param name="id">Who.</param>
    /// <param name="list">What.</param>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="by">Who reads.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<CustomerListed?> Handle(CustomerId id, CustomerList list, int page, Actor by, CancellationToken cancel)
    {
        var skip = (Math.Clamp(page, 1, MostPages) - 1) * PageSize;
        var customer = await unit.Read(db => CustomerInShort.Of(db, id, by, cancel));
        if (customer is null) return null;
        var listed = await Listed(customer, list, skip, by, cancel);
        await looks.Write([customer.LookAt(list.ToString()), CustomerCases.LookAt(listed.Cases), CustomerCallbacks.LookAt(listed.Callbacks)], by, cancel);
        return listed;
    }

    private async Task<CustomerListed> Listed(CustomerInShort customer, CustomerList list, int skip, Actor by, CancellationToken cancel)
    {
        switch (list)
        {
            case CustomerList.Cases:
                var cases = await unit.Read(db => CustomerCases.Of(db, customer.Family, skip, PageSize, by, cancel));
                return new CustomerListed(customer, cases.Rows, [], [], cases.Total);
            case CustomerList.Callbacks:
                var callbacks = await unit.Read(db => CustomerCallbacks.Of(db, customer.Family, skip, PageSize, by, cancel));
                return new CustomerListed(customer, [], callbacks.Rows, [], callbacks.Total);
            default:
                var contacts = await unit.Read(db => customer.KnownInFull(db, by, cancel));
                var told = await messages.OfContacts([.. contacts.Select(one => one.Value)], by, skip, PageSize, cancel);
                return new CustomerListed(customer, [], [], told.Rows, told.Total);
        }
    }
}
