using Loket.Contacts;
using Loket.Messages.Templates;

namespace Loket.Cases.Types;

/// <summary>A text of a message that cases of a kind have of their own, in place of the general one.</summary>
/// <param name="Template">Key of the text that it takes the place of.</param>
/// <param name="Language"><c>nl</c> or <c>en</c>.</param>
/// <param name="Text">The text.</param>
public sealed record TypeText(string Template, string Language, TemplateText Text);

/// <summary>Which texts a kind of case can have of its own. Pure.</summary>
public static class TypeTexts
{
    private static readonly string[] Papers = [TemplateKeys.ReceiptFormal];
    private static readonly string[] Others = [TemplateKeys.ReceiptReport, TemplateKeys.ReceiptQuestion, TemplateKeys.JoinedKnown];
    private static readonly string[] All =
    [
        TemplateKeys.StatusChange, TemplateKeys.HandedOver, TemplateKeys.PartnerPlanned, TemplateKeys.Question, TemplateKeys.Answer,
        TemplateKeys.Suspended, TemplateKeys.Extended, TemplateKeys.ClosedSolved, TemplateKeys.ClosedUnsolved, TemplateKeys.Reopened,
    ];

    /// <summary>The languages in which residents are written to.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["nl", "en"];

    /// <summary>The keys of what participants are told of a case, in the order of its life; nothing is ever joined to a formal paper.</summary>
    public static IReadOnlyList<string> Of(FormalPaper? paper) => [.. paper is null ? Others : Papers, .. All];

    /// <summary>Whether there is such a text.</summary>
    public static bool Has(string template, string language) => Papers.Concat(Others).Concat(All).Contains(template) && Languages.Contains(language);

    /// <summary>The text of its own; null for the general one.</summary>
    public static TemplateText? Find(CaseTypeDetails details, string template, string language) =>
        details.Texts.FirstOrDefault(one => one.Template == template && one.Language == language)?.Text;
}
