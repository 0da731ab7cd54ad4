using Loket.Kernel;

namespace Loket.Cases.Types;

/// <summary>What a kind of case lacks before it can go live. A draft may lack it: what is filled in is right as far as it goes. Pure.</summary>
public static class TypeGaps
{
    /// <summary>All that is missing, each in words of its own; empty where it can go live.</summary>
    public static IReadOnlyList<Failure> Of(CaseTypeDetails details) => [.. Missing(details)];

    private static IEnumerable<Failure> Missing(CaseTypeDetails details)
    {
        if (details.Results.Count == 0) yield return CaseFailures.ResultsMissing;
        foreach (var status in details.Statuses.Where(status => status.ResidentsNl.Length == 0 || status.ResidentsEn.Length == 0)) yield return CaseFailures.StatusWordsMissing.With(status.Nl);
    }
}
