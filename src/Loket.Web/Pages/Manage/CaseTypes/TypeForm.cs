using Loket.Cases;
using Loket.Cases.Reading;
using Loket.Cases.Types;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Web.Components;
using Loket.Web.Pages.Staff;
using System.Globalization;

namespace Loket.Web.Pages.Manage.CaseTypes;

/// <summary>What is filled in about a kind of case.</summary>
public sealed class TypeForm : IManageForm
{
    private const int Spare = 2;

    /// <summary>Technical key.</summary>
    public string? Key { get; set; }

    /// <summary>The name in Dutch.</summary>
    public string? NameNl { get; set; }

    /// <summary>The name in English.</summary>
    public string? NameEn { get; set; }

    /// <summary>Name of a <see cref="Cases.Types.Confidentiality"/>.</summary>
    public string? Confidentiality { get; set; } = nameof(Cases.Types.Confidentiality.Normal);

    /// <summary>The group that may know of it.</summary>
    public string? SensitiveGroup { get; set; }

    /// <summary>Name of a <see cref="NormKind"/>.</summary>
    public string? NormKind { get; set; } = nameof(Kernel.Calendars.NormKind.WorkingDays);

    /// <summary>How many of them.</summary>
    public string? NormAmount { get; set; }

    /// <summary>How long after its end a repeat reopens it, in days.</summary>
    public string? ReopenDays { get; set; } = "30";

    /// <summary>The legal ground on which the national number is needed; empty where it is not.</summary>
    public string? NumberGround { get; set; }

    /// <summary>How it can end; empty lines don't count.</summary>
    public List<ResultForm> Results { get; set; } = [.. Enumerable.Range(0, Spare).Select(_ => new ResultForm())];

    /// <inheritdoc />
    public int Version { get; set; }

    /// <inheritdoc />
    public IEnumerable<(string Label, string? Text)> Said(Words words) =>
    [
        ("NameNl", NameNl), ("NameEn", NameEn), ("Confidentiality", words["Confidentiality." + Confidentiality]), ("SensitiveGroup", SensitiveGroup),
        ("NormAmount", NormAmount), ("NormKind", StaffWords.Here["NormKind." + NormKind]), ("ReopenDays", ReopenDays), ("NumberGround", NumberGround),
        ("Results", string.Join('\n', Results.Where(result => !result.IsEmpty).Select(result => $"{result.Nl} / {result.En} / {result.Ground} / {result.Years} / {words.YesNo(result.Solved)}"))),
    ];

    internal static TypeForm Of(CaseTypeSetUp type) => new()
    {
        Key = type.Details.Key, NameNl = type.Details.NameNl, NameEn = type.Details.NameEn, Confidentiality = type.Details.Confidentiality.ToString(),
        SensitiveGroup = type.Details.SensitiveGroup, NormKind = type.Details.Norm.Kind.ToString(), NormAmount = Text(type.Details.Norm.Amount),
        ReopenDays = Text(type.Details.ReopenDays), NumberGround = type.Details.NumberGround, Version = type.Version,
        Results = [.. type.Details.Results.Select(ResultForm.Of), .. Enumerable.Range(0, Spare).Select(_ => new ResultForm())],
    };

    /// <summary>Leaves out the empty lines, so that each line has the number that it has in what is saved.</summary>
    /// <returns>Whether lines moved.</returns>
    internal bool Close()
    {
        var kept = Results.TakeWhile(result => !result.IsEmpty).Count();
        var filled = Results.Where(result => !result.IsEmpty).ToList();
        Results = [.. filled, .. Enumerable.Range(0, Spare).Select(_ => new ResultForm())];
        return kept < filled.Count;
    }

    /// <summary>What is filled in; what has a page of its own stays as it stands.</summary>
    internal Result<CaseTypeDetails> Details(CaseTypeDetails? stands)
    {
        if (!Enum.TryParse<Confidentiality>(Confidentiality, out var confidentiality)) return OrganisationFailures.Required.At(nameof(Confidentiality));
        if (!Enum.TryParse<NormKind>(NormKind, out var kind)) return OrganisationFailures.Required.At(nameof(NormKind));
        if (Number(NormAmount) is not (>= 1 and <= Norm.MaximumAmount and var amount)) return OrganisationFailures.NoNorm.At(nameof(NormAmount));
        if (Number(ReopenDays) is not { } reopen) return OrganisationFailures.NoNorm.At(nameof(ReopenDays));
        if (Results.FindIndex(result => !result.IsEmpty && string.IsNullOrWhiteSpace(result.Ground) && Number(result.Years) is null) is >= 0 and var wrong)
            return CaseFailures.NoYears.At($"{nameof(Results)}[{wrong}].{nameof(ResultForm.Years)}");
        return new CaseTypeDetails(
            Key?.Trim().ToLowerInvariant() ?? "", NameNl?.Trim() ?? "", NameEn?.Trim() ?? "", confidentiality, new Norm(kind, amount),
            [.. Results.Where(result => !result.IsEmpty).Select(result => result.Read())], SensitiveGroup?.Trim().ToLowerInvariant(), reopen, stands?.FormalPaper)
        {
            NumberGround = string.IsNullOrWhiteSpace(NumberGround) ? null : NumberGround.Trim(), Statuses = stands?.Statuses ?? [], Tasks = stands?.Tasks ?? [], Texts = stands?.Texts ?? [],
        };
    }

    internal static int? Number(string? text) => int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A name as a part of a key.</summary>
    internal static string KeyOf(string name) => string.Concat(name.Trim().ToLowerInvariant().Take(50).Select(sign => char.IsAsciiLetterOrDigit(sign) ? sign : '-'));

    internal static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>One way in which a case can end.</summary>
public sealed class ResultForm
{
    /// <summary>Stable name; made of the Dutch name where it is left out.</summary>
    public string? Key { get; set; }

    /// <summary>In Dutch.</summary>
    public string? Nl { get; set; }

    /// <summary>In English.</summary>
    public string? En { get; set; }

    /// <summary>Whether the resident's problem is gone.</summary>
    public bool Solved { get; set; }

    /// <summary>How many years the case is kept after it.</summary>
    public string? Years { get; set; }

    /// <summary>The number of the entry of the selection list by which that is; empty for the years as they are filled in.</summary>
    public string? Ground { get; set; }

    /// <summary>Whether nothing is filled in; what stood there is then taken away.</summary>
    public bool IsEmpty => new[] { Nl, En, Years, Ground }.All(string.IsNullOrWhiteSpace);

    internal static ResultForm Of(ResultType result) =>
        new() { Key = result.Key, Nl = result.Nl, En = result.En, Solved = result.Solved, Years = TypeForm.Text(result.RetentionYears), Ground = result.Ground };

    internal ResultType Read() =>
        new(string.IsNullOrWhiteSpace(Key) ? KeyOf(Nl ?? "") : Key, Nl?.Trim() ?? "", En?.Trim() ?? "", Solved, TypeForm.Number(Years) ?? -1, string.IsNullOrWhiteSpace(Ground) ? null : Ground);

    private static string KeyOf(string name) => "r-" + TypeForm.KeyOf(name);
}
