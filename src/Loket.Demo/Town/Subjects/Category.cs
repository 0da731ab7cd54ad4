using Loket.Kernel.Calendars;

namespace Loket.Demo.Town;

/// <summary>What a contact is about: a subcategory of one of the five main groups.</summary>
/// <param name="Key">Stable, lower case, without spaces.</param>
/// <param name="Definition">One sentence; what it is and, where people err, what it is not.</param>
/// <param name="Owner">Key of the team or partner that acts when no rule says otherwise.</param>
/// <param name="Portfolio">Key of the portfolio of an alderman.</param>
public sealed record Category(string Key, string MainGroup, Words Name, Words Definition, Norm Norm, string Owner, string Portfolio, Confidentiality Confidentiality)
{
    /// <summary>Something outside at a place: a report of public space.</summary>
    public bool IsReport { get; init; }

    /// <summary>The kind of object that it is about, if any.</summary>
    public AssetKind? Object { get; init; }

    /// <summary>Within how many metres another contact without an object number may be about the same.</summary>
    public int RepeatRadiusMetres { get; init; } = 30;

    /// <summary>Always danger: people can be hurt today.</summary>
    public bool IsDanger { get; init; }

    /// <summary>Words, Dutch and English, that make a contact of this category urgent.</summary>
    public IReadOnlyList<string> DangerWords { get; init; } = [];

    /// <summary>The public example that the cut and the norm lean on: subcategory of the Signalen application of Amsterdam (MPL-2.0); facts only, words are our own.</summary>
    public string? Inspiration { get; init; }
}
