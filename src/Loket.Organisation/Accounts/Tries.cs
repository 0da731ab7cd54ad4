using System.Text;
using Loket.Kernel;
using Loket.Storage;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Organisation.Accounts;

/// <summary>Slows guessing down without locking anybody out of the own account.</summary>
/// <remarks>
/// A browser that signed in before is counted for itself only: whatever strangers try elsewhere, its owner gets in. A strange browser is counted per account
/// and address, per address, and per account over all strange browsers together. A try counts before it is checked, one after the other, so that trying side by side gains nothing.
/// </remarks>
internal sealed class Tries
{
    private const int FreePerClient = 5;
    private const int FreePerAccount = 40;
    private const int FreePerAddress = 100;

    private static readonly Duration Forget = Duration.FromHours(1);
    private static readonly Duration First = Duration.FromSeconds(30);
    private static readonly Duration Most = Duration.FromMinutes(15);

    private readonly List<Counted> counted;

    private Tries(List<Counted> counted) => this.counted = counted;

    /// <summary>What a try counts for.</summary>
    /// <param name="keys">The tenant's keys.</param>
    /// <param name="secret">Which secret is tried: password or code.</param>
    /// <param name="account">The sign-in name or identifier, existing or not.</param>
    /// <param name="client">Where it comes from.</param>
    /// <param name="isKnown">Whether the browser signed in to this account before.</param>
    public static Tries Of(TenantKeys keys, string secret, string account, SignInClient client, bool isKnown) => new(isKnown
        ? [new(Key(keys, "device", secret, account, client.Device!), FreePerClient, IsOwn: true)]
        : [
            new(Key(keys, "client", secret, account, client.Address), FreePerClient, IsOwn: true),
            new(Key(keys, "account", secret, account), FreePerAccount, IsOwn: false),
            new(Key(keys, "address", client.Address), FreePerAddress, IsOwn: false),
        ]);

    /// <summary>What a try with a start code counts for. Nobody has signed in to the account before, so a count for all strange browsers would keep its owner out as well;
    /// the code is too long to be guessed from wherever (51 bits, for a week).</summary>
    /// <param name="keys">The tenant's keys.</param>
    /// <param name="account">The sign-in name, existing or not.</param>
    /// <param name="client">Where it comes from.</param>
    public static Tries OfStart(TenantKeys keys, string account, SignInClient client) => new(
        [new(Key(keys, "client", "start", account, client.Address), FreePerClient, IsOwn: true), new(Key(keys, "address", client.Address), FreePerAddress, IsOwn: false)]);

    /// <summary>What somebody who comes back from the municipality's provider counts for: each time a question goes out from here.</summary>
    /// <param name="keys">The tenant's keys.</param>
    /// <param name="client">Where it comes from.</param>
    /// <param name="isKnown">Whether anybody signed in on this browser before: strangers behind the same address do not make it wait.</param>
    public static Tries OfReturn(TenantKeys keys, SignInClient client, bool isKnown) => new(isKnown
        ? [new(Key(keys, "device-return", client.Device!), FreePerAccount, IsOwn: true)]
        : [new(Key(keys, "address", client.Address), FreePerAddress, IsOwn: false)]);

    /// <summary>Counts a try, or says how long to wait before the next one.</summary>
    public async Task<Failure?> Count(Work work, Instant now, CancellationToken cancel)
    {
        var rows = await Rows(work, cancel);
        var until = rows.Select(row => row.Until).DefaultIfEmpty(now).Max();
        if (until > now)
        {
            var minutes = (int)Math.Ceiling((until - now).TotalMinutes);
            return minutes == 1 ? AccountFailures.WaitMinute : AccountFailures.Wait.With(minutes);
        }

        foreach (var one in counted)
        {
            var row = rows.Find(row => row.Key.AsSpan().SequenceEqual(one.Key));
            if (row is null) work.Db.Add(row = new BackOff { Key = one.Key, LastAt = now });
            if (now - row.LastAt > Forget) row.Tries = 0;
            (row.Tries, row.LastAt) = (row.Tries + 1, now);
            if (After(row.Tries - one.Free) is { } wait) row.Until = now + wait;
        }

        return null;
    }

    /// <summary>The try was right: the own count is gone, the shared ones lose this try.</summary>
    public async Task Forgive(Work work, CancellationToken cancel)
    {
        foreach (var row in await Rows(work, cancel))
        {
            if (counted.Find(one => row.Key.AsSpan().SequenceEqual(one.Key))!.IsOwn) work.Db.Remove(row);
            else (row.Tries, row.Until) = (Math.Max(0, row.Tries - 1), Instant.FromUnixTimeTicks(0));
        }
    }

    /// <summary>How long to wait after so many tries more than are free: half a minute, doubled each time, a quarter of an hour at most.</summary>
    internal static Duration? After(int tooMany) => tooMany < 0 ? null : Duration.Min(First * (1 << Math.Min(tooMany, 10)), Most);

    // A row is read, counted up and written back: without a turn, thirty tries at once would count as one.
    private async Task<List<BackOff>> Rows(Work work, CancellationToken cancel)
    {
        var keys = counted.Select(one => one.Key).ToList();
        await work.WaitTurns(keys, cancel);
        return await work.Db.BackOffs.Where(row => keys.Contains(row.Key)).ToListAsync(cancel);
    }

    private static byte[] Key(TenantKeys keys, params IEnumerable<string> parts) =>
        keys.Mac("sign-in-tries", Encoding.UTF8.GetBytes(string.Join('\n', parts)));

    private sealed record Counted(byte[] Key, int Free, bool IsOwn);
}
