using Loket.Cases;
using Loket.Cases.Reading;
using Loket.Cases.Tasks;
using Loket.Cases.Types;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Web.Components;

namespace Loket.Web.Pages.Manage.CaseTypes;

/// <summary>What is filled in about the tasks of a kind of case.</summary>
public sealed class TasksForm : IManageForm
{
    private const int Spare = 2;

    /// <summary>The tasks; lines without a name don't count.</summary>
    public List<TaskForm> Tasks { get; set; } = [];

    /// <inheritdoc />
    public int Version { get; set; }

    /// <inheritdoc />
    public IEnumerable<(string Label, string? Text)> Said(Words words) => [("Tasks", string.Join('\n', Tasks.Where(task => !task.IsEmpty).Select(task => $"{task.Nl} / {task.En} / {task.Amount}")))];

    internal static TasksForm Of(CaseTypeSetUp type) => new() { Version = type.Version, Tasks = [.. type.Details.Tasks.Select(TaskForm.Of), .. Empty()] };

    /// <summary>Leaves out the empty lines and puts the others in their order, so that each line has the number that it has in what is saved.
    /// While one of the places is no number, all stay where they are.</summary>
    /// <returns>Whether lines moved.</returns>
    internal bool Close()
    {
        var filled = Tasks.Where(task => !task.IsEmpty).ToList();
        if (filled.TrueForAll(task => task.HasPlace)) filled = [.. filled.OrderBy(task => TypeForm.Number(task.Place) ?? int.MaxValue)];
        var moved = !Tasks.Take(filled.Count).SequenceEqual(filled);
        Tasks = [.. filled, .. Empty()];
        return moved;
    }

    /// <summary>What is filled in, after <see cref="Close"/>.</summary>
    internal Result<IReadOnlyList<TaskType>> Read()
    {
        var read = new List<TaskType>();
        foreach (var (place, task) in Tasks.Where(task => !task.IsEmpty).Index())
        {
            var one = task.Read();
            if (!one.Succeeded) return one.Failure.At($"{nameof(Tasks)}[{place}].{one.Failure.Field}");
            read.Add(one.Value);
        }

        return read;
    }

    private static IEnumerable<TaskForm> Empty() => Enumerable.Range(0, Spare).Select(_ => new TaskForm());
}

/// <summary>One task.</summary>
public sealed class TaskForm
{
    /// <summary>Behind the key of an earlier task: with which answer alone this one comes.</summary>
    public const string Yes = " yes";

    /// <inheritdoc cref="Yes" />
    public const string No = " no";

    /// <summary>Stable name; made of the Dutch name where it is left out.</summary>
    public string? Key { get; set; }

    /// <summary>What, in Dutch.</summary>
    public string? Nl { get; set; }

    /// <summary>What, in English.</summary>
    public string? En { get; set; }

    /// <summary>Who does it: the kind of owner, and behind a space the key of the team or partner or the name of the role.</summary>
    public string? Owner { get; set; } = nameof(TaskOwner.Handler);

    /// <summary>How long it may take.</summary>
    public string? Amount { get; set; } = "5";

    /// <summary>Name of a <see cref="NormKind"/>.</summary>
    public string? Kind { get; set; } = nameof(NormKind.WorkingDays);

    /// <summary>Key of the status at which it is to be done; empty for from the beginning.</summary>
    public string? Status { get; set; }

    /// <summary>Key of the subject for which alone it is; empty for all.</summary>
    public string? Category { get; set; }

    /// <summary>Key of the earlier task after which it comes, with the answer behind it; empty for none.</summary>
    public string? After { get; set; }

    /// <summary>Whether it is done by answering yes or no.</summary>
    public bool IsQuestion { get; set; }

    /// <summary>Whether the case can't be closed before it.</summary>
    public bool BeforeClosing { get; set; }

    /// <summary>Key of the result with which alone the closing waits for it; empty for all.</summary>
    public string? ForResult { get; set; }

    /// <summary>Where it stands among the others: a lower number comes first, none comes last.</summary>
    public string? Place { get; set; }

    /// <summary>Whether it has no name; what stood there is then taken away.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Nl) && string.IsNullOrWhiteSpace(En);

    internal bool HasPlace => string.IsNullOrWhiteSpace(Place) || TypeForm.Number(Place) is not null;

    internal static TaskForm Of(TaskType task, int place) => new()
    {
        Key = task.Key, Nl = task.Nl, En = task.En, Owner = $"{task.Owner} {task.OwnerKey}".TrimEnd(), Amount = TypeForm.Text(task.Norm.Amount), Kind = task.Norm.Kind.ToString(),
        Status = task.Status, Category = task.Category, After = task.After + (task.AfterAnswer switch { true => Yes, false => No, null => "" }),
        IsQuestion = task.IsQuestion, BeforeClosing = task.BeforeClosing, ForResult = task.ForResult, Place = TypeForm.Text(place + 1),
    };

    internal Result<TaskType> Read()
    {
        if (!HasPlace) return CaseFailures.NoPlace;
        if (TypeForm.Number(Amount) is not (>= 1 and <= Norm.MaximumAmount and var amount)) return OrganisationFailures.NoNorm.At(nameof(Amount));
        if (!Enum.TryParse<NormKind>(Kind, out var kind) || !Enum.IsDefined(kind)) return OrganisationFailures.Required.At(nameof(Kind));
        var who = (Owner ?? "").Split(' ', 2);
        if (!Enum.TryParse<TaskOwner>(who[0], out var owner) || !Enum.IsDefined(owner)) return TaskFailures.OwnerMissing;
        var after = (After ?? "").Split(' ', 2);
        return new TaskType(
            string.IsNullOrWhiteSpace(Key) ? "t-" + TypeForm.KeyOf(Nl ?? "") : Key, Nl?.Trim() ?? "", En?.Trim() ?? "", owner, who.ElementAtOrDefault(1), new Norm(kind, amount),
            Chosen(Status), Chosen(Category), Chosen(after[0]), after.Length == 1 ? null : " " + after[1] == Yes, IsQuestion, BeforeClosing, Chosen(ForResult));
    }

    private static string? Chosen(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
