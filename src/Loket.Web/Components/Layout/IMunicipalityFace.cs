namespace Loket.Web.Components;

/// <summary>How the municipality whose site this is shows itself: on every page, before anybody has signed in.</summary>
public interface IMunicipalityFace
{
    /// <summary>Its name as residents know it, for example "Gemeente Haarlemmermeer".</summary>
    string Name { get; }

    /// <summary>The number to call, in groups, for example "023 555 01 23"; null when there is none.</summary>
    string? Phone { get; }

    /// <summary>The links at the bottom of public pages, in the reader's language: desks, accessibility, privacy. Only pages that exist.</summary>
    IReadOnlyList<Crumb> FooterLinks { get; }
}
