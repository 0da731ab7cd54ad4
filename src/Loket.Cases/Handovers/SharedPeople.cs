using Loket.Cases.Telling;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation;
using Loket.Organisation.Partners;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Handovers;

/// <summary>Somebody who asked, as far as a partner may know.</summary>
/// <param name="Name">Only where the rule gives names.</param>
/// <param name="Phone">In E.164.</param>
/// <param name="Email">The address.</param>
/// <param name="Address">Postal address in one line; only where the rule gives names.</param>
public sealed record SharedPerson(string? Name, string? Phone, string? Email, string? Address)
{
    /// <summary>What is known, in one line.</summary>
    public string Line => string.Join(", ", new[] { Name, Phone, Email, Address }.OfType<string>());
}

/// <summary>What a partner gets to know of the people on a case: as its sharing rule says, of a sensitive case nothing.</summary>
public sealed class SharedPeople(ContactCards people)
{
    internal async Task<IReadOnlyList<SharedPerson>> Of(LoketDb db, Case found, PartnerCard partner, CancellationToken cancel) =>
        Shared(found.SensitiveGroup, partner) == Sharing.Nothing
            ? []
            : [.. (await Everybody(db, found, cancel)).Select(one => Shown(one, partner)).Where(one => one.Line.Length > 0).Distinct()];

    /// <summary>Who was behind a contact; null when nothing of them is for the partner.</summary>
    internal async Task<SharedPerson?> Of(LoketDb db, ContactId contact, string? sensitiveGroup, PartnerCard partner, CancellationToken cancel)
    {
        if (Shared(sensitiveGroup, partner) == Sharing.Nothing) return null;
        var shown = Shown((await people.Recipients(db, [contact], MessageKind.Handover, cancel))[contact], partner);
        return shown.Line.Length > 0 ? shown : null;
    }

    /// <summary>What keeps a text from going to a partner: it says of somebody who asked what the partner may not know. Null when nothing does.</summary>
    internal async Task<Failure?> Check(LoketDb db, Case found, PartnerId partner, string? text, string field, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(text) || await PartnerDirectory.Find(db, partner, cancel) is not { } card) return null;
        var hidden = (await Everybody(db, found, cancel)).SelectMany(Traits.Of).Where(trait => Shared(found.SensitiveGroup, card) switch
        {
            Sharing.Nothing => true,
            Sharing.NameAndContact => false,
            _ => trait.Kind is TraitKind.Name or TraitKind.OneName,
        });
        return Traits.In(text, hidden).FirstOrDefault(one => one.IsCertain) is { } named ? CaseFailures.NamesAnother.At(field).With(named.Value) : null;
    }

    private static Sharing Shared(string? sensitiveGroup, PartnerCard partner) => sensitiveGroup is null ? partner.Sharing : Sharing.Nothing;

    private static SharedPerson Shown(Recipient person, PartnerCard partner)
    {
        var whole = partner.Sharing == Sharing.NameAndContact;
        return new SharedPerson(
            whole ? NationalNumbers.Hide(person.Name) : null, Way(person, MessageChannel.Phone), Way(person, MessageChannel.Email), whole && !person.Ways.Any(way => way.IsSecret) ? Way(person, MessageChannel.Letter) : null);
    }

    private async Task<IReadOnlyList<Recipient>> Everybody(LoketDb db, Case found, CancellationToken cancel)
    {
        var contacts = await db.Participants.Where(one => one.CaseId == found.Id && one.LeftAt == null).OrderBy(one => one.JoinedAt).ThenBy(one => one.Id)
            .Select(one => one.Contact).ToListAsync(cancel);
        var recipients = await people.Recipients(db, contacts, MessageKind.Handover, cancel);
        return [.. contacts.Where(recipients.ContainsKey).Select(contact => recipients[contact])];
    }

    /// <summary>An address as a partner reads it.</summary>
    internal static string? InOneLine(string? address) => NationalNumbers.Hide(address?.ReplaceLineEndings(", "));

    private static string? Way(Recipient person, MessageChannel channel) => InOneLine(person.Ways.FirstOrDefault(way => way.Channel == channel)?.To);
}
