using Loket.Kernel;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Messages.Templates;

/// <summary>Finds and fills in the text for a key: the municipality's own, else the standard one; the reader's language, else Dutch.</summary>
internal static class TemplateShelf
{
    private const string Fallback = "nl";

    public static async Task<Result<TemplateText.Filled>> Fill(
        LoketDb db, string key, string language, IReadOnlyDictionary<string, string> values, CancellationToken cancel)
    {
        var own = await db.MessageTemplates.AsNoTracking()
            .Where(template => template.Key == key && (template.Language == language || template.Language == Fallback)).ToListAsync(cancel);
        Failure? first = null;
        foreach (var (text, tongue) in Candidates(own, key, language))
        {
            var filled = text.Fill(values, StandardTemplates.FrameOf(key, tongue));
            if (filled.Succeeded) return filled;
            // An own text that can no longer be filled in must not keep the news from anyone: the standard text is tried.
            first ??= filled.Failure;
        }

        return first ?? MessageFailures.TemplateUnknown.With(key);
    }

    private static IEnumerable<(TemplateText Text, string Language)> Candidates(List<MessageTemplate> own, string key, string language)
    {
        foreach (var tongue in (string[])[language, Fallback])
        {
            if (own.Find(template => template.Language == tongue) is { } mine) yield return (mine.Text, tongue);
            if (StandardTemplates.Find(key, tongue) is { } standard) yield return (standard, tongue);
        }
    }
}
