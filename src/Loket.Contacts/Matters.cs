using Loket.Kernel;
using Loket.Kernel.References;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Contacts;

/// <summary>A matter with what its case needs to know.</summary>
public sealed record MatterCard(
    MatterId Id, ContactId Contact, CustomerId? Customer, Channel Channel, Instant At, string Reference, string Subject, string? Text,
    string? Category, string? SensitiveGroup, FormalPaper? FormalPaper, FormalPaper? ProposedPaper, Place Place, Outcome? Outcome, string Language, ResidentKind? Kind, LocalDate? ReceivedOn,
    Assistance? Assistance, CustomerId? Representative)
{
    /// <summary>Who is told about it: whose it is, or who acted for them.</summary>
    public CustomerId? ToldTo => Representative ?? Customer;

    /// <summary>All that was said: the subject line and what they told.</summary>
    public string Words => $"{Subject}\n{Text}";

    /// <summary>The day on which it came in.</summary>
    public LocalDate ReceivedDay(DateTimeZone zone) => ReceiptDay.Of(ReceivedOn, At, zone);

    /// <summary>The moment from which a term of the law counts.</summary>
    public Instant ReceivedAt(DateTimeZone zone) => ReceiptDay.MomentOf(ReceivedOn, At, zone);
}

/// <summary>Ends and reopens matters, inside the transaction of a use case.</summary>
public sealed class Matters
{
    /// <summary>The matter, when the reader may know of it.</summary>
    public async Task<MatterCard?> Find(LoketDb db, MatterId id, Actor by, CancellationToken cancel) =>
        (by.IsSystem ? InHand(db, id) : null) ?? await Cards(db, db.Matters.VisibleTo(by).Where(matter => matter.Id == id)).FirstOrDefaultAsync(cancel);

    /// <summary>Several matters at once, oldest first; what the reader may not know of is left out.</summary>
    public async Task<IReadOnlyList<MatterCard>> Several(LoketDb db, IReadOnlyCollection<MatterId> ids, Actor by, CancellationToken cancel) =>
        [.. (await Cards(db, db.Matters.VisibleTo(by).Where(matter => ids.Contains(matter.Id))).ToListAsync(cancel)).OrderBy(matter => matter.At)];

    /// <summary>The last reference of people, by who they are in the end; for who reviews looks, and says nothing of what it is about.</summary>
    public async Task<IReadOnlyDictionary<CustomerId, string>> LastReferences(LoketDb db, IReadOnlyCollection<CustomerId> roots, CancellationToken cancel)
    {
        var found = await (
            from customer in db.Customers
            where roots.Contains(customer.Root)
            join contact in db.Contacts on (CustomerId?)customer.Id equals contact.CustomerId
            join matter in db.Matters on contact.Id equals matter.ContactId
            select new { customer.Root, contact.At, matter.Ordinal, matter.Reference }).ToListAsync(cancel);
        return found.GroupBy(one => one.Root).ToDictionary(one => one.Key, one => one.OrderByDescending(each => each.At).ThenBy(each => each.Ordinal).First().Reference);
    }

    /// <summary>The matter with a reference, when the reader may know of it.</summary>
    public async Task<MatterCard?> Find(LoketDb db, Reference reference, Actor by, CancellationToken cancel)
    {
        var text = reference.ToString();
        return await Cards(db, db.Matters.VisibleTo(by).Where(matter => matter.Reference == text)).FirstOrDefaultAsync(cancel);
    }

    /// <summary>The matter with a reference, for who may see it or took the contact: an own contact can be told and undone, whatever it is about.</summary>
    public async Task<MatterCard?> FindTaken(LoketDb db, Reference reference, Actor by, CancellationToken cancel)
    {
        var text = reference.ToString();
        return await Cards(db, VisibleOrTaken(db, by).Where(matter => matter.Reference == text)).FirstOrDefaultAsync(cancel);
    }

    /// <summary>What was answered, or to whom it was forwarded, for who may see the matter or took the contact; null when it ended otherwise.</summary>
    public static Task<string?> Said(LoketDb db, MatterId id, Actor by, CancellationToken cancel) =>
        VisibleOrTaken(db, by).Where(matter => matter.Id == id).Select(matter => matter.OutcomeText).FirstOrDefaultAsync(cancel);

    /// <summary>Ends a matter.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="id">The matter; the caller has checked that the actor may see it.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="about">The case that it joined or became.</param>
    /// <param name="text">What was answered, or to whom it was forwarded.</param>
    /// <param name="by">Who ended it.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="body">The body to which it was forwarded.</param>
    public async Task<Failure?> End(Work work, MatterId id, Outcome outcome, Guid? about, string? text, Actor by, CancellationToken cancel, PartnerId? body = null)
    {
        var matter = await work.Db.Matters.FindAsync([id], cancel);
        if (matter is null) return ContactFailures.NotFound;
        if (matter.End(outcome, text, body, work.Now) is { } failure) return failure;
        var contact = await work.Db.Contacts.FindAsync([matter.ContactId], cancel);
        work.Journal.Write(new MatterEnded(matter.ContactId, id, contact?.CustomerId, outcome, about, body, text), by);
        return null;
    }

    /// <summary>Takes the ending of a matter back; what it had become is the caller's to undo.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="id">The matter; the caller has checked that the actor may see it.</param>
    /// <param name="about">The case that it leaves.</param>
    /// <param name="by">Who takes it back.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="danger">Whether it tells of danger.</param>
    public async Task<Failure?> Reopen(Work work, MatterId id, Guid? about, Actor by, CancellationToken cancel, bool danger = false)
    {
        var matter = await work.Db.Matters.FindAsync([id], cancel);
        if (matter?.Outcome is not { } was) return ContactFailures.NotFound;
        var body = matter.ForwardedTo;
        matter.Reopen();
        work.Journal.Write(new MatterReopened(matter.ContactId, id, was, about, body, danger), by);
        return null;
    }

    /// <summary>Says what a matter is about, and whose people alone may know of it.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="id">The matter.</param>
    /// <param name="category">Key of its subject; null leaves it as it is.</param>
    /// <param name="sensitiveGroup">The group whose people alone may know of it.</param>
    /// <param name="caseType">Key of the kind of its case, or of that which it would have made; null leaves it as it is.</param>
    /// <param name="caseArea">Key of the area of its case; null for one without, and for what is on none.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task Classify(Work work, MatterId id, string? category, string? sensitiveGroup, string? caseType, string? caseArea, CancellationToken cancel)
    {
        if (await work.Db.Matters.FindAsync([id], cancel) is not { } matter) return;
        (matter.CategoryKey, matter.SensitiveGroup) = (category ?? matter.CategoryKey, sensitiveGroup);
        (matter.CaseType, matter.CaseArea) = (caseType ?? matter.CaseType, caseArea);
    }

    /// <summary>Somebody decided that a matter is a formal paper, or that it is none.</summary>
    public async Task MarkPaper(Work work, MatterId id, FormalPaper? paper, CancellationToken cancel)
    {
        if (await work.Db.Matters.FindAsync([id], cancel) is { } matter) (matter.FormalPaper, matter.ProposedPaper) = (paper, null);
    }

    /// <summary>Gives out a PIN that opens the follow page for the matter, for the slip or for the letter; an earlier one on such a paper no longer does.</summary>
    /// <returns>The code, for printing; kept as a salted hash only.</returns>
    public async Task<SixDigitCode> IssuePin(Work work, MatterId id, PinPaper paper, Who by, CancellationToken cancel)
    {
        var matter = (await work.Db.Matters.FindAsync([id], cancel))!;
        var code = SixDigitCode.Draw();
        var hash = FollowKeys.Hashes(work.Tenant.Keys).Of(code, CodePurpose.Pin, matter.Reference);
        if (paper == PinPaper.Slip) matter.PinHash = hash;
        else matter.LetterPinHash = hash;
        work.Journal.Write(new PinIssued(matter.Id, paper), by);
        return code;
    }

    /// <summary>The salted hashes of the PINs of a matter, of the slip and of the letter; each null when none was given out.</summary>
    public async Task<(string? Slip, string? Letter)> PinHashes(LoketDb db, MatterId id, CancellationToken cancel)
    {
        var row = await db.Matters.Where(matter => matter.Id == id).Select(matter => new { matter.PinHash, matter.LetterPinHash }).FirstOrDefaultAsync(cancel);
        return (row?.PinHash, row?.LetterPinHash);
    }

    private static IQueryable<Matter> VisibleOrTaken(LoketDb db, Actor by)
    {
        // Asked of the one that is meant: as a list beside an "or" it would be that of all matters.
        var (staff, contacts, visible) = (by.Staff, db.Contacts, db.Matters.VisibleTo(by));
        return db.Matters.Where(matter => matter.ErasedAt == null
            && (visible.Any(known => known.Id == matter.Id) || (staff != null && contacts.Any(contact => contact.Id == matter.ContactId && contact.TakenBy == staff))));
    }

    /// <summary>A matter that this transaction has just made, or is changing; it need not be saved yet.</summary>
    private static MatterCard? InHand(LoketDb db, MatterId id) =>
        db.Matters.Local.FindEntry(id)?.Entity is { } matter && db.Contacts.Local.FindEntry(matter.ContactId)?.Entity is { } contact
            ? new MatterCard(
                matter.Id, contact.Id, contact.CustomerId, contact.Channel, contact.At, matter.Reference, matter.Subject, matter.Text,
                matter.CategoryKey, matter.SensitiveGroup, matter.FormalPaper, matter.ProposedPaper, matter.Place, matter.Outcome, contact.Language, matter.Kind, contact.ReceivedOn, contact.Assistance, contact.RepresentativeId)
            : null;

    private static IQueryable<MatterCard> Cards(LoketDb db, IQueryable<Matter> matters) =>
        from matter in matters
        join contact in db.Contacts on matter.ContactId equals contact.Id
        select new MatterCard(
            matter.Id, contact.Id, contact.CustomerId, contact.Channel, contact.At, matter.Reference, matter.Subject, matter.Text,
            matter.CategoryKey, matter.SensitiveGroup, matter.FormalPaper, matter.ProposedPaper, matter.Place, matter.Outcome, contact.Language, matter.Kind, contact.ReceivedOn, contact.Assistance, contact.RepresentativeId);
}
