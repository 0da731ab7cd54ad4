namespace Loket.Organisation.People;

/// <summary>Who stands in for whom, and for them in turn; never the same person twice, so it always ends, also where two stand in for each other.</summary>
internal static class DeputyChain
{
    /// <summary>The deputies of somebody, nearest first, without the person self.</summary>
    public static IReadOnlyList<StaffId> Of(StaffId person, IReadOnlyDictionary<StaffId, StaffId> deputyOf)
    {
        var chain = new List<StaffId>();
        while (deputyOf.TryGetValue(chain.Count == 0 ? person : chain[^1], out var next) && next != person && !chain.Contains(next)) chain.Add(next);
        return chain;
    }
}
