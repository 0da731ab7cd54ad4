using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Contacts;

/// <summary>A matter that has not ended in any way: its ending was taken back and nobody gave it another.</summary>
/// <param name="Contact">The contact that it belongs to.</param>
/// <param name="Reference">What the resident says on the phone.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Channel">How they reached us.</param>
/// <param name="At">When.</param>
public sealed record OpenMatter(ContactId Contact, string Reference, [property: Personal("answering", "case")] string Subject, Channel Channel, Instant At);

/// <summary>The matters without an ending, so that nobody forgets them; for who may see them, and for who took them.</summary>
public sealed class OpenMatters(UnitOfWork unit, Looks looks)
{
    /// <summary>So many are counted, and shown, at most; those that waited longest.</summary>
    public const int Most = 100;

    private const string Purpose = "list.open";

    /// <summary>The open matters, those that waited longest first. Showing them is a look, and is written down.</summary>
    public async Task<IReadOnlyList<OpenMatter>> Of(Actor by, CancellationToken cancel)
    {
        var found = await unit.Read(async db =>
        {
            var open = OpenFor(db, by);
            return await (
                from matter in open
                join contact in db.Contacts on matter.ContactId equals contact.Id
                orderby contact.At, matter.Id
                select new OpenMatter(contact.Id, matter.Reference, matter.Subject, contact.Channel, contact.At)).Take(Most).ToListAsync(cancel);
        });
        await looks.Write([.. found.Select(one => one.Contact)], seen => new ContactsLookedAt(seen, Purpose), Purpose, RequestKey.None, by, cancel);
        return found;
    }

    /// <summary>How many there are, exact to <see cref="Most"/>.</summary>
    public Task<int> Count(Actor by, CancellationToken cancel) => unit.Read(db => OpenFor(db, by).Take(Most).CountAsync(cancel));

    private static IQueryable<Matter> OpenFor(LoketDb db, Actor by)
    {
        var staff = by.Staff;
        var contacts = db.Contacts;
        // Asked of each of the few that are open: as a list beside an "or" it would be that of all matters.
        var visible = db.Matters.VisibleTo(by);
        return db.Matters.Where(matter => matter.Outcome == null
            && (visible.Any(known => known.Id == matter.Id) || (staff != null && contacts.Any(contact => contact.Id == matter.ContactId && contact.TakenBy == staff))));
    }
}
