using System.Text.RegularExpressions;
using Loket.Kernel;

namespace Loket.Cases.Modules;

/// <summary>What the program fills in where a text module is put into a text.</summary>
public enum ModuleField
{
    /// <summary>The number that whoever reads it can say on the telephone.</summary>
    Reference,

    /// <summary>The street, without the number of a house.</summary>
    Street,

    /// <summary>The last day, in words.</summary>
    Deadline,

    /// <summary>The name of who writes.</summary>
    Writer,
}

/// <summary>The text of a module: which fields it has, how it is filled in, and what of it stays open.</summary>
/// <remarks>Fields stand between double braces, in Dutch or English words. There is none for the name of a resident: a text for everybody who asked could tell one who another is.
/// What can't be filled in becomes a gap that nobody types by chance, and that is looked for before the text goes anywhere.</remarks>
public static partial class ModuleText
{
    private const string English = "en";

    private static readonly (ModuleField Field, string Nl, string En)[] Names =
    [
        (ModuleField.Reference, "kenmerk", "reference"), (ModuleField.Street, "straat", "street"), (ModuleField.Deadline, "uiterlijk", "deadline"),
        (ModuleField.Writer, "mijn naam", "my name"),
    ];

    /// <summary>What the fields are called in a language.</summary>
    public static IReadOnlyList<string> NamesIn(string language) => [.. Names.Select(one => language == English ? one.En : one.Nl)];

    /// <summary>What is wrong with the fields of a text; null for nothing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">The language in which the fields that there are, are told.</param>
    public static Failure? Check(string text, string language)
    {
        var known = string.Join(", ", NamesIn(language));
        foreach (Match field in Field().Matches(text))
        {
            var name = field.Groups["name"].Value;
            if (Find(name) is null) return ModuleFailures.FieldUnknown.With(name.Trim(), known);
        }

        var rest = Field().Replace(text, "");
        return rest.Contains("{{", StringComparison.Ordinal) || rest.Contains("}}", StringComparison.Ordinal) ? ModuleFailures.FieldOpen.With(known) : null;
    }

    /// <summary>The text with its fields filled in; what has no value becomes a gap.</summary>
    public static string Fill(string text, string language, IReadOnlyDictionary<ModuleField, string> values) => Field().Replace(text, field =>
        Find(field.Groups["name"].Value) is not { } known ? field.Value
            : values.TryGetValue(known, out var value) && value.Length > 0 ? value
            : GapOf(known, language));

    /// <summary>What in a text is still to be filled in.</summary>
    public static IReadOnlyList<string> Gaps(string? text) => [.. Gap().Matches(text ?? "").Select(gap => gap.Groups["name"].Value).Distinct(StringComparer.Ordinal)];

    private static string GapOf(ModuleField field, string language)
    {
        var (_, dutch, english) = Names.First(one => one.Field == field);
        return language == English ? $"[[fill in: {english}]]" : $"[[vul in: {dutch}]]";
    }

    private static ModuleField? Find(string name)
    {
        var sought = name.Trim();
        foreach (var (field, dutch, english) in Names)
        {
            if (string.Equals(sought, dutch, StringComparison.OrdinalIgnoreCase) || string.Equals(sought, english, StringComparison.OrdinalIgnoreCase)) return field;
        }

        return null;
    }

    [GeneratedRegex(@"\{\{(?<name>[^{}]*)\}\}", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Field();

    [GeneratedRegex(@"\[\[(vul in|fill in): (?<name>[^\[\]\r\n]{1,60})\]\]", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Gap();
}
