using Xunit;

namespace Loket.Faults;

/// <summary>Compares what clients remember and what arrived outside with what the program says.</summary>
internal sealed class Check(FaultyTown town, Crowd crowd)
{
    // As many as a worker sends at once.
    private const int MostInFlight = 8;

    private readonly List<(int Mails, int Texts)> kills = [];

    /// <summary>The program has just been taken down. What it had sent may still lie between it and the servers outside: when nobody is connected any
    /// more, what has arrived came from the one that was killed, and all that follows comes from the next.</summary>
    public async Task Killed(CancellationToken cancel)
    {
        await town.Mail.Settled(cancel);
        await town.Http.Settled(cancel);
        kills.Add((town.Mail.Arrived.Count, town.Http.Requests.Count));
    }

    /// <summary>What arrived, by message: how many came how often, and each that came more than once, with the rounds that ended before it came again.</summary>
    public IEnumerable<string> RawArrivals() =>
        Lines("mails", [.. town.Mail.Arrived.Select(mail => mail.MessageId)], kill => kill.Mails).Concat(Lines("texts", [.. town.Http.Requests.Select(text => text.Key)], kill => kill.Texts));

    private IEnumerable<string> Lines(string what, IReadOnlyList<string> arrived, Func<(int Mails, int Texts), int> before)
    {
        var messages = arrived.Select((name, place) => (name, place)).ToLookup(one => one.name, one => one.place, StringComparer.Ordinal);
        yield return $"{arrived.Count} {what} arrived of {messages.Count} messages: {string.Join(", ", messages.CountBy(one => one.Count()).OrderBy(one => one.Key).Select(one => $"{one.Value} came {one.Key}×"))}";
        foreach (var message in messages.Where(one => one.Count() > 1))
            yield return $"  {message.Key} came {message.Count()}×, first in round {string.Join(", again in round ", message.Order().Select(place => kills.Count(kill => before(kill) <= place) + 1))}";
    }

    /// <summary>Checks all of it; says in a line what was found.</summary>
    public async Task<string> Everything(CancellationToken cancel)
    {
        var matters = (await town.Rows<(string Text, string Reference)>("SELECT text, reference FROM matters WHERE text LIKE '%wens-%'"))
            .ToLookup(row => row.Text[row.Text.IndexOf("wens-", StringComparison.Ordinal)..], row => row.Reference, StringComparer.Ordinal);
        foreach (var wish in crowd.Wishes)
        {
            var found = matters[wish.Mark].ToList();
            if (wish.Acknowledged is { } reference) Assert.Equal([reference], found);
            else Assert.True(found.Count <= 1, $"{wish.Key} was never acknowledged and stands there {found.Count} times.");
        }

        Assert.Equal(0, await town.Count("SELECT count(*) FROM (SELECT 1 FROM contacts c LEFT JOIN matters m ON m.contact_id = c.id WHERE m.outcome IS NULL) AS loose"));
        var journal = await town.Journal(cancel);
        Assert.Null(journal.Break);
        var (mails, texts) = (await Arrivals(), await TextArrivals());
        var acknowledged = crowd.Wishes.Count(wish => wish.Acknowledged is not null);
        return $"asked {crowd.Wishes.Count}, acknowledged {acknowledged}; arrived {town.Mail.Arrived.Count} mails ({mails} twice) and {town.Http.Requests.Count} texts ({texts} twice); {journal.Linked} links whole";
    }

    private async Task<int> Arrivals()
    {
        var arrived = town.Mail.Arrived;
        var people = arrived.SelectMany(mail => mail.To).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Assert.All(crowd.Wishes.Where(wish => wish is { Acknowledged: not null, Mail: not null }), wish => Assert.Contains(wish.Mail!, people));
        return await Once("Email", [.. arrived.Select(mail => mail.MessageId.Split('@')[0])], kill => kill.Mails);
    }

    private async Task<int> TextArrivals()
    {
        var arrived = town.Http.Requests;
        var people = arrived.Select(text => text.To).ToHashSet(StringComparer.Ordinal);
        Assert.All(crowd.Wishes.Where(wish => wish is { Acknowledged: not null, Phone: not null }), wish => Assert.Contains(wish.Phone!, people));
        return await Once("Sms", [.. arrived.Select(text => text.Key)], kill => kill.Texts);
    }

    /// <summary>Each message at least once; twice only under the same name, around a kill, and no more at one kill than could be under way.</summary>
    private async Task<int> Once(string channel, IReadOnlyList<string> arrived, Func<(int Mails, int Texts), int> before)
    {
        var messages = await town.Rows<(string WireId, string State)>($"SELECT wire_id, state FROM messages WHERE channel = '{channel}'");
        Assert.All(messages, message => Assert.Equal("Sent", message.State));
        var places = arrived.Select((name, place) => (name, place)).ToLookup(one => one.name, one => one.place, StringComparer.Ordinal);
        Assert.All(messages, message => Assert.NotEmpty(places[message.WireId]));
        Assert.Equal(messages.Count, places.Count);

        var maybe = (await town.Rows<string>("SELECT wire_id FROM messages WHERE maybe_twice")).ToHashSet(StringComparer.Ordinal);
        var again = places.Where(one => one.Count() > 1).SelectMany(one => one.Order().Zip(one.Order().Skip(1), (first, second) => (one.Key, first, second))).ToList();
        var perKill = new int[kills.Count];
        foreach (var (name, first, second) in again)
        {
            Assert.Contains(name, maybe);
            var kill = kills.FindIndex(moment => first < before(moment) && before(moment) <= second);
            Assert.True(kill >= 0, $"{channel} {name} arrived twice without a kill in between.");
            perKill[kill]++;
        }

        Assert.All(perKill, count => Assert.InRange(count, 0, MostInFlight));
        return again.Count;
    }
}
