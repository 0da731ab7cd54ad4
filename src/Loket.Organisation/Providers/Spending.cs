using System.Text;
using Loket.Storage;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Organisation.Providers;

/// <summary>Lets things of a provider count once, and keeps its secrets as keyed digests.</summary>
internal static class Spending
{
    /// <summary>Whether this is the first time; a second at the same moment finds the first by its key and runs again.</summary>
    public static async Task<bool> IsFirst(Work work, string what, string value, Instant until, CancellationToken cancel)
    {
        var hash = Mac(work.Tenant.Keys, what, value);
        if (await work.Db.SpentTickets.AnyAsync(ticket => ticket.Hash == hash, cancel)) return false;
        work.Db.Add(new SpentTicket { Hash = hash, Until = until });
        return true;
    }

    /// <summary>A session at the provider, as it is kept with ours.</summary>
    public static byte[] Session(TenantKeys keys, string issuer, string session) => Mac(keys, "session", $"{issuer}\n{session}");

    private static byte[] Mac(TenantKeys keys, string what, string value) => keys.Mac("provider", Encoding.UTF8.GetBytes($"{what}\n{value}"));
}
