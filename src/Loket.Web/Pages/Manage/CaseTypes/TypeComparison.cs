using System.Globalization;
using Loket.Cases;
using Loket.Cases.Types;
using Loket.Kernel.Calendars;
using Loket.Organisation.Rights;
using Loket.Web.Components;
using Loket.Web.Pages.Staff;

namespace Loket.Web.Pages.Manage.CaseTypes;

/// <summary>Two versions of a kind of case side by side.</summary>
/// <param name="Id">Identifier of the table, unique on the page.</param>
/// <param name="Before">The older one; null for none.</param>
/// <param name="After">The newer one.</param>
/// <param name="Differences">In what they differ.</param>
/// <param name="Names">Names of what they refer to; what is no longer there is told by its key.</param>
public sealed record TypeComparison(string Id, CaseTypeDetails? Before, CaseTypeDetails After, IReadOnlyList<TypeDifference> Differences, NameBook Names)
{
    /// <summary>What differs, in the reader's words.</summary>
    /// <param name="difference">One of the differences.</param>
    /// <param name="words">The texts beside the table.</param>
    public string What(TypeDifference difference, Words words)
    {
        if (difference.Part == TypePart.Type) return words["Field." + difference.Field];
        var part = words["Part." + difference.Part, difference is { Part: TypePart.Text, Of: { } of } ? TextOf(of, words) : NameOf(difference.Part, difference.Of)];
        if (difference is { Field: TypeField.NameNl, Before: null } or { Field: TypeField.NameNl, After: null }) return part;
        return $"{part}: {words[difference is { Part: TypePart.Text, Field: TypeField.NameNl } ? "Field.Subject" : "Field." + difference.Field]}";
    }

    /// <summary>What is set, in the reader's words.</summary>
    /// <param name="field">Of what.</param>
    /// <param name="value">As it is set.</param>
    /// <param name="words">The texts beside the table.</param>
    public string Value(TypeField field, string value, Words words) => field switch
    {
        TypeField.Confidentiality => words["Confidentiality." + value],
        TypeField.Solved or TypeField.Tells or TypeField.IsQuestion or TypeField.BeforeClosing => words.YesNo(value == bool.TrueString),
        TypeField.Nomination => words["Nomination." + value],
        TypeField.Stage => StaffWords.Here[$"{nameof(CaseStatus)}.{value}"],
        TypeField.StatusOrder => string.Join(", ", value.Split(' ').Select(key => NameOf(TypePart.Status, key))),
        TypeField.TaskOrder => string.Join(", ", value.Split(' ').Select(key => NameOf(TypePart.Task, key))),
        TypeField.AtStatus => NameOf(TypePart.Status, value),
        TypeField.After => value.Split(' ') is [var task, var answer] ? $"{NameOf(TypePart.Task, task)} ({words.YesNo(answer == bool.TrueString)})" : NameOf(TypePart.Task, value),
        TypeField.ForResult => NameOf(TypePart.Result, value),
        TypeField.Category => Names.Category(value) ?? value,
        TypeField.Owner => value.Split(' ') is [var kind, var owner] ? words["Owner." + kind, OwnerOf(kind, owner)] : words["Owner." + value],
        TypeField.Norm => NormOf(value),
        _ => value,
    };

    /// <summary>Name of a text of a message, with its language.</summary>
    /// <param name="key">Its key and its language, with a space between.</param>
    /// <param name="words">Any texts.</param>
    public static string TextOf(string key, Words words) => key.Split(' ') is [var template, var language] ? $"{words["Text." + template]} ({words["Language." + language]})" : key;

    private string OwnerOf(string kind, string key) => kind switch
    {
        nameof(TaskOwner.Team) => Names.Teams.FirstOrDefault(team => team.Key == key)?.Name ?? key,
        nameof(TaskOwner.Partner) => Names.Partners.FirstOrDefault(partner => partner.Key == key)?.Name ?? key,
        _ => Enum.TryParse<Role>(key, out var role) ? StaffWords.Here.Of(role) : key,
    };

    // A task may name a status that is gone: the list of what is missing says so.
    private string NameOf(TypePart part, string? key) =>
        NamesIn(After).Concat(Before is null ? [] : NamesIn(Before)).FirstOrDefault(one => one.Part == part && one.Key == key).Name ?? key ?? "";

    private static IEnumerable<(TypePart Part, string Key, string Name)> NamesIn(CaseTypeDetails details) =>
        details.Results.Select(result => (TypePart.Result, result.Key, NameBook.Of(result))).Concat(details.Statuses.Select(status => (TypePart.Status, status.Key, NameBook.Of(status))))
            .Concat(details.Tasks.Select(task => (TypePart.Task, task.Key, NameBook.Of(task))));

    private static string NormOf(string value)
    {
        var (kind, amount) = (value[..value.IndexOf(' ', StringComparison.Ordinal)], value[(value.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        return StaffWords.Here.Count($"{nameof(NormKind)}.{kind}", int.Parse(amount, CultureInfo.InvariantCulture));
    }
}
