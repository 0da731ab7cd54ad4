using Loket.Cases.Handovers;
using Loket.Cases.Participants;
using Loket.Contacts;
using Loket.Messages;
using Loket.Storage;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Telling;

/// <summary>What partners were written before an address was secret has it in words. Once it is secret nobody reads it there, and it goes out no more: not with what waits, nor with what
/// is sent again (row K2). What a partner has in its mailbox can't be taken back.</summary>
public sealed class HideSecretAddress(Outbox outbox) : ISubscription<WarningPlaced>, ISubscription<CustomerMerged>
{
    /// <inheritdoc />
    public Task Handle(WarningPlaced happened, Written entry, Work work, CancellationToken cancel) =>
        happened.Warns == WarningKind.SecretAddress ? Hide(work, happened.Customer, cancel) : Task.CompletedTask;

    /// <inheritdoc />
    public Task Handle(CustomerMerged happened, Written entry, Work work, CancellationToken cancel) => Hide(work, happened.Into, cancel);

    private async Task Hide(Work work, CustomerId person, CancellationToken cancel)
    {
        var secret = await SecretAddresses.Of(work.Db, person, work.Now, cancel);
        if (secret.Count == 0) return;
        var contacts = await ContactCards.InWhichTold(work.Db, person, cancel);
        IReadOnlyList<Guid> about = [.. await CasesOf(work.Db, person, contacts, cancel), .. contacts.Select(one => one.Value)];
        foreach (var address in secret) await outbox.HideFromPartners(work, about, SharedPeople.InOneLine(address)!, cancel);
    }

    // Where they stand, and where they stood when it was written.
    private static async Task<IEnumerable<Guid>> CasesOf(LoketDb db, CustomerId person, List<ContactId> contacts, CancellationToken cancel)
    {
        CustomerId?[] family = [.. (await CustomerFamily.Of(db, person, cancel)).Select(id => (CustomerId?)id)];
        var theirs = db.Participants.Where(one => family.Contains(one.Customer) || (one.LeftAt == null && contacts.Contains(one.Contact)));
        var stood = await theirs.Select(one => new { one.CaseId, one.MergedFrom }).ToListAsync(cancel);
        var origins = await theirs.Join(db.Set<ParticipantOrigin>(), one => one.Id, origin => origin.ParticipantId, (_, origin) => origin.CaseId).ToListAsync(cancel);
        return stood.SelectMany(one => new[] { one.CaseId, one.MergedFrom }).OfType<CaseId>().Concat(origins).Distinct().Select(one => one.Value);
    }
}
