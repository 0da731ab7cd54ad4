using Loket.Messages;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Contacts;

/// <summary>What warnings mean for whoever reads or tells stands on the customers themselves: on all under whom one person stands, so that no read has to look warnings up.</summary>
internal static class WarningMarks
{
    /// <summary>Sets the marks anew, after a warning was placed or ended, or people proved to be one or two.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="outbox">Keeps the letters, and what still waits to be told.</param>
    /// <param name="people">All whom it may concern, each with who they are in the end.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task Set(Work work, Outbox outbox, IReadOnlyCollection<Customer> people, CancellationToken cancel)
    {
        var (open, alive) = (people.Where(one => !one.KeepsAddressSecret(work.Now)).ToList(), people.Where(one => one.DeceasedAt is null).ToList());
        var standing = (await Standing(work, people, cancel)).ToLookup(warning => warning.CustomerId);
        foreach (var person in people.GroupBy(one => one.Root))
        {
            var warnings = person.SelectMany(one => standing[one.Id]).ToList();
            var secret = warnings.Where(warning => warning.Kind == WarningKind.SecretAddress).Max(warning => (Instant?)(warning.PassesAt ?? Instant.MaxValue));
            var died = warnings.Find(warning => warning.Kind == WarningKind.Deceased);
            foreach (var one in person) one.Mark(secret, died?.PlacedAt);
        }

        // Letters that were written before show where they went.
        await outbox.KeepAddressesSecret(work, await ContactsOf(work, open.Where(one => one.KeepsAddressSecret(work.Now)), cancel), cancel);
        // What was on its way to who has died goes no further.
        await outbox.WithdrawAbout(work, await ContactsOf(work, alive.Where(one => one.DeceasedAt is not null), cancel), cancel);
    }

    /// <summary>Whoever was taken for one person keeps that their address is secret when they are two again: which of the two it is is for people to say.</summary>
    public static async Task Part(Work work, IReadOnlyCollection<Customer> whole, CancellationToken cancel)
    {
        var secret = (await Standing(work, whole, cancel)).Where(warning => warning.Kind == WarningKind.SecretAddress).ToList();
        foreach (var part in whole.GroupBy(one => one.Root).Where(part => !part.Any(one => secret.Exists(warning => warning.CustomerId == one.Id))))
        {
            if (secret.MaxBy(warning => warning.PassesAt) is { } kept) await SecretDoubles.Copy(work, kept, part.First(one => one.Id == one.Root), cancel);
        }
    }

    private static async Task<List<CustomerWarning>> Standing(Work work, IReadOnlyCollection<Customer> people, CancellationToken cancel)
    {
        var ids = people.Select(one => one.Id).ToList();
        await work.Db.Warnings.Where(warning => ids.Contains(warning.CustomerId) && warning.EndedAt == null).LoadAsync(cancel);
        return [.. work.Db.Warnings.Local.Where(warning => ids.Contains(warning.CustomerId) && warning.Counts(work.Now))];
    }

    // Their own, and those in which they acted for another.
    private static async Task<IReadOnlyCollection<Guid>> ContactsOf(Work work, IEnumerable<Customer> people, CancellationToken cancel)
    {
        CustomerId?[] ids = [.. people.Select(one => (CustomerId?)one.Id)];
        if (ids.Length == 0) return [];
        var found = await work.Db.Contacts.Where(contact => ids.Contains(contact.RepresentativeId ?? contact.CustomerId)).Select(contact => contact.Id).ToListAsync(cancel);
        return [.. found.Select(contact => contact.Value)];
    }
}
