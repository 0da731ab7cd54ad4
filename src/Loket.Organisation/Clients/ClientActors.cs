using System.Collections.Frozen;
using Loket.Kernel;
using Loket.Organisation.Accounts;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.Clients;

/// <summary>Finds out which program is asking, with all that it may do; one query per request.</summary>
public sealed class ClientActors(UnitOfWork work, TimeProvider machine)
{
    /// <summary>Who carries this token; null for one that has ended or never was.</summary>
    public async Task<SignedIn?> Resolve(string? token, CancellationToken cancel)
    {
        if (Token.HashOf(token) is not { } hash) return null;
        var now = machine.Instant();
        var client = await work.ReadFirst(async db =>
        {
            var stamps = db.Stamp;
            var carrier = await (
                from one in db.ClientTokens
                where one.Hash == hash && one.EndsAt > now
                join found in db.ApiClients on one.Client equals found.Id
                where found.ClosedAt == null
                select new { Client = found, Stamp = stamps.FirstOrDefault() }).FirstOrDefaultAsync(cancel);
            if (carrier is not null) db.StandsAt(carrier.Stamp);
            return carrier?.Client;
        });
        return client is null ? null : new SignedIn(
            new Actor(new Who(WhoKind.Client, client.Id.Value), client.Rights.ToFrozenSet(), [], client.Groups.ToFrozenSet(StringComparer.Ordinal), client.Partner),
            client.Name);
    }
}
