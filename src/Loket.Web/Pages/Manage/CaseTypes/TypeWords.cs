using System.Globalization;
using Loket.Cases.Types;
using Loket.Kernel.Calendars;
using Loket.Web.Components;
using Loket.Web.Pages.Staff;

namespace Loket.Web.Pages.Manage.CaseTypes;

/// <summary>Two versions of a kind of case side by side.</summary>
/// <param name="Id">Identifier of the table, unique on the page.</param>
/// <param name="Before">The older one; null for none.</param>
/// <param name="After">The newer one.</param>
/// <param name="Differences">In what they differ.</param>
public sealed record TypeComparison(string Id, CaseTypeDetails? Before, CaseTypeDetails After, IReadOnlyList<TypeDifference> Differences)
{
    /// <summary>What differs, in the reader's words.</summary>
    /// <param name="difference">One of the differences.</param>
    /// <param name="words">The texts beside the table.</param>
    public string What(TypeDifference difference, Words words)
    {
        if (difference.Part == TypePart.Type) return words["Field." + difference.Field];
        var part = words["Part." + difference.Part, NameOf(difference)];
        return difference is { Field: TypeField.NameNl, Before: null } or { Field: TypeField.NameNl, After: null } ? part : words["Of", part, words["Field." + difference.Field]];
    }

    /// <summary>What is set, in the reader's words.</summary>
    /// <param name="field">Of what.</param>
    /// <param name="value">As it is set; null for not at all.</param>
    /// <param name="words">The texts beside the table.</param>
    public static string Value(TypeField field, string? value, Words words) => (field, value) switch
    {
        (_, null) => words["Absent"],
        (TypeField.Confidentiality, _) => words["Confidentiality." + value],
        (TypeField.Solved, _) => words.YesNo(value == bool.TrueString),
        (TypeField.Norm, _) => NormOf(value),
        _ => value,
    };

    private string NameOf(TypeDifference difference) =>
        NamesIn(After).Concat(Before is null ? [] : NamesIn(Before)).First(one => (one.Part, one.Key) == (difference.Part, difference.Of)).Name;

    private static IEnumerable<(TypePart Part, string Key, string Name)> NamesIn(CaseTypeDetails details) =>
        details.Results.Select(result => (TypePart.Result, result.Key, IndexModel.Named(result)));

    private static string NormOf(string value)
    {
        var (kind, amount) = (value[..value.IndexOf(' ', StringComparison.Ordinal)], value[(value.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        return StaffWords.Here.Count($"{nameof(NormKind)}.{kind}", int.Parse(amount, CultureInfo.InvariantCulture));
    }
}
