namespace Loket.Demo.Town.Loading;

/// <summary>Which people may know of which sensitive cases: those of the team that owns the subject, and for what partners do, the social team.</summary>
internal static class SensitiveGroups
{
    /// <summary>The groups of a team.</summary>
    public static IEnumerable<string> Of(string team) =>
        Owners.Where(owner => owner == team || (team == TeamKeys.SocialDomain && Partners.Find(owner) is not null)).Select(Name);

    /// <summary>The group of a subject or paper that an owner deals with.</summary>
    public static string Name(string owner) => owner;

    private static IEnumerable<string> Owners => Categories.All.Where(category => category.Confidentiality == Confidentiality.Sensitive).Select(category => category.Owner)
        .Concat(FormalPapers.All.Where(paper => paper.Confidentiality == Confidentiality.Sensitive).Select(paper => paper.Owner)).Distinct(StringComparer.Ordinal);
}
