using Loket.Kernel;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Organisation.Accounts;

/// <summary>Browsers on which somebody signed in before.</summary>
internal static class Devices
{
    public static async Task<bool> Knows(LoketDb db, StaffId staff, SignInClient client, CancellationToken cancel) =>
        Token.HashOf(client.Device) is { } hash && await db.KnownDevices.AnyAsync(device => device.StaffId == staff && device.Hash == hash, cancel);

    /// <summary>Whether anybody signed in on it before.</summary>
    public static async Task<bool> KnowsAnybodyOn(LoketDb db, SignInClient client, CancellationToken cancel) =>
        Token.HashOf(client.Device) is { } hash && await db.KnownDevices.AnyAsync(device => device.Hash == hash, cancel);

    /// <summary>Remembers the browser; gives what it must carry from now on.</summary>
    public static async Task<string> Remember(LoketDb db, StaffId staff, SignInClient client, Instant now, CancellationToken cancel)
    {
        if (Token.HashOf(client.Device) is { } hash)
        {
            // One browser may be used by several people at a desk: it carries one secret, known to each of their accounts.
            var known = await db.KnownDevices.SingleOrDefaultAsync(device => device.StaffId == staff && device.Hash == hash, cancel);
            if (known is not null) known.UsedAt = now;
            else if (await db.KnownDevices.AnyAsync(device => device.Hash == hash, cancel)) db.Add(new KnownDevice { StaffId = staff, Hash = hash, UsedAt = now });
            else return Add(db, staff, now);
            return client.Device!;
        }

        return Add(db, staff, now);
    }

    private static string Add(LoketDb db, StaffId staff, Instant now)
    {
        var token = Token.Draw();
        db.Add(new KnownDevice { StaffId = staff, Hash = token.Hash, UsedAt = now });
        return token.Text;
    }
}
