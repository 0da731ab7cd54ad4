using Loket.Cases.Tasks;
using Loket.Kernel;

namespace Loket.Cases.Types;

/// <summary>What a kind of case lacks before it can go live. A draft may lack it: what is filled in is right as far as it goes. Pure.</summary>
public static class TypeGaps
{
    /// <summary>All that is missing, each in words of its own; empty where it can go live.</summary>
    /// <param name="details">What is set up.</param>
    /// <param name="owners">The teams and partners that there are.</param>
    public static IReadOnlyList<Failure> Of(CaseTypeDetails details, IReadOnlySet<(TaskOwner, string)> owners) => [.. Missing(details, owners)];

    private static IEnumerable<Failure> Missing(CaseTypeDetails details, IReadOnlySet<(TaskOwner, string)> owners)
    {
        if (details.Results.Count == 0) yield return CaseFailures.ResultsMissing;
        foreach (var status in details.Statuses.Where(status => status.ResidentsNl.Length == 0 || status.ResidentsEn.Length == 0)) yield return CaseFailures.StatusWordsMissing.With(status.Nl);
        foreach (var task in details.Tasks)
        {
            if (task.Status is not null && details.Statuses.All(status => status.Key != task.Status)) yield return TaskFailures.StatusGone.With(task.Nl);
            if (task.ForResult is not null && details.Results.All(result => result.Key != task.ForResult)) yield return TaskFailures.ResultGone.With(task.Nl);
            if (task.Owner is TaskOwner.Team or TaskOwner.Partner && !owners.Contains((task.Owner, task.OwnerKey!))) yield return TaskFailures.OwnerGone.With(task.Nl);
        }
    }
}
