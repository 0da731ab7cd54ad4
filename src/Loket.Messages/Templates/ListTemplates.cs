using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Messages.Templates;

/// <summary>A text as the functional administrator sees it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Language">Its language.</param>
/// <param name="Text">The text in use.</param>
/// <param name="Standard">The text that comes with the program.</param>
/// <param name="Fields">The fields that it may use.</param>
/// <param name="Version">Of the municipality's own text; 0 while the standard text is in use.</param>
public sealed record TemplateView(string Key, string Language, TemplateText Text, TemplateText Standard, IReadOnlyList<string> Fields, int Version);

/// <summary>The texts of messages, the municipality's own where it has them.</summary>
public sealed class ListTemplates(UnitOfWork unit)
{
    /// <summary>All texts, by key and language.</summary>
    public Task<Result<IReadOnlyList<TemplateView>>> Handle(Actor reader, CancellationToken cancel) =>
        unit.Read<Result<IReadOnlyList<TemplateView>>>(async db =>
        {
            if (!reader.May(Right.Configure)) return MessageFailures.NotAllowed;
            var own = await db.MessageTemplates.ToDictionaryAsync(template => (template.Key, template.Language), cancel);
            return StandardTemplates.All.Order().Select(one =>
            {
                var standard = StandardTemplates.Find(one.Key, one.Language)!;
                var mine = own.GetValueOrDefault(one);
                return new TemplateView(one.Key, one.Language, mine?.Text ?? standard, standard,
                    [.. MessageTemplate.KnownFields(one.Key).Order(StringComparer.Ordinal)], mine?.Version ?? 0);
            }).ToList();
        });
}
