using Loket.Kernel.Text;
using Loket.Storage;
using Loket.Storage.Standing;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Danger;

/// <summary>Whether words say that something cannot wait (row A14): then nothing is joined by itself and, outside working hours, somebody is paged.</summary>
/// <remarks>Some words say so whatever it is about. Each subject has words of its own besides, which a functional administrator keeps: smoke from a container, oil on water.
/// Those count for their subject, and for what has no subject yet. All of it stands in memory with what else stands.</remarks>
public sealed class DangerWords(UnitOfWork unit)
{
    private static readonly Kept<Lexicon> Kept = new(async (db, cancel) => Lexicon.Of(
        await db.Categories.AsNoTracking().Select(category => new OfSubject(category.Key, category.DangerWords)).ToListAsync(cancel)));

    /// <summary>Whether a text tells of danger.</summary>
    /// <param name="category">Key of its subject; null while there is none.</param>
    /// <param name="text">What somebody wrote.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<bool> In(string? category, string? text, CancellationToken cancel) => unit.Read(db => In(db, category, text, cancel));

    /// <summary>The same, in the transaction of a use case.</summary>
    public static async Task<bool> In(LoketDb db, string? category, string? text, CancellationToken cancel) =>
        !string.IsNullOrWhiteSpace(text) && (await Kept.Of(db, cancel)).For(category).In(text);

    private sealed record OfSubject(string Key, List<string> Words);

    private sealed record Lexicon(WordSigns All, WordSigns General, Dictionary<string, WordSigns> Subjects)
    {
        public static Lexicon Of(List<OfSubject> subjects) => new(
            WordSigns.Of(DangerSigns.General.Concat(subjects.SelectMany(subject => subject.Words))),
            WordSigns.Of(DangerSigns.General),
            subjects.Where(subject => subject.Words.Count > 0)
                .ToDictionary(subject => subject.Key, subject => WordSigns.Of(DangerSigns.General.Concat(subject.Words)), StringComparer.Ordinal));

        public WordSigns For(string? category) => category is null ? All : Subjects.GetValueOrDefault(category, General);
    }
}
