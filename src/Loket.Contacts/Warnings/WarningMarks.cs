using Loket.Messages;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Contacts;

/// <summary>What warnings mean for whoever reads or tells stands on the customers themselves: on all under whom one person stands, so that no read has to look warnings up.</summary>
internal static class WarningMarks
{
    /// <summary>Sets the marks anew, after a warning was placed or ended, or people proved to be one or two.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="outbox">Keeps the letters.</param>
    /// <param name="people">All whom it may concern, each with who they are in the end.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task Set(Work work, Outbox outbox, IReadOnlyCollection<Customer> people, CancellationToken cancel)
    {
        var open = people.Where(one => !one.KeepsAddressSecret(work.Now)).ToList();
        var ids = people.Select(one => one.Id).ToList();
        await work.Db.Warnings.Where(warning => ids.Contains(warning.CustomerId) && warning.EndedAt == null).LoadAsync(cancel);
        var standing = work.Db.Warnings.Local.Where(warning => warning.Counts(work.Now)).ToLookup(warning => warning.CustomerId);
        foreach (var person in people.GroupBy(one => one.Root))
        {
            var warnings = person.SelectMany(one => standing[one.Id]).ToList();
            var secret = warnings.Find(warning => warning.Kind == WarningKind.SecretAddress);
            var died = warnings.Find(warning => warning.Kind == WarningKind.Deceased);
            foreach (var one in person) one.Mark(secret is null ? null : secret.PassesAt ?? NodaTime.Instant.MaxValue, died?.PlacedAt);
        }

        // Letters that were written before show where they went.
        CustomerId?[] hidden = [.. open.Where(one => one.KeepsAddressSecret(work.Now)).Select(one => (CustomerId?)one.Id)];
        if (hidden.Length == 0) return;
        var contacts = await work.Db.Contacts.Where(contact => hidden.Contains(contact.CustomerId)).Select(contact => contact.Id).ToListAsync(cancel);
        await outbox.KeepAddressesSecret(work, [.. contacts.Select(contact => contact.Value)], cancel);
    }
}
