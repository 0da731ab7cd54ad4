using Loket.Cases.Reading;
using Loket.Cases.Types;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Web.Components;
using Loket.Web.Pages.Staff;

namespace Loket.Web.Pages.Manage.CaseTypes;

/// <summary>What is filled in about a subject.</summary>
public sealed class SubjectForm : IManageForm
{
    /// <summary>Technical key.</summary>
    public string? Key { get; set; }

    /// <summary>Key of the main group.</summary>
    public string? Group { get; set; }

    /// <summary>The name in Dutch.</summary>
    public string? NameNl { get; set; }

    /// <summary>The name in English.</summary>
    public string? NameEn { get; set; }

    /// <summary>One sentence that says what belongs here, in Dutch.</summary>
    public string? MeaningNl { get; set; }

    /// <summary>The same in English.</summary>
    public string? MeaningEn { get; set; }

    /// <summary>Key of its kind of case.</summary>
    public string? CaseType { get; set; }

    /// <summary>Name of a <see cref="NormKind"/>; empty for the norm of its kind.</summary>
    public string? NormKind { get; set; }

    /// <summary>How many of them.</summary>
    public string? NormAmount { get; set; }

    /// <summary>Key of the alderman's portfolio.</summary>
    public string? Portfolio { get; set; }

    /// <summary>Within how many metres another report may be the same.</summary>
    public string? RepeatRadius { get; set; } = "30";

    /// <summary>Cannot wait, by its nature.</summary>
    public bool Danger { get; set; }

    /// <summary>What tells of danger in it, one word or phrase per line.</summary>
    public string? DangerWords { get; set; }

    /// <summary>Whether it can be chosen.</summary>
    public bool Active { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <inheritdoc />
    public IEnumerable<(string Label, string? Text)> Said(Words words) =>
    [
        ("NameNl", NameNl), ("NameEn", NameEn), ("MeaningNl", MeaningNl), ("MeaningEn", MeaningEn), ("Group", StaffWords.Here["Group." + Group]), ("CaseType", CaseType),
        ("NormAmount", NormAmount), ("NormKind", string.IsNullOrEmpty(NormKind) ? null : StaffWords.Here["NormKind." + NormKind]),
        ("Portfolio", Portfolio), ("RepeatRadius", RepeatRadius), ("Danger", words.YesNo(Danger)), ("DangerWords", DangerWords), ("Active", words.YesNo(Active)),
    ];

    internal static SubjectForm Of(CategorySetUp one) => new()
    {
        Key = one.Details.Key, Group = one.Details.Group, NameNl = one.Details.NameNl, NameEn = one.Details.NameEn, MeaningNl = one.Details.MeaningNl,
        MeaningEn = one.Details.MeaningEn, CaseType = one.Details.CaseType, NormKind = one.Details.Norm?.Kind.ToString(),
        NormAmount = one.Details.Norm is { } norm ? TypeForm.Text(norm.Amount) : null, Portfolio = one.Details.Portfolio,
        RepeatRadius = TypeForm.Text(one.Details.RepeatRadius), Danger = one.Details.Danger, DangerWords = string.Join('\n', one.Details.DangerWords ?? []), Active = one.Active, Version = one.Version,
    };

    private static List<string> Lines(string? typed) =>
        [.. (typed ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase)];

    internal Result<CategoryDetails> Details()
    {
        Norm? norm = null;
        if (!string.IsNullOrEmpty(NormKind))
        {
            if (!Enum.TryParse<NormKind>(NormKind, out var kind)) return OrganisationFailures.Required.At(nameof(NormKind));
            if (TypeForm.Number(NormAmount) is not (>= 1 and <= Norm.MaximumAmount and var amount)) return OrganisationFailures.NoNorm.At(nameof(NormAmount));
            norm = new Norm(kind, amount);
        }

        if (TypeForm.Number(RepeatRadius) is not { } radius) return OrganisationFailures.NoNorm.At(nameof(RepeatRadius));
        return new CategoryDetails(
            Key?.Trim().ToLowerInvariant() ?? "", Group ?? "", NameNl?.Trim() ?? "", NameEn?.Trim() ?? "", MeaningNl?.Trim() ?? "", MeaningEn?.Trim() ?? "",
            CaseType ?? "", norm, string.IsNullOrWhiteSpace(Portfolio) ? null : Portfolio.Trim(), radius, Danger, Lines(DangerWords));
    }
}
