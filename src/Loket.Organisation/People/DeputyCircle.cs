namespace Loket.Organisation.People;

/// <summary>Who stand in for each other in a circle: when all of them are away, their work is the team's. Pure.</summary>
public static class DeputyCircle
{
    /// <summary>The others of the circle in which somebody is, in the order in which they stand in; empty for who is in none.</summary>
    /// <param name="person">Who.</param>
    /// <param name="all">Everybody who works here.</param>
    public static IReadOnlyList<StaffCard> Of(StaffCard person, IReadOnlyCollection<StaffCard> all)
    {
        var cards = all.ToDictionary(card => card.Id);
        var chain = DeputyChain.Of(person.Id, cards.Values.Where(card => card.Deputy is not null).ToDictionary(card => card.Id, card => card.Deputy!.Value));
        return chain is [.., var last] && cards.TryGetValue(last, out var closes) && closes.Deputy == person.Id
            ? [.. chain.Where(cards.ContainsKey).Select(id => cards[id])] : [];
    }
}
