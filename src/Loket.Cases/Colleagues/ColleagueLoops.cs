namespace Loket.Cases.Colleagues;

/// <summary>Whether virtual colleagues would set each other off without end. Pure.</summary>
/// <remarks>What one does never sets off another, so none of this can run; but who sets them up so, means something else than what would happen.</remarks>
public static class ColleagueLoops
{
    /// <summary>Whether one sets itself off.</summary>
    public static bool IsOwn(ColleagueDetails details) => Follows(details).Contains(details.When);

    /// <summary>Those of the others that would in the end set this one off again, after this one had set off them, in that order; empty for none.</summary>
    public static IReadOnlyList<ColleagueDetails> Around(ColleagueDetails one, IReadOnlyCollection<ColleagueDetails> others)
    {
        var ways = new Queue<List<ColleagueDetails>>([[one]]);
        var seen = new HashSet<ColleagueDetails>(ReferenceEqualityComparer.Instance);
        while (ways.TryDequeue(out var way))
        {
            var follows = Follows(way[^1]);
            if (way.Count > 1 && follows.Contains(one.When)) return way[1..];
            foreach (var next in others.Where(other => follows.Contains(other.When) && seen.Add(other))) ways.Enqueue([.. way, next]);
        }

        return [];
    }

    private static HashSet<ColleagueWhen> Follows(ColleagueDetails details) => [.. details.Then.Acts().SelectMany(act => After(act))];

    private static IEnumerable<ColleagueWhen> After(ColleagueAct act) => act switch
    {
        ColleagueAct.SetSubject or ColleagueAct.Route => [ColleagueWhen.Placed],
        ColleagueAct.SetStatus => [ColleagueWhen.StatusSet],
        _ => [],
    };
}
