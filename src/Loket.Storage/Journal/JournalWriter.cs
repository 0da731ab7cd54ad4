using System.Security.Cryptography;
using Loket.Kernel;
using NodaTime;

namespace Loket.Storage.Journal;

/// <summary>Writes what happened, in the transaction of the change itself.</summary>
public sealed class JournalWriter
{
    private static readonly string[] EntryColumns = ["id", "at", "kind", "who_kind", "who_id", "audience", "data", "personal_digest", "digest"];

    private readonly LoketDb db;
    private readonly EventTypes types;
    private readonly Instant now;
    private readonly Queue<Written> written = new();
    private readonly List<JournalEntry> entries = [];
    private readonly List<JournalPersonal> values = [];
    private readonly List<JournalSubject> subjects = [];
    private readonly Dictionary<(Guid Reader, Guid Thing), bool> met = [];

    internal JournalWriter(LoketDb db, EventTypes types, Instant now) => (this.db, this.types, this.now) = (db, types, now);

    /// <summary>Writes an entry; subscriptions see it before the transaction ends.</summary>
    public JournalEntryId Write(IJournalEvent happened, Who who)
    {
        var description = types.Describe(happened);
        var (facts, personal) = types.Write(happened);
        var salt = personal is null ? null : RandomNumberGenerator.GetBytes(16);
        var id = Ids.New<JournalEntryId>();

        var entry = new JournalEntry
        {
            Id = id,
            At = now,
            Kind = description.Kind,
            WhoKind = who.Kind,
            WhoId = who.Id,
            Audience = description.Audience,
            Data = facts,
            PersonalDigest = salt is null ? null : JournalDigest.OfPersonal(salt, personal!),
        };
        entry.Digest = JournalDigest.Of(entry);
        entries.Add(entry);
        if (salt is not null) values.Add(new JournalPersonal { EntryId = id, Salt = salt, Data = personal! });
        subjects.AddRange(happened.About().Distinct().Select(subject => new JournalSubject { SubjectId = subject, At = now, EntryId = id }));

        if (who is { Kind: WhoKind.Staff, Id: { } colleague }) Meet(colleague, happened, description.Audience);
        written.Enqueue(new Written(id, happened, who));
        return id;
    }

    /// <summary>Whether the entry was written in this transaction, so that nothing can have followed from it earlier.</summary>
    public bool Wrote(JournalEntryId id) => entries.Exists(entry => entry.Id == id);

    /// <summary>The entries as rows.</summary>
    internal IEnumerable<AppendedRows> Rows()
    {
        yield return new AppendedRows("journal_entries", EntryColumns, entries.ConvertAll<object?[]>(entry =>
        [
            Id(entry.Id.Value), entry.At.ToUnixTimeTicks() / 10, entry.Kind, entry.WhoKind.ToString(), entry.WhoId is { } who ? Id(who) : null,
            entry.Audience.ToString(), entry.Data, entry.PersonalDigest, entry.Digest,
        ]));
        yield return new AppendedRows("journal_unsealed", ["entry_id"], entries.ConvertAll<object?[]>(entry => [Id(entry.Id.Value)]));
        yield return new AppendedRows("journal_personal", ["entry_id", "salt", "data"], values.ConvertAll<object?[]>(personal => [Id(personal.EntryId.Value), personal.Salt, personal.Data]));
        yield return new AppendedRows("journal_subjects", ["subject_id", "at", "entry_id"], subjects.ConvertAll<object?[]>(subject =>
            [Id(subject.SubjectId), subject.At.ToUnixTimeTicks() / 10, Id(subject.EntryId.Value)]));
        // In one order, so that two windows of one colleague never wait for each other.
        yield return new AppendedRows(OpenedThingConfiguration.Table, OpenedThingConfiguration.Columns, [.. met.OrderBy(one => one.Key.Thing).Select(one =>
            new object?[] { Id(one.Key.Reader), Id(one.Key.Thing), Day(), one.Value })]) { Standing = OpenedThingConfiguration.Standing };

        object Id(Guid id) => db.Kind.Parameter(id);
        int Day() => Period.DaysBetween(new LocalDate(1970, 1, 1), now.InUtc().Date);
    }

    internal bool TryNext(out Written next) => written.TryDequeue(out next!);

    private void Meet(Guid colleague, IJournalEvent happened, Audience audience)
    {
        if (audience != Audience.Audit)
        {
            foreach (var thing in happened.About()) met[(colleague, thing)] = true;
        }
        else if (happened is IOpening { Opened: { } opened })
        {
            met.TryAdd((colleague, opened), false);
        }
    }
}

/// <summary>An event with the entry that keeps it and who caused it.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Happened">The event.</param>
/// <param name="By">Who caused it.</param>
public sealed record Written(JournalEntryId Entry, IJournalEvent Happened, Who By);
