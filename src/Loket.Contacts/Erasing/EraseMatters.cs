using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Contacts.Erasing;

/// <summary>What went with matters whose time was up.</summary>
/// <param name="Matters">Those that were erased now.</param>
/// <param name="Contacts">Their contacts of which nothing else was left.</param>
/// <param name="People">Who stood behind those contacts, and may hang on nothing else by now.</param>
public sealed record ErasedMatters(IReadOnlyList<MatterId> Matters, IReadOnlyList<ContactId> Contacts, IReadOnlyList<CustomerId> People);

/// <summary>Erases what was said in matters, inside the transaction of a use case that has judged that their time is up; a contact goes with the last of its matters.</summary>
public sealed class EraseMatters
{
    /// <summary>Erases them; what counts stays.</summary>
    public async Task<ErasedMatters> Handle(Work work, IReadOnlyCollection<MatterId> ids, CancellationToken cancel)
    {
        var matters = await work.Db.Matters.Where(matter => ids.Contains(matter.Id) && matter.ErasedAt == null).ToListAsync(cancel);
        matters.ForEach(matter => matter.Erase(work.Now));
        await work.Db.SaveChangesAsync(cancel);

        var theirs = matters.Select(matter => matter.ContactId).Distinct().ToList();
        var left = work.Db.Matters.Where(matter => matter.ErasedAt == null);
        var bare = await work.Db.Contacts.Where(contact => theirs.Contains(contact.Id) && !left.Any(matter => matter.ContactId == contact.Id)).ToListAsync(cancel);
        var people = bare.SelectMany(contact => new[] { contact.CustomerId, contact.RepresentativeId }).OfType<CustomerId>().Distinct().ToList();
        bare.ForEach(contact => contact.Erase(work.Now));
        await work.Db.SaveChangesAsync(cancel);
        return new ErasedMatters(matters.ConvertAll(matter => matter.Id), bare.ConvertAll(contact => contact.Id), people);
    }
}
