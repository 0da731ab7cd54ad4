using Loket.Cases.Handovers;
using Loket.Messages;
using Loket.Organisation;
using Loket.Organisation.Partners;
using Loket.Organisation.Settings;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Telling;

/// <summary>The link of a partner's person, for a mail that came back: to the handover of which it told.</summary>
internal sealed class PartnerLinkMaker : ISecretMaker
{
    public string Field => "signed_link";

    public async Task<string?> Make(Work work, SentAgain message, CancellationToken cancel)
    {
        if (message.About is not { Case: { } id, Partner: { } partnerId } || await PartnerDirectory.Find(work.Db, partnerId, cancel) is not { } partner) return null;
        if (ReaderOf(message, partner) is not { } reader) return null;
        var caseId = new CaseId(id);
        var handover = await work.Db.Handovers.Where(one => one.CaseId == caseId && one.Partner == partnerId && one.OfferedAt <= message.Written)
            .OrderByDescending(one => one.OfferedAt).FirstOrDefaultAsync(cancel);
        return handover is null ? null : PartnerLinks.AddressFor(await Profiles.Current(work.Db, cancel), work.Tenant.Keys, handover.Id, reader.Person);
    }

    // Whose address it is now; else who was meant, as long as they work there: the link of who does not opens nothing.
    private static Reader? ReaderOf(SentAgain message, PartnerCard partner)
    {
        var person = partner.People.FirstOrDefault(one => string.Equals(one.Email, message.Address, StringComparison.OrdinalIgnoreCase))
            ?? partner.People.FirstOrDefault(one => one.Id.Value == message.Person);
        if (person is not null) return new Reader(person.Id);
        var isShared = message.Person == partner.Id.Value || string.Equals(partner.Email, message.Address, StringComparison.OrdinalIgnoreCase);
        return isShared ? new Reader(null) : null;
    }

    /// <summary>Somebody of the partner; null person is its shared mailbox.</summary>
    private sealed record Reader(PartnerPersonId? Person);
}
