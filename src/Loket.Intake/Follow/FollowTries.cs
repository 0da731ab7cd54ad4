using System.Text;
using Loket.Kernel;
using Loket.Storage;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Intake.Follow;

/// <summary>Slows guessing down, per reference and per client, in the database so that it holds on all nodes.</summary>
/// <remarks>A try counts before it is checked, one after the other, so that trying side by side gains nothing. The count is kept by what was typed, so it is the same for a reference that does not exist.
/// After the free ones: a minute, doubled each time, an hour at most. At that pace, guessing one of a million codes takes years.
/// Behind one address may stand a library, or everybody with the same telephone company: it has many tries free, gets one back each minute and one for each
/// that was right, so that it never waits longer than it takes to get one back.</remarks>
internal static class FollowTries
{
    private const int FreePerReference = 5;
    private const int FreePerClient = 100;
    private static readonly Duration Forget = Duration.FromHours(2);
    private static readonly Duration First = Duration.FromMinutes(1);
    private static readonly Duration Most = Duration.FromHours(1);

    /// <summary>What is tried.</summary>
    public enum Door
    {
        /// <summary>Asking for a code.</summary>
        Ask,

        /// <summary>Opening with a code or PIN.</summary>
        Open,
    }

    /// <summary>Counts a try, or says how long to wait before the next one.</summary>
    /// <param name="work">The transaction; it must be committed.</param>
    /// <param name="door">What is tried.</param>
    /// <param name="reference">The reference, existing or not.</param>
    /// <param name="client">Where it comes from.</param>
    /// <param name="now">The machine's moment.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<Failure?> Count(Work work, Door door, string reference, string client, Instant now, CancellationToken cancel)
    {
        var keys = work.Tenant.Keys;
        var (referenceKey, clientKey) = (ReferenceKey(keys, door, reference), ClientKey(keys, door, client));
        var rows = await Rows(work, [referenceKey, clientKey], cancel);
        if (rows.Max(row => row.WaitUntil) is { } until && until > now)
            return (int)Math.Ceiling((until - now).TotalMinutes) is > 1 and var minutes ? FollowFailures.Wait.With(minutes) : FollowFailures.WaitMinute;

        var ofReference = Find(rows, referenceKey) ?? New(work, referenceKey, now);
        if (now - ofReference.LastAt > Forget) ofReference.Tries = 0;
        (ofReference.Tries, ofReference.LastAt) = (ofReference.Tries + 1, now);
        if (ofReference.Tries >= FreePerReference)
            ofReference.WaitUntil = now + Duration.Min(First * (1 << Math.Min(ofReference.Tries - FreePerReference, 10)), Most);

        var ofClient = Find(rows, clientKey) ?? New(work, clientKey, now);
        var back = (int)Math.Min((now - ofClient.LastAt).TotalMinutes, ofClient.Tries);
        (ofClient.Tries, ofClient.LastAt) = (ofClient.Tries - back + 1, ofClient.Tries == back ? now : ofClient.LastAt + First * back);
        if (ofClient.Tries >= FreePerClient) ofClient.WaitUntil = now + First;
        return null;
    }

    /// <summary>It was right: the count of the reference begins anew, and the client loses what this took.</summary>
    public static async Task Forgive(Work work, string reference, string client, CancellationToken cancel)
    {
        var keys = work.Tenant.Keys;
        List<byte[]> ofClient = [.. Enum.GetValues<Door>().Select(door => ClientKey(keys, door, client))];
        foreach (var row in await Rows(work, [.. ofClient, .. Enum.GetValues<Door>().Select(door => ReferenceKey(keys, door, reference))], cancel))
        {
            if (!ofClient.Exists(key => row.Key.AsSpan().SequenceEqual(key))) work.Db.Remove(row);
            else (row.Tries, row.WaitUntil) = (Math.Max(0, row.Tries - 1), null);
        }
    }

    // A row is read, counted up and written back: without a turn, thirty tries at once would count as one.
    private static async Task<List<FollowTry>> Rows(Work work, List<byte[]> keys, CancellationToken cancel)
    {
        await work.WaitTurns(keys, cancel);
        return await work.Db.Set<FollowTry>().Where(row => keys.Contains(row.Key)).ToListAsync(cancel);
    }

    private static FollowTry? Find(List<FollowTry> rows, byte[] key) => rows.Find(row => row.Key.AsSpan().SequenceEqual(key));

    private static FollowTry New(Work work, byte[] key, Instant now)
    {
        var row = new FollowTry { Key = key, LastAt = now };
        work.Db.Add(row);
        return row;
    }

    private static byte[] ReferenceKey(TenantKeys keys, Door door, string reference) => KeyOf(keys, door, "reference", reference);

    private static byte[] ClientKey(TenantKeys keys, Door door, string client) => KeyOf(keys, door, "client", client);

    private static byte[] KeyOf(TenantKeys keys, Door door, string what, string value) =>
        keys.Mac("follow-tries", Encoding.UTF8.GetBytes(string.Join('\n', door.ToString(), what, value)));
}
