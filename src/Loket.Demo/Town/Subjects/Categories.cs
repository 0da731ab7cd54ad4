namespace Loket.Demo.Town;

/// <summary>All subcategories of the demo town.</summary>
public static class Categories
{
    /// <summary>By main group, in the order in which the form shows them.</summary>
    public static IReadOnlyList<Category> All { get; } =
        [.. LightingCategories.All, .. RoadCategories.All, .. SurroundingsCategories.All, .. LiveabilityCategories.All, .. SocialCategories.All, .. RegistryCategories.All, .. ActivityCategories.All, .. YouthCategories.All];

    private static readonly Dictionary<string, Category> ByKey = All.ToDictionary(category => category.Key, StringComparer.Ordinal);

    /// <summary>The category with this key.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static Category Of(string key) => ByKey[key];
}
