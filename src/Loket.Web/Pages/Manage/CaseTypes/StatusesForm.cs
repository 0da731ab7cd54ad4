using Loket.Cases;
using Loket.Cases.Reading;
using Loket.Cases.Types;
using Loket.Kernel;
using Loket.Web.Components;
using Loket.Web.Pages.Staff;

namespace Loket.Web.Pages.Manage.CaseTypes;

/// <summary>What is filled in about the statuses of a kind of case.</summary>
public sealed class StatusesForm : IManageForm
{
    private const int Spare = 2;

    /// <summary>The statuses; lines in which nothing is said don't count.</summary>
    public List<StatusForm> Statuses { get; set; } = [];

    /// <inheritdoc />
    public int Version { get; set; }

    /// <inheritdoc />
    public IEnumerable<(string Label, string? Text)> Said(Words words) =>
    [
        ("Statuses", string.Join('\n', Statuses.Where(status => !status.IsEmpty).Select(status =>
            $"{status.Nl} / {status.En} / {StaffWords.Here[$"{nameof(CaseStatus)}.{status.Stage}"]} / {status.ResidentsNl} / {status.ResidentsEn} / {words.YesNo(status.Tells)}"))),
    ];

    internal static StatusesForm Of(CaseTypeSetUp type) => new()
    {
        Version = type.Version,
        Statuses = [.. type.Details.Statuses.Select(StatusForm.Of), .. Empty()],
    };

    /// <summary>Leaves out the empty lines and puts the others in their order, so that each line has the number that it has in what is saved.
    /// While one of the places is no number, all stay where they are.</summary>
    /// <returns>Whether lines moved.</returns>
    internal bool Close()
    {
        var filled = Statuses.Where(status => !status.IsEmpty).ToList();
        if (filled.TrueForAll(status => status.HasPlace)) filled = [.. filled.OrderBy(status => TypeForm.Number(status.Place) ?? int.MaxValue)];
        var moved = !Statuses.Take(filled.Count).SequenceEqual(filled);
        Statuses = [.. filled, .. Empty()];
        return moved;
    }

    /// <summary>What is filled in, after <see cref="Close"/>.</summary>
    internal Result<IReadOnlyList<StatusType>> Read()
    {
        var filled = Statuses.Where(status => !status.IsEmpty).ToList();
        if (filled.FindIndex(status => !status.HasPlace) is >= 0 and var misplaced) return CaseFailures.NoPlace.At($"{nameof(Statuses)}[{misplaced}].{nameof(StatusForm.Place)}");
        if (filled.FindIndex(status => status.InStage is null) is >= 0 and var wrong) return CaseFailures.StageMissing.At($"{nameof(Statuses)}[{wrong}].{nameof(StatusForm.Stage)}");
        return filled.ConvertAll(status => status.Read());
    }

    private static IEnumerable<StatusForm> Empty() => Enumerable.Range(0, Spare).Select(_ => new StatusForm());
}

/// <summary>One status.</summary>
public sealed class StatusForm
{
    /// <summary>Stable name; made of the Dutch name where it is left out.</summary>
    public string? Key { get; set; }

    /// <summary>For colleagues, in Dutch.</summary>
    public string? Nl { get; set; }

    /// <summary>For colleagues, in English.</summary>
    public string? En { get; set; }

    /// <summary>Name of a <see cref="CaseStatus"/>.</summary>
    public string? Stage { get; set; } = nameof(CaseStatus.InProgress);

    /// <summary>For residents, in Dutch.</summary>
    public string? ResidentsNl { get; set; }

    /// <summary>For residents, in English.</summary>
    public string? ResidentsEn { get; set; }

    /// <summary>Whether residents get a message when it is set.</summary>
    public bool Tells { get; set; }

    /// <summary>Where it stands among the others: a lower number comes first, none comes last.</summary>
    public string? Place { get; set; }

    /// <summary>Whether nothing is said; what stood there is then taken away.</summary>
    public bool IsEmpty => new[] { Nl, En, ResidentsNl, ResidentsEn }.All(string.IsNullOrWhiteSpace);

    internal bool HasPlace => string.IsNullOrWhiteSpace(Place) || TypeForm.Number(Place) is not null;

    internal CaseStatus? InStage => Enum.TryParse<CaseStatus>(Stage, out var stage) ? stage : null;

    internal static StatusForm Of(StatusType status, int place) => new()
    {
        Key = status.Key, Nl = status.Nl, En = status.En, Stage = status.Stage.ToString(), ResidentsNl = status.ResidentsNl, ResidentsEn = status.ResidentsEn,
        Tells = status.Tells, Place = TypeForm.Text(place + 1),
    };

    internal StatusType Read() => new(
        string.IsNullOrWhiteSpace(Key) ? "s-" + TypeForm.KeyOf(Nl ?? "") : Key, Nl?.Trim() ?? "", En?.Trim() ?? "", InStage!.Value, Sentence(ResidentsNl), Sentence(ResidentsEn), Tells);

    private static string Sentence(string? typed) => (typed ?? "").ReplaceLineEndings(" ").Trim();
}
