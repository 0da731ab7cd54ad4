using System.Globalization;

namespace Loket.Cases.Types;

/// <summary>What belongs to a kind of case more than once, each with a name of its own.</summary>
public enum TypePart
{
    /// <summary>The kind itself.</summary>
    Type,

    /// <summary>A way in which a case can end.</summary>
    Result,

    /// <summary>A status that a case can have.</summary>
    Status,

    /// <summary>Something that has to be done.</summary>
    Task,

    /// <summary>A text of a message: key and language, with a space between.</summary>
    Text,
}

/// <summary>What can be set of a kind of case, or of a part of it.</summary>
public enum TypeField
{
    /// <summary>The name in Dutch; a part that is new or gone is told by this alone.</summary>
    NameNl,

    /// <summary>The name in English.</summary>
    NameEn,

    /// <summary>Who may know of it.</summary>
    Confidentiality,

    /// <summary>The group that may, where it is sensitive.</summary>
    SensitiveGroup,

    /// <summary>The promised time: its kind and its amount, with a space between.</summary>
    Norm,

    /// <summary>How long after its end a repeat reopens it, in days.</summary>
    ReopenDays,

    /// <summary>Whether the resident's problem is gone.</summary>
    Solved,

    /// <summary>How long a case is kept after it, in years.</summary>
    Years,

    /// <summary>The number of the entry of the selection list by which it is.</summary>
    Ground,

    /// <summary>What becomes of the case then.</summary>
    Nomination,

    /// <summary>The body of a text.</summary>
    Body,

    /// <summary>The short form of a text.</summary>
    Short,

    /// <summary>The stage to which a status belongs.</summary>
    Stage,

    /// <summary>What residents read, in Dutch.</summary>
    ResidentsNl,

    /// <summary>What residents read, in English.</summary>
    ResidentsEn,

    /// <summary>Whether residents are told.</summary>
    Tells,

    /// <summary>In which order the statuses stand: their keys, with spaces between.</summary>
    StatusOrder,

    /// <summary>Who does a task: the kind of owner, and behind a space the key of the team or partner or the name of the role.</summary>
    Owner,

    /// <summary>Key of the status at which a task is to be done.</summary>
    AtStatus,

    /// <summary>Key of the subject for which alone a task is.</summary>
    Category,

    /// <summary>Key of the task after which a task comes, and behind a space the answer with which alone it does.</summary>
    After,

    /// <summary>Whether a task is done by answering yes or no.</summary>
    IsQuestion,

    /// <summary>Whether a case can't be closed before a task.</summary>
    BeforeClosing,

    /// <summary>Key of the result with which alone that counts.</summary>
    ForResult,

    /// <summary>In which order the tasks stand: their keys, with spaces between.</summary>
    TaskOrder,

    /// <summary>The legal ground on which the national number is needed.</summary>
    NumberGround,
}

/// <summary>One thing that is set.</summary>
/// <param name="Part">Of what.</param>
/// <param name="Of">The key of the part; null for the kind itself.</param>
/// <param name="Field">What.</param>
/// <param name="Value">As it is set, in no language: a text that was typed, a number, the name of a choice.</param>
public sealed record TypeLine(TypePart Part, string? Of, TypeField Field, string Value);

/// <summary>One thing that is set otherwise.</summary>
/// <param name="Part">Of what.</param>
/// <param name="Of">The key of the part; null for the kind itself.</param>
/// <param name="Field">What; the Dutch name alone where a whole part is new or gone.</param>
/// <param name="Before">As it is live; null for not at all.</param>
/// <param name="After">As it is in the draft; null for not at all.</param>
public sealed record TypeDifference(TypePart Part, string? Of, TypeField Field, string? Before, string? After);

/// <summary>In what a draft of a kind of case differs from what is live, field by field. Pure.</summary>
public static class TypeDifferences
{
    /// <summary>The differences, in the order in which things are set; those that are gone last.</summary>
    /// <param name="live">What is live; null where nothing is yet.</param>
    /// <param name="draft">What is worked on.</param>
    public static IReadOnlyList<TypeDifference> Between(CaseTypeDetails? live, CaseTypeDetails draft)
    {
        var (was, becomes) = (live is null ? [] : LinesOf(live), LinesOf(draft));
        var (before, after) = (ByPlace(was), ByPlace(becomes));
        var (stood, stands) = (Parts(was), Parts(becomes));
        return
        [
            .. Reordered(TypeField.StatusOrder, live?.Statuses.Select(status => status.Key) ?? [], draft.Statuses.Select(status => status.Key)),
            .. Reordered(TypeField.TaskOrder, live?.Tasks.Select(task => task.Key) ?? [], draft.Tasks.Select(task => task.Key)),
            .. from line in becomes
               let old = before.GetValueOrDefault(Place(line))
               where old != line.Value && (line.Field == TypeField.NameNl || stood.Contains((line.Part, line.Of)))
               select new TypeDifference(line.Part, line.Of, line.Field, old, line.Value),
            .. from line in was
               where !after.ContainsKey(Place(line)) && (line.Field == TypeField.NameNl || stands.Contains((line.Part, line.Of)))
               select new TypeDifference(line.Part, line.Of, line.Field, line.Value, null),
        ];
    }

    /// <summary>All that is set; what is empty is left out.</summary>
    public static IReadOnlyList<TypeLine> LinesOf(CaseTypeDetails details) =>
    [
        .. new TypeLine[]
        {
            new(TypePart.Type, null, TypeField.NameNl, details.NameNl), new(TypePart.Type, null, TypeField.NameEn, details.NameEn),
            new(TypePart.Type, null, TypeField.Confidentiality, details.Confidentiality.ToString()),
            new(TypePart.Type, null, TypeField.SensitiveGroup, details.SensitiveGroup ?? ""),
            new(TypePart.Type, null, TypeField.Norm, $"{details.Norm.Kind} {Text(details.Norm.Amount)}"),
            new(TypePart.Type, null, TypeField.ReopenDays, Text(details.ReopenDays)), new(TypePart.Type, null, TypeField.NumberGround, details.NumberGround ?? ""),
        }.Concat(details.Statuses.SelectMany(LinesOf)).Concat(details.Tasks.SelectMany(LinesOf)).Concat(details.Results.SelectMany(LinesOf)).Concat(details.Texts.SelectMany(LinesOf)).Where(line => line.Value.Length > 0),
    ];

    // Only of those that stand in both: what is new or gone is told as that.
    private static IEnumerable<TypeDifference> Reordered(TypeField field, IEnumerable<string> before, IEnumerable<string> after)
    {
        var (was, becomes) = (before.ToList(), after.ToList());
        was.RemoveAll(key => !becomes.Contains(key));
        becomes.RemoveAll(key => !was.Contains(key));
        if (!was.SequenceEqual(becomes)) yield return new TypeDifference(TypePart.Type, null, field, string.Join(' ', was), string.Join(' ', becomes));
    }

    private static IEnumerable<TypeLine> LinesOf(StatusType status) =>
    [
        new(TypePart.Status, status.Key, TypeField.NameNl, status.Nl), new(TypePart.Status, status.Key, TypeField.NameEn, status.En),
        new(TypePart.Status, status.Key, TypeField.Stage, status.Stage.ToString()),
        new(TypePart.Status, status.Key, TypeField.ResidentsNl, status.ResidentsNl), new(TypePart.Status, status.Key, TypeField.ResidentsEn, status.ResidentsEn),
        new(TypePart.Status, status.Key, TypeField.Tells, status.Tells.ToString()),
    ];

    private static IEnumerable<TypeLine> LinesOf(TaskType task) =>
    [
        new(TypePart.Task, task.Key, TypeField.NameNl, task.Nl), new(TypePart.Task, task.Key, TypeField.NameEn, task.En),
        new(TypePart.Task, task.Key, TypeField.Owner, $"{task.Owner} {task.OwnerKey}".TrimEnd()),
        new(TypePart.Task, task.Key, TypeField.Norm, $"{task.Norm.Kind} {Text(task.Norm.Amount)}"),
        new(TypePart.Task, task.Key, TypeField.AtStatus, task.Status ?? ""), new(TypePart.Task, task.Key, TypeField.Category, task.Category ?? ""),
        new(TypePart.Task, task.Key, TypeField.After, $"{task.After} {task.AfterAnswer}".Trim()),
        new(TypePart.Task, task.Key, TypeField.IsQuestion, task.IsQuestion.ToString()), new(TypePart.Task, task.Key, TypeField.BeforeClosing, task.BeforeClosing.ToString()),
        new(TypePart.Task, task.Key, TypeField.ForResult, task.ForResult ?? ""),
    ];

    private static IEnumerable<TypeLine> LinesOf(ResultType result) =>
    [
        new(TypePart.Result, result.Key, TypeField.NameNl, result.Nl), new(TypePart.Result, result.Key, TypeField.NameEn, result.En),
        new(TypePart.Result, result.Key, TypeField.Solved, result.Solved.ToString()), new(TypePart.Result, result.Key, TypeField.Years, Text(result.RetentionYears)),
        new(TypePart.Result, result.Key, TypeField.Ground, result.Ground ?? ""), new(TypePart.Result, result.Key, TypeField.Nomination, result.Nomination.ToString()),
    ];

    // What a text begins with is its subject: that names it as well.
    private static IEnumerable<TypeLine> LinesOf(TypeText text)
    {
        var of = $"{text.Template} {text.Language}";
        yield return new TypeLine(TypePart.Text, of, TypeField.NameNl, text.Text.Subject);
        yield return new TypeLine(TypePart.Text, of, TypeField.Body, text.Text.Body);
        yield return new TypeLine(TypePart.Text, of, TypeField.Short, text.Text.Short);
    }

    private static Dictionary<(TypePart, string?, TypeField), string> ByPlace(IEnumerable<TypeLine> lines) => lines.ToDictionary(Place, line => line.Value);

    private static HashSet<(TypePart, string?)> Parts(IEnumerable<TypeLine> lines) => [.. lines.Select(line => (line.Part, line.Of))];

    private static (TypePart, string?, TypeField) Place(TypeLine line) => (line.Part, line.Of, line.Field);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
