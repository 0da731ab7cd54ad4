using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Contacts.OnFile;

/// <summary>Reads all that is kept of one person; the caller has judged that somebody may have it, and writes down that they did.</summary>
public static class ReadOnFile
{
    /// <summary>All of it, as far as the reader may see it.</summary>
    /// <param name="db">The context.</param>
    /// <param name="family">All under whom they stand.</param>
    /// <param name="by">Who reads.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<PersonOnFile> Of(LoketDb db, IReadOnlyList<CustomerId> family, Actor by, CancellationToken cancel)
    {
        var people = await db.Customers.VisibleTo(by).AsNoTracking().Include(one => one.Preferences).Where(one => family.Contains(one.Id)).OrderBy(one => one.Id).ToListAsync(cancel);
        CustomerId?[] ids = [.. family];
        var matters = db.Matters.VisibleTo(by).Where(matter => matter.ErasedAt == null);
        var said = await (
            from contact in db.Contacts
            where ids.Contains(contact.CustomerId) || ids.Contains(contact.RepresentativeId)
            join matter in matters on contact.Id equals matter.ContactId
            orderby contact.At descending, matter.Id descending
            select new { Matter = matter, contact.Channel, contact.At, ForAnother = !ids.Contains(contact.CustomerId) }).AsNoTracking().ToListAsync(cancel);
        var warnings = await db.Warnings.AsNoTracking().Where(one => family.Contains(one.CustomerId)).OrderBy(one => one.PlacedAt).ToListAsync(cancel);
        var mandates = await db.Representations.AsNoTracking().Where(one => family.Contains(one.CustomerId) || family.Contains(one.RepresentativeId)).OrderBy(one => one.NamedAt).ToListAsync(cancel);
        return new PersonOnFile(
            people.ConvertAll(one => new DetailsOnFile(one.Kind, one.Name, one.Phone, one.Email, one.Address, one.Language)),
            [.. people.SelectMany(one => one.Preferences).OrderBy(one => one.Kind).Select(one => new PreferredWay(one.Kind, one.Channel, one.Desk))],
            warnings.ConvertAll(one => new WarningOnFile(one.Kind, one.PlacedAt, one.PassesAt, one.EndedAt)),
            mandates.ConvertAll(one => new MandateOnFile(one.Kind, family.Contains(one.RepresentativeId), one.NamedAt, one.PassesAt, one.EndedAt)),
            said.ConvertAll(one => Matter(one.Matter, one.Channel, one.At, one.ForAnother)));
    }

    private static MatterOnFile Matter(Matter matter, Channel channel, NodaTime.Instant at, bool forAnother) => forAnother
        ? new MatterOnFile(matter.Id, matter.ContactId, matter.Reference, channel, at, true, null, null, null, null, null)
        : new MatterOnFile(
            matter.Id, matter.ContactId, matter.Reference, channel, at, false, matter.Subject, matter.Text, matter.Place.Text ?? matter.Place.Address, matter.Outcome, matter.OutcomeText);
}
