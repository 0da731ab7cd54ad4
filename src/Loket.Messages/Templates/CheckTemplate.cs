using Loket.Kernel;

namespace Loket.Messages.Templates;

/// <summary>Looks at a text before it is taken into use: whether it can be filled in each time, and says what the standard text under its key always says.</summary>
public static class CheckTemplate
{
    // Of these nobody misses anything.
    private static readonly string[] MayBeLeftOut = ["municipality", "phone", "website", "name", "subject", "matter"];

    /// <summary>What is wrong with it as it stands, at its field; null for nothing.</summary>
    public static Failure? Wrong(string template, string language, TemplateText text) => StandardTemplates.Find(template, language) is null
        ? MessageFailures.TemplateUnknown.With(template)
        : new MessageTemplate { Id = default, Key = template, Language = language }.Change(text, default);

    /// <summary>What it lacks: what it leaves out that has to be said, and what it takes for granted that may be missing. Of a text with which nothing is wrong.</summary>
    public static IReadOnlyList<Failure> Lacks(string template, string language, TemplateText text)
    {
        var standard = StandardTemplates.Find(template, language)!;
        var given = StandardTemplates.All.Where(one => one.Key == template).SelectMany(one => Uses(StandardTemplates.Find(one.Key, one.Language)!)).ToList();
        return
        [
            .. LeftOut(standard.Body, text.Body).Concat(LeftOut(standard.Short, text.Short)).Distinct(StringComparer.Ordinal).Select(field => MessageFailures.FieldLeftOut.With(field)),
            .. Uses(text).Where(use => !IsThere(use, given)).Select(use => use.Name).Distinct(StringComparer.Ordinal).Select(field => MessageFailures.FieldMayBeMissing.With(field)),
        ];
    }

    // What the standard text says without a condition has to be in this one too.
    private static IEnumerable<string> LeftOut(string standard, string own)
    {
        var said = TemplateSource.Read(own).Value.Fields.ToHashSet(StringComparer.Ordinal);
        return TemplateSource.Read(standard).Value.Uses.Where(use => use.Around.IsEmpty && !MayBeLeftOut.Contains(use.Name) && !said.Contains(use.Name)).Select(use => use.Name);
    }

    private static bool IsThere(TemplateSource.FieldUse use, IEnumerable<TemplateSource.FieldUse> given) =>
        TemplateText.CommonFields.Contains(use.Name) || use.Around.Contains("#" + use.Name) || given.Any(one => one.Name == use.Name && one.Around.IsSubsetOf(use.Around));

    private static IEnumerable<TemplateSource.FieldUse> Uses(TemplateText text) =>
        ((string[])[text.Subject, text.Short, text.Body]).SelectMany(source => TemplateSource.Read(source).Value.Uses);
}
