using System.Text;
using Loket.Kernel;
using Loket.Storage;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Intake.Follow;

/// <summary>Slows guessing down, per reference and per client, in the database so that it holds on all nodes.</summary>
/// <remarks>A try counts before it is checked. The count is kept by what was typed, so it is the same for a reference that does not exist.
/// After the free ones: a minute, doubled each time, an hour at most. At that pace, guessing one of a million codes takes years.</remarks>
internal static class FollowTries
{
    private const int FreePerReference = 5;
    private const int FreePerClient = 20;
    private static readonly Duration Forget = Duration.FromHours(2);
    private static readonly Duration First = Duration.FromMinutes(1);
    private static readonly Duration Most = Duration.FromHours(1);

    /// <summary>Counts a try, or says how long to wait before the next one.</summary>
    /// <param name="work">The transaction; it must be committed.</param>
    /// <param name="what">What is tried: asking for a code, or opening.</param>
    /// <param name="reference">The reference, existing or not.</param>
    /// <param name="client">Where it comes from.</param>
    /// <param name="now">The machine's moment.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<Failure?> Count(Work work, string what, string reference, string client, Instant now, CancellationToken cancel)
    {
        (byte[] Key, int Free)[] counted =
        [
            (KeyOf(work.Tenant.Keys, what, "reference", reference), FreePerReference),
            (KeyOf(work.Tenant.Keys, what, "client", client), FreePerClient),
        ];
        var keys = counted.Select(one => one.Key).ToList();
        var rows = await work.Db.Set<FollowTry>().Where(row => keys.Contains(row.Key)).ToListAsync(cancel);
        if (rows.Max(row => row.WaitUntil) is { } until && until > now)
            return (int)Math.Ceiling((until - now).TotalMinutes) is > 1 and var minutes ? FollowFailures.Wait.With(minutes) : FollowFailures.WaitMinute;

        foreach (var one in counted)
        {
            var row = rows.Find(row => row.Key.AsSpan().SequenceEqual(one.Key));
            if (row is null) work.Db.Add(row = new FollowTry { Key = one.Key, LastAt = now });
            if (now - row.LastAt > Forget) row.Tries = 0;
            (row.Tries, row.LastAt) = (row.Tries + 1, now);
            if (row.Tries >= one.Free) row.WaitUntil = now + Duration.Min(First * (1 << Math.Min(row.Tries - one.Free, 10)), Most);
        }

        return null;
    }

    /// <summary>The try was right: the reference's count begins anew; the client's goes on.</summary>
    public static async Task Forgive(Work work, string what, string reference, CancellationToken cancel)
    {
        if (await work.Db.FindAsync<FollowTry>([KeyOf(work.Tenant.Keys, what, "reference", reference)], cancel) is { } row) work.Db.Remove(row);
    }

    private static byte[] KeyOf(TenantKeys keys, params IEnumerable<string> parts) =>
        keys.Mac("follow-tries", Encoding.UTF8.GetBytes(string.Join('\n', parts)));
}
