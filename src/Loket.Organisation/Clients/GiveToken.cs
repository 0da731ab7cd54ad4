using System.Security.Cryptography;
using Loket.Kernel;
using Loket.Organisation.Accounts;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.Clients;

/// <summary>A client shows its secret and gets a token (OAuth 2.0 client credentials, RFC 6749 section 4.4).</summary>
/// <remarks>Wrong tries are not counted: 32 random bytes can't be guessed, and counting would let anybody shut a client out.</remarks>
public sealed class GiveToken(UnitOfWork work, TimeProvider machine)
{
    /// <summary>Gives one.</summary>
    public Task<Result<GivenToken>> Handle(string? key, string? secret, CancellationToken cancel) => work.Run<GivenToken>(async current =>
    {
        if (Token.HashOf(secret) is not { } hash) return ClientFailures.Wrong;
        var client = await current.Db.ApiClients.FirstOrDefaultAsync(one => one.Key == key && one.ClosedAt == null, cancel);
        if (client is null || !CryptographicOperations.FixedTimeEquals(client.SecretHash, hash)) return ClientFailures.Wrong;

        var now = machine.Instant();
        await current.Db.ClientTokens.Where(old => old.EndsAt < now).ExecuteDeleteAsync(cancel);
        var token = Token.Draw();
        current.Db.Add(new ClientToken { Hash = token.Hash, Client = client.Id, EndsAt = now + ClientToken.Lasts });
        current.Journal.Write(new TokenGiven(client.Id), new Who(WhoKind.Client, client.Id.Value));
        return new GivenToken(token.Text, (int)ClientToken.Lasts.TotalSeconds);
    }, cancel);
}
