using Loket.Cases.Callbacks;
using Loket.Cases.Reading;
using Loket.Cases.Types;
using Loket.Contacts;
using Loket.Contacts.OnFile;
using Loket.Documents;
using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;
using Loket.Storage.Journal;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.OnFile;

/// <summary>Somebody answers a request to see what is kept: the privacy officer of anybody, a handler of who asked for it in the case that they handle. It is given whole, what is of a
/// sensitive group too, as it is given to the person themselves; so it is written down before anything is shown.</summary>
public sealed class MakeAccessReport(UnitOfWork unit, Matters matters, ReadMessages messages, JournalSearch search, EventTypes events, TenantContext tenant)
{
    private const int MostMessages = 5_000;
    private const int MostLines = 5_000;
    private const string Look = ".looked-at";
    private const string Wrote = "case.participant-wrote";

    /// <summary>The report.</summary>
    /// <param name="typed">A reference of the person, or the number of a case on which nobody else stands, as it was typed.</param>
    /// <param name="by">Who answers.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Result<AccessReport>> Handle(string? typed, Actor by, CancellationToken cancel)
    {
        var found = await unit.Read(db => Find(db, typed, by, cancel));
        if (!found.Succeeded) return found.Failure;
        var report = await unit.Read(db => Make(db, found.Value.Customer, cancel));
        var written = await unit.Run<Done>(work =>
        {
            work.Journal.Write(new AccessReported(found.Value.Customer, found.Value.Request), by);
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancel);
        return written.Succeeded ? report : written.Failure;
    }

    private async Task<Result<Asked>> Find(LoketDb db, string? typed, Actor by, CancellationToken cancel)
    {
        if (await Profiles.MeantBy(db, typed, cancel) is not { } meant) return AccessFailures.UnknownReference;
        var matter = await matters.Find(db, meant, Actor.System, cancel);
        var id = await FindCase.Read(db, typed, Actor.System, cancel);
        var request = id is { } known && await Handles(db, known, by, cancel) ? id : null;
        if (!by.May(Right.AnswerPrivacyRequests) && request is null) return AccessFailures.UnknownReference;
        if (matter is not null) return matter.Customer is { } own ? new Asked(own, request) : AccessFailures.UnknownReference;
        if (id is not { } on) return AccessFailures.UnknownReference;

        var people = await db.Participants.Where(one => one.CaseId == on && one.LeftAt == null && one.Customer != null).Select(one => one.Customer!.Value).Distinct().ToListAsync(cancel);
        return people switch
        {
            [] => AccessFailures.UnknownReference,
            [var one] => new Asked(one, request),
            _ => AccessFailures.SeveralPeople,
        };
    }

    // Who asked to see their data is known to who handles that, and to them alone.
    private static async Task<bool> Handles(LoketDb db, CaseId id, Actor by, CancellationToken cancel)
    {
        if (by.Staff is not { } staff || !by.May(Right.WorkOnCases) || !by.May(Right.SeePersonalData)) return false;
        var type = await db.Cases.VisibleTo(by).Where(one => one.Id == id && one.Handler == staff && one.Status != CaseStatus.Closed).Select(one => one.Type).SingleOrDefaultAsync(cancel);
        return type is not null && (await db.TypeOf(type, cancel))?.FormalPaper == FormalPaper.PrivacyRequest;
    }

    private async Task<AccessReport> Make(LoketDb db, CustomerId customer, CancellationToken cancel)
    {
        var family = await CustomerFamily.Of(db, customer, cancel);
        var person = await ReadOnFile.Of(db, family, Actor.System, cancel);
        var own = person.Matters.Where(matter => !matter.ForAnother).ToList();
        var asked = own.ConvertAll(matter => matter.Matter);
        var participants = await db.Participants.Where(one => asked.Contains(one.Matter)).ToListAsync(cancel);
        var ids = participants.Select(one => one.CaseId).Distinct().ToList();
        var cases = await db.Cases.Where(one => ids.Contains(one.Id) && one.DestroyedAt == null).ToDictionaryAsync(one => one.Id, cancel);
        var wrote = await Written(db, ids, cancel);
        CustomerId?[] people = [.. family];
        var callbacks = await db.Callbacks.Where(one => people.Contains(one.Customer)).OrderByDescending(one => one.MadeAt).ToListAsync(cancel);
        var contacts = own.Select(matter => matter.Contact.Value).Distinct().ToList();
        var told = await messages.OfContacts(contacts, Actor.System, MostMessages, cancel);
        var files = await ReadDocuments.Of(db, asked.ConvertAll(one => one.Value), Actor.System, cancel);
        return new AccessReport(
            tenant.Tenant.Clock.Now(), person,
            [.. participants.Where(one => cases.ContainsKey(one.CaseId)).OrderByDescending(one => one.JoinedAt).Select(one => CaseOf(cases[one.CaseId], one.Reference, [.. wrote[one.Id]]))],
            callbacks.ConvertAll(one => new CallbackOnFile(one.Reference, one.MadeAt, one.Phone, one.About, one.EndedAt, one.Outcome, one.Report)),
            // Whom it went to may be who acts for them.
            [.. told.Where(one => one.Content is not null).Select(one => new MessageOnFile(one.QueuedAt, one.Kind, one.Channel, one.State, one.Content!.Subject, one.Content!.Text))],
            [.. files.Select(one => new FileOnFile(one.Name, one.At))],
            await Looks(db, [.. family.Select(one => one.Value), .. contacts, .. asked.Select(one => one.Value), .. ids.Select(one => one.Value)], cancel));
    }

    private static CaseOnFile CaseOf(Case found, string reference, IReadOnlyList<WroteOnFile> wrote) =>
        new(reference, found.Type, found.Category, found.Status, found.OpenedAt, found.ClosedAt, found.Solved, found.KeptUntil, wrote);

    private async Task<ILookup<ParticipantId, WroteOnFile>> Written(LoketDb db, List<CaseId> cases, CancellationToken cancel)
    {
        var page = await search.Page(db, new JournalQuestion(cases.ConvertAll(one => one.Value), Kinds: [Wrote]), MostLines, null, personal: true, cancel);
        return page.Lines.Select(line => (line.At, Event: line.Happened as ParticipantWrote)).Where(line => line.Event?.Text is not null)
            .ToLookup(line => line.Event!.Participant, line => new WroteOnFile(line.At, line.Event!.Text!));
    }

    private async Task<IReadOnlyList<LookOnFile>> Looks(LoketDb db, IReadOnlyCollection<Guid> subjects, CancellationToken cancel)
    {
        string[] kinds = [.. events.All.Keys.Where(kind => kind.EndsWith(Look, StringComparison.Ordinal))];
        var page = await search.Page(db, new JournalQuestion(subjects, Kinds: kinds), MostLines, null, personal: false, cancel);
        return [.. page.Lines.Select(line => new LookOnFile(line.At, line.Kind, PurposeOf(line.Happened)))];
    }

    private static string? PurposeOf(IJournalEvent? happened) => happened switch
    {
        CaseLookedAt look => look.Purpose,
        CasesLookedAt look => look.Purpose,
        ContactsLookedAt look => look.Purpose,
        CustomerLookedAt look => look.Purpose,
        CallbacksLookedAt look => look.Purpose,
        _ => null,
    };

    private sealed record Asked(CustomerId Customer, CaseId? Request);
}
