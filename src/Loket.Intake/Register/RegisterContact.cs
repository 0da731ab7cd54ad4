using Loket.Cases;
using Loket.Cases.Reading;
using Loket.Cases.Register;
using Loket.Contacts;
using Loket.Documents;
using Loket.Intake.Papers;
using Loket.Intake.Repeats;
using Loket.Kernel;
using Loket.Kernel.References;
using Loket.Organisation.Rights;
using Loket.Storage;
using NodaTime;

namespace Loket.Intake.Register;

/// <summary>A contact is registered and each of its matters is ended, all in one transaction (rows A1, A2, A3).</summary>
public sealed class RegisterContact(UnitOfWork unit, ContactRegister contacts, MatterEndings endings)
{
    /// <summary>The contact with, in the order of its matters, how each ends; and the files that came with its first matter, as they were received.</summary>
    public sealed record Request(
        RequestKey Key, NewContact Contact, IReadOnlyList<MatterEnding> Endings, Actor By, IReadOnlyList<ReceivedFile>? Files = null);

    /// <summary>Registers it.</summary>
    public Task<Result<ContactReceipt>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<ContactReceipt>(request.Key, new { request.Contact, Endings = request.Endings.Cast<object>() }, async work =>
        {
            if (request.Contact.Matters.Count == 0 || request.Contact.Matters.Count != request.Endings.Count) return ContactFailures.SubjectMissing;
            var registered = await contacts.Register(work, request.Contact with { Matters = [.. request.Contact.Matters.Select(PaperWords.Read)] }, request.By, cancel);
            if (!registered.Succeeded) return registered.Failure;

            // Before it ends: what it becomes may go to a partner at once, with its pictures.
            if (await MatterFiles.Attach(work, registered.Value.Matters[0].Id, request.Files, request.By, cancel) is { } refused) return refused;
            var receipts = new List<MatterReceipt>();
            foreach (var (matter, ending) in registered.Value.Matters.Zip(request.Endings))
            {
                // What the one before became stands by then, so that one about the same finds it.
                if (receipts.Count > 0) await work.Db.SaveChangesAsync(cancel);
                var ended = await endings.End(work, matter, ending, request.By, cancel);
                if (!ended.Succeeded) return ended.Failure;
                receipts.Add(ended.Value);
            }
            return new ContactReceipt(registered.Value.Id, registered.Value.Customer, receipts);
        }, cancel);
}

/// <summary>What the resident is told on registering.</summary>
public sealed record ContactReceipt(ContactId Contact, CustomerId? Customer, IReadOnlyList<MatterReceipt> Matters);

/// <summary>What became of one matter.</summary>
/// <param name="Matter">The matter.</param>
/// <param name="Reference">What the resident says on the phone.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Case">The case that it joined or became.</param>
/// <param name="CaseReference">The number of that case; null for who may not know of it.</param>
/// <param name="Contacts">How many contacts are on that case.</param>
/// <param name="Reopened">Whether the case was opened again for it.</param>
/// <param name="Recognised">The best match that was found, when nobody chose.</param>
public sealed record MatterReceipt(
    MatterId Matter, string Reference, Outcome Outcome, CaseId? Case = null, string? CaseReference = null, int Contacts = 0, bool Reopened = false,
    CaseId? Recognised = null);
