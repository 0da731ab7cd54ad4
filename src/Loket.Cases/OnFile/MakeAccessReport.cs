using Loket.Cases.Callbacks;
using Loket.Cases.Participants;
using Loket.Contacts;
using Loket.Contacts.Numbers;
using Loket.Contacts.OnFile;
using Loket.Documents;
using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation.Partners;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Journal;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.OnFile;

/// <summary>Somebody answers a request to see what is kept. It is given whole, what is of a sensitive group too, as it is given to the person themselves; so it is written down before
/// anything is shown.</summary>
public sealed class MakeAccessReport(UnitOfWork unit, WhoAsked asked, ReadMessages messages, JournalSearch search, EventTypes events, TenantContext tenant)
{
    // Of the journal at a time; it is read to its end.
    private const int Part = 1_000;
    private const string Look = ".looked-at";
    private const string Wrote = "case.participant-wrote";

    /// <summary>The report.</summary>
    /// <param name="typed">A reference of the person, or the number of a case on which nobody else stands, as it was typed.</param>
    /// <param name="by">Who answers.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Result<AccessReport>> Handle(string? typed, Actor by, CancellationToken cancel)
    {
        var found = await unit.Read(db => asked.Find(db, typed, by, cancel));
        if (!found.Succeeded) return found.Failure;
        var report = await unit.Read(db => Make(db, found.Value.Customer, cancel));
        // Half an answer is a wrong one.
        if (!report.Succeeded) return report;
        var written = await unit.Run<Done>(work =>
        {
            work.Journal.Write(new AccessReported(found.Value.Customer, found.Value.Request), by);
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancel);
        return written.Succeeded ? report : written.Failure;
    }

    private async Task<Result<AccessReport>> Make(LoketDb db, CustomerId customer, CancellationToken cancel)
    {
        var family = await CustomerFamily.Of(db, customer, cancel);
        var number = await NumberRegister.Open(db, tenant.Tenant.NumberKeys, family, cancel);
        if (!number.Succeeded) return number.Failure;
        var person = (await ReadOnFile.Of(db, family, Actor.System, cancel)) with { NationalNumber = number.Value };
        var own = person.Matters.Where(matter => !matter.ForAnother).ToList();
        var said = own.ConvertAll(matter => matter.Matter);
        var participants = await db.Participants.Where(one => said.Contains(one.Matter)).ToListAsync(cancel);
        var ids = participants.Select(one => one.CaseId).Distinct().ToList();
        var cases = await db.Cases.Where(one => ids.Contains(one.Id) && one.DestroyedAt == null).ToDictionaryAsync(one => one.Id, cancel);
        var before = await Before(db, participants, cancel);
        // Also where they stood before it went on as part of another, or was split off.
        List<CaseId> stood = [.. ids.Concat(participants.Select(one => one.MergedFrom).OfType<CaseId>()).Concat(before.Select(one => one.CaseId)).Distinct()];
        var wrote = await Written(db, stood, cancel);
        var given = await Given(db, stood, cancel);
        CustomerId?[] people = [.. family];
        var callbacks = await db.Callbacks.Where(one => people.Contains(one.Customer)).OrderByDescending(one => one.MadeAt).ToListAsync(cancel);
        var contacts = own.Select(matter => matter.Contact.Value).Distinct().ToList();
        var told = await messages.AllOfContacts(contacts, Actor.System, cancel);
        var files = await ReadDocuments.Of(db, said.ConvertAll(one => one.Value), Actor.System, cancel);
        return new AccessReport(
            tenant.Tenant.Clock.Now(), person,
            [.. participants.Where(one => cases.ContainsKey(one.CaseId)).OrderByDescending(one => one.JoinedAt).Select(one => CaseOf(cases[one.CaseId], one, [.. wrote[one.Id]], given, before))],
            callbacks.ConvertAll(one => new CallbackOnFile(one.Reference, one.MadeAt, one.Phone, one.About, one.EndedAt, one.Outcome, one.Report)),
            // Whom it went to may be who acts for them.
            [.. told.Where(one => one.Content is not null).Select(one => new MessageOnFile(one.QueuedAt, one.Kind, one.Channel, one.State, one.Content!.Subject, one.Content!.Text))],
            [.. files.Select(one => new FileOnFile(one.Name, one.At))],
            await Looks(db, [.. family.Select(one => one.Value), .. contacts, .. said.Select(one => one.Value), .. stood.Select(one => one.Value), .. callbacks.Select(one => one.Id.Value)], cancel));
    }

    private static Task<List<ParticipantOrigin>> Before(LoketDb db, List<Participant> participants, CancellationToken cancel)
    {
        var theirs = participants.ConvertAll(one => one.Id);
        return db.Set<ParticipantOrigin>().AsNoTracking().Where(origin => theirs.Contains(origin.ParticipantId)).ToListAsync(cancel);
    }

    private static CaseOnFile CaseOf(Case found, Participant own, IReadOnlyList<WroteOnFile> wrote, List<GivenTo> given, List<ParticipantOrigin> before) => new(
        own.Reference, found.Type, found.Category, found.Status, found.OpenedAt, found.ClosedAt, found.Solved, found.KeptUntil, wrote,
        [.. given.Where(one => one.WithDataOf(own, before)).Select(one => one.Partner).Distinct()]);

    // What a partner got it has, also where the case came back.
    private static async Task<List<GivenTo>> Given(LoketDb db, List<CaseId> stood, CancellationToken cancel)
    {
        var handovers = await db.Handovers.Where(one => stood.Contains(one.CaseId)).OrderBy(one => one.OfferedAt).Select(one => new { one.CaseId, one.Partner, one.OfferedAt, one.EndedAt }).ToListAsync(cancel);
        var given = new List<GivenTo>(handovers.Count);
        foreach (var one in handovers)
        {
            if (await PartnerDirectory.Find(db, one.Partner, cancel) is { } partner) given.Add(new GivenTo(one.CaseId, partner.Name, one.OfferedAt, one.EndedAt));
        }

        return given;
    }

    private async Task<ILookup<ParticipantId, WroteOnFile>> Written(LoketDb db, List<CaseId> cases, CancellationToken cancel)
    {
        var lines = await All(db, new JournalQuestion(cases.ConvertAll(one => one.Value), Kinds: [Wrote]), personal: true, cancel);
        return lines.Select(line => (line.At, Event: line.Happened as ParticipantWrote)).Where(line => line.Event?.Text is not null)
            .ToLookup(line => line.Event!.Participant, line => new WroteOnFile(line.At, line.Event!.Text!));
    }

    private async Task<IReadOnlyList<LookOnFile>> Looks(LoketDb db, IReadOnlyCollection<Guid> subjects, CancellationToken cancel)
    {
        string[] kinds = [.. events.All.Keys.Where(kind => kind.EndsWith(Look, StringComparison.Ordinal))];
        var lines = await All(db, new JournalQuestion(subjects, Kinds: kinds), personal: false, cancel);
        return lines.ConvertAll(line => new LookOnFile(line.At, line.Kind, PurposeOf(line.Happened)));
    }

    // To the end, however much it is: what is left out would not be missed by whoever reads it.
    private async Task<List<TimelineLine>> All(LoketDb db, JournalQuestion question, bool personal, CancellationToken cancel)
    {
        var lines = new List<TimelineLine>();
        for (JournalKey? after = null; ;)
        {
            var page = await search.Page(db, question, Part, after, personal, cancel);
            lines.AddRange(page.Lines);
            if (page.Next is not { } next) return lines;
            after = next;
        }
    }

    private static string? PurposeOf(IJournalEvent? happened) => happened switch
    {
        CaseLookedAt look => look.Purpose,
        CasesLookedAt look => look.Purpose,
        ContactsLookedAt look => look.Purpose,
        CustomerLookedAt look => look.Purpose,
        CallbacksLookedAt look => look.Purpose,
        NationalNumberLookedAt look => "number." + look.Purpose,
        _ => null,
    };

    private sealed record GivenTo(CaseId Case, string Partner, Instant From, Instant? Until)
    {
        public bool WithDataOf(Participant one, List<ParticipantOrigin> before) =>
            (Case == one.CaseId || Case == one.MergedFrom || before.Exists(origin => origin.ParticipantId == one.Id && origin.CaseId == Case && From < origin.Until))
            && (Until is null || Until > one.JoinedAt) && (one.LeftAt is null || From < one.LeftAt);
    }
}
