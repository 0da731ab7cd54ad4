namespace Loket.Organisation.Rights;

/// <summary>One bound: of these areas, and of these kinds of case. An empty list bounds nothing.</summary>
/// <param name="areas">Keys of areas, with all that they hold.</param>
/// <param name="types">Keys of kinds of case.</param>
public sealed class Bound(IEnumerable<string> areas, IEnumerable<string> types)
{
    /// <summary>Everywhere and of every kind.</summary>
    public static Bound Open { get; } = new([], []);

    /// <summary>The areas; empty for everywhere.</summary>
    public string[] Areas { get; } = [.. areas];

    /// <summary>The kinds of case; empty for all.</summary>
    public string[] Types { get; } = [.. types];

    /// <summary>Whether it bounds nothing.</summary>
    public bool IsOpen => Areas.Length == 0 && Types.Length == 0;

    /// <summary>What lies in both; null where nothing does.</summary>
    internal Bound? And(Bound other) => Both(Areas, other.Areas) is { } both && Both(Types, other.Types) is { } kinds ? new Bound(both, kinds) : null;

    private static string[]? Both(string[] one, string[] other)
    {
        if (one.Length == 0) return other;
        if (other.Length == 0) return one;
        string[] both = [.. one.Intersect(other, StringComparer.Ordinal)];
        return both.Length == 0 ? null : both;
    }
}

/// <summary>Of which areas and kinds somebody may know cases (decision 0040): of any of their teams, and within their own.</summary>
public sealed class Bounds
{
    private readonly IReadOnlyList<Bound>? oneOf;

    private Bounds(IReadOnlyList<Bound>? oneOf) => this.oneOf = oneOf;

    /// <summary>Not bounded.</summary>
    public static Bounds None { get; } = new(null);

    /// <summary>Whether they bound nothing.</summary>
    public bool IsNone => oneOf is null;

    /// <summary>What is seen lies within one of these; none of them: nothing is.</summary>
    public IReadOnlyList<Bound> OneOf => oneOf ?? [Bound.Open];

    /// <summary>The areas that a bound comes to: those that were chosen, with all that they hold. One that is no longer in the list of areas holds nothing and stays itself: an empty
    /// bound would open everything.</summary>
    /// <param name="chosen">The areas that were chosen.</param>
    /// <param name="within">What they hold now, themselves included as far as they are there.</param>
    internal static IReadOnlyList<string> Spread(IReadOnlyList<string> chosen, IReadOnlyList<string> within) => [.. within.Union(chosen, StringComparer.Ordinal)];

    /// <summary>Whether something lies within them: the same as <see cref="BoundedReads.Within"/> says, of what is in hand.</summary>
    /// <param name="area">Key of its area; what has none lies in none.</param>
    /// <param name="type">Key of its kind of case; bounds of kind say nothing of what has none.</param>
    public bool Holds(string? area, string? type) =>
        OneOf.Any(bound => (bound.Areas.Length == 0 || bound.Areas.Contains(area)) && (bound.Types.Length == 0 || type is null || bound.Types.Contains(type)));

    /// <summary>Puts them together: a team that is not bounded opens all. Who is in no team is bounded by their own alone, and sees nothing as soon as any team is bounded:
    /// else leaving a team would lift its bound.</summary>
    /// <param name="own">That of the person.</param>
    /// <param name="teams">Those of their teams.</param>
    /// <param name="isAnyTeamBounded">Whether there is a team that is bounded, theirs or another.</param>
    public static Bounds Of(Bound own, IReadOnlyCollection<Bound> teams, bool isAnyTeamBounded)
    {
        if (teams.Count == 0 && isAnyTeamBounded) return new Bounds([]);
        IReadOnlyCollection<Bound> theirs = teams.Count == 0 || teams.Any(team => team.IsOpen) ? [Bound.Open] : teams;
        List<Bound> both = [.. theirs.Select(team => team.And(own)).OfType<Bound>()];
        return both.Exists(one => one.IsOpen) ? None : new Bounds(both);
    }
}
