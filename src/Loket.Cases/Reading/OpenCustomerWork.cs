using Loket.Cases.Callbacks;
using Loket.Contacts;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Journal;
using Loket.Storage.Tenancy;

namespace Loket.Cases.Reading;

/// <summary>What is done for a person or company, and by whom they let themselves be represented.</summary>
/// <param name="Acting">Who acts for them, and for whom they act.</param>
/// <param name="Cases">Their cases: open ones first, then newest first; as many as fit.</param>
/// <param name="AllCases">How many cases there are in all.</param>
/// <param name="Callbacks">The callbacks that were promised to them: open ones first, then what ended lately; as many as fit.</param>
/// <param name="AllCallbacks">How many callbacks there are in all.</param>
public sealed record CustomerWork(Acting Acting, IReadOnlyList<CustomerCase> Cases, int AllCases, IReadOnlyList<CustomerCallback> Callbacks, int AllCallbacks);

/// <summary>Reads what the page of a person or company shows of others and of the work, as far as the reader may know of it. Showing it is a look, and is written down.</summary>
public sealed class OpenCustomerWork(UnitOfWork unit, TenantContext tenant, ActingFor acting, Looks looks)
{
    internal const string Purpose = "customer-view";
    private const int MostCases = 50;

    /// <summary>Reads it; the caller has checked that the reader may know of the person.</summary>
    /// <param name="customers">All under whom they stand.</param>
    /// <param name="opened">The looks at the person and at what is warned, which are written down together with those at this.</param>
    /// <param name="by">Who reads.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<CustomerWork> Handle(IReadOnlyList<CustomerId> customers, IReadOnlyList<IJournalEvent> opened, Actor by, CancellationToken cancel)
    {
        var now = tenant.Tenant.Clock.Now();
        var found = await unit.Read(async db =>
        {
            var known = await acting.Of(db, customers, by, cancel);
            var (cases, allCases) = await CustomerCases.Of(db, customers, 0, MostCases, by, cancel);
            var (callbacks, allCallbacks) = await CustomerCallbacks.Lately(db, customers, now, by, cancel);
            return new CustomerWork(known, cases, allCases, callbacks, allCallbacks);
        });
        await looks.Write([ActingFor.LookAt(found.Acting), CustomerCases.LookAt(found.Cases), CustomerCallbacks.LookAt(found.Callbacks)], opened, by, cancel);
        return found;
    }
}
