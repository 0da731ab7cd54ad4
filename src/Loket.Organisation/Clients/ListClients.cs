using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Organisation.Clients;

/// <summary>A program that may use the API, or might.</summary>
/// <param name="Id">Which.</param>
/// <param name="Key">With what it says who it is.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Rights">What it may do.</param>
/// <param name="Partner">The partner whose program it is.</param>
/// <param name="ClosedAt">Since when it has no access any more; null while it has.</param>
public sealed record ClientCard(ClientId Id, string Key, string Name, IReadOnlyList<Right> Rights, PartnerId? Partner, Instant? ClosedAt);

/// <summary>The programs that were given access; never their secrets.</summary>
public sealed class ListClients(UnitOfWork unit)
{
    /// <summary>All of them, those with access first, by name.</summary>
    public Task<Result<IReadOnlyList<ClientCard>>> Handle(Actor by, CancellationToken cancel) => unit.Read<Result<IReadOnlyList<ClientCard>>>(async db =>
    {
        if (!by.May(Right.ManageAccounts)) return OrganisationFailures.Forbidden;
        var all = await db.ApiClients.AsNoTracking().ToListAsync(cancel);
        return all.OrderBy(one => one.ClosedAt is not null).ThenBy(one => one.Name, StringComparer.CurrentCulture)
            .Select(one => new ClientCard(one.Id, one.Key, one.Name, one.Rights, one.Partner, one.ClosedAt)).ToList();
    });
}
