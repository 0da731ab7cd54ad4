using Loket.Kernel;
using Loket.Organisation.Accounts;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.Clients;

/// <summary>A program gets access to the API.</summary>
public sealed class MakeClient(UnitOfWork work)
{
    /// <summary>Makes it. The wish has no request key: the secret would be kept with its result.</summary>
    public Task<Result<MadeClient>> Handle(ClientDetails details, Actor by, CancellationToken cancel) => work.Run<MadeClient>(async current =>
    {
        if (!by.May(Right.ManageAccounts)) return OrganisationFailures.Forbidden;
        var secret = Token.Draw();
        var made = ApiClient.Make(details, secret);
        if (!made.Succeeded) return made.Failure;
        var client = made.Value;
        if (await current.Db.ApiClients.AnyAsync(other => other.Key == client.Key, cancel)) return OrganisationFailures.Taken.At(nameof(ClientDetails.Key));

        current.Db.Add(client);
        current.Journal.Write(new ClientMade(client.Id, client.Key, client.Rights, client.Partner), by);
        return new MadeClient(client.Id, client.Key, secret.Text);
    }, cancel);
}

/// <summary>A program loses its access, at once.</summary>
public sealed class CloseClient(UnitOfWork work)
{
    /// <summary>Closes it; its tokens are good for nothing from now on.</summary>
    public Task<Result<Done>> Handle(ClientId id, Actor by, CancellationToken cancel) => work.Run<Done>(async current =>
    {
        if (!by.May(Right.ManageAccounts)) return OrganisationFailures.Forbidden;
        if (await current.Db.ApiClients.FindAsync([id], cancel) is not { ClosedAt: null } client) return ClientFailures.NotFound;
        client.ClosedAt = current.Now;
        await current.Db.ClientTokens.Where(token => token.Client == id).ExecuteDeleteAsync(cancel);
        current.Journal.Write(new ClientClosed(id), by);
        return default(Done);
    }, cancel);
}
