using Loket.Cases.Callbacks;
using Loket.Organisation.Drafts;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Reading;

/// <summary>A draft in the list of its owner.</summary>
/// <param name="About">What it is about.</param>
/// <param name="Path">The page on which it is gone on with.</param>
/// <param name="Reference">The number of its case or callback request; null for a new contact.</param>
/// <param name="Begin">How it begins, in the owner's own words; empty where only something was chosen.</param>
/// <param name="SavedAt">When it was kept last.</param>
public sealed record DraftLine(DraftSubject About, string Path, string? Reference, string Begin, Instant SavedAt);

/// <summary>The drafts of the reader, newest first. One about something that they may not know of any more is neither shown nor counted; it stands, and is back when they may.</summary>
public sealed class OpenDrafts(UnitOfWork unit, TenantContext context)
{
    private const int LongestBegin = 80;

    // What somebody writes, and not what they choose: that is a word or a number of ours.
    private static readonly string[] Written = ["Subject", "Text", "Question", "Reason", "Explanation", "Note", "Report"];

    /// <summary>The drafts.</summary>
    public Task<IReadOnlyList<DraftLine>> Handle(Actor by, CancellationToken cancel) => unit.Read<IReadOnlyList<DraftLine>>(async db =>
    {
        var drafts = await ReadDrafts.All(db, context.Tenant.Keys, by, cancel);
        if (drafts.Count == 0) return [];
        var cases = Things(drafts, DraftPlace.Case, DraftPlace.Answer).ConvertAll(thing => new CaseId(thing));
        var callbacks = Things(drafts, DraftPlace.Callback).ConvertAll(thing => new CallbackId(thing));
        var known = db.Cases.VisibleTo(by);
        // What was written about a case that goes on as part of another is gone on with there.
        var numbers = await known.Where(one => cases.Contains(one.Id) && (one.MergedInto == null || known.Any(whole => whole.Id == one.MergedInto))).Select(one => new { one.Id, one.Reference })
            .ToDictionaryAsync(one => one.Id.Value, one => one.Reference, cancel);
        var requests = await db.Callbacks.VisibleTo(by).Where(one => callbacks.Contains(one.Id)).Select(one => new { one.Id, one.Reference })
            .ToDictionaryAsync(one => one.Id.Value, one => one.Reference, cancel);
        return
        [
            .. from draft in drafts
               let reference = (draft.About.Place == DraftPlace.Callback ? requests : numbers).GetValueOrDefault(draft.About.Thing)
               where draft.About.Place == DraftPlace.Contact ? @by.May(Right.RegisterContacts) : reference is not null
               select new DraftLine(draft.About, draft.Path, reference, BeginOf(draft), draft.SavedAt),
        ];
    });

    private static List<Guid> Things(IReadOnlyList<OpenDraft> drafts, params DraftPlace[] places) =>
        [.. drafts.Where(draft => places.Contains(draft.About.Place)).Select(draft => draft.About.Thing).Distinct()];

    private static string BeginOf(OpenDraft draft)
    {
        var written = draft.Fields.Where(field => !string.IsNullOrWhiteSpace(field.Value.FirstOrDefault()))
            .FirstOrDefault(field => Written.Contains(field.Key[(field.Key.IndexOf('.', StringComparison.Ordinal) + 1)..], StringComparer.Ordinal));
        var text = string.Join(' ', (written.Value?[0] ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= LongestBegin ? text
            // An emoji is two characters that belong together.
            : text[..(char.IsHighSurrogate(text[LongestBegin - 1]) ? LongestBegin - 1 : LongestBegin)].TrimEnd() + "…";
    }
}
