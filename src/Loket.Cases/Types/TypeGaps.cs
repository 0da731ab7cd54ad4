using System.Globalization;
using Loket.Cases.Tasks;
using Loket.Kernel;
using Loket.Messages.Templates;

namespace Loket.Cases.Types;

/// <summary>What a kind of case lacks before it can go live. A draft may lack it: what is filled in is right as far as it goes. Pure.</summary>
public static class TypeGaps
{
    /// <summary>All that is missing, each in words of its own; empty where it can go live.</summary>
    /// <param name="details">What is set up.</param>
    /// <param name="known">What it can refer to.</param>
    public static IReadOnlyList<Failure> Of(CaseTypeDetails details, TypeReferences known) => [.. Missing(details, known)];

    /// <summary>The text that a gap is about; null for none.</summary>
    public static TypeText? TextOf(CaseTypeDetails details, Failure gap) => details.Texts.Where((_, place) => gap.Field == PlaceOf(place)).FirstOrDefault();

    private static string PlaceOf(int place) => string.Create(CultureInfo.InvariantCulture, $"{nameof(CaseTypeDetails.Texts)}[{place}]");

    private static IEnumerable<Failure> Missing(CaseTypeDetails details, TypeReferences known)
    {
        if (details.Results.Count == 0) yield return CaseFailures.ResultsMissing;
        foreach (var result in details.Results)
        {
            if (result.Ground is null && known.Selection.Count > 0) yield return CaseFailures.GroundMissing.With(result.Nl);
            if (result.Ground is not null && !known.Selection.Any(result.Agrees)) yield return CaseFailures.GroundChanged.With(result.Nl, result.Ground);
        }

        foreach (var (place, text) in details.Texts.Index())
        {
            var wrong = CheckTemplate.Wrong(text.Template, text.Language, text.Text);
            foreach (var one in wrong is null ? CheckTemplate.Lacks(text.Template, text.Language, text.Text) : [wrong]) yield return one.At(PlaceOf(place));
            if (details.Texts.Count(other => other.Template == text.Template) < TypeTexts.Languages.Count) yield return CaseFailures.TextLanguageMissing.At(PlaceOf(place));
        }

        foreach (var status in details.Statuses.Where(status => status.ResidentsNl.Length == 0 || status.ResidentsEn.Length == 0)) yield return CaseFailures.StatusWordsMissing.With(status.Nl);
        foreach (var task in details.Tasks)
        {
            if (task.Status is not null && details.Statuses.All(status => status.Key != task.Status)) yield return TaskFailures.StatusGone.With(task.Nl);
            if (task.Category is not null && !known.Categories.Contains(task.Category)) yield return TaskFailures.CategoryGone.With(task.Nl);
            if (task.ForResult is not null && details.Results.All(result => result.Key != task.ForResult)) yield return TaskFailures.ResultGone.With(task.Nl);
            if (task.Owner is TaskOwner.Team or TaskOwner.Partner && !known.Owners.Contains((task.Owner, task.OwnerKey!))) yield return TaskFailures.OwnerGone.With(task.Nl);
        }
    }
}
