using System.Globalization;
using Loket.Demo.Town;
using Loket.Demo.Town.Loading;

namespace Loket.Demo.Measuring;

/// <summary>A whole staff at work at once, with the lists and cases that stand open asking by themselves: whether anything goes wrong, how long they wait, and what it costs.</summary>
internal sealed class HandsBench : IBench
{
    private const int People = 200;
    private const int FewPeople = 12;
    private const int Sought = 500;
    private const double MostMilliseconds = 200;
    private const ulong Dices = 71;
    private static readonly TimeSpan Time = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ShortTime = TimeSpan.FromSeconds(4);

    // Who sees cases. That is two hundred of the people of the town.
    private static readonly StaffRole[] Roles = [StaffRole.Handler, StaffRole.Agent, StaffRole.TeamLead, StaffRole.DeskHost, StaffRole.AreaManager];

    public string Name => "hands";

    public string Measures => "200 staff at work for five minutes, with live lists";

    public async Task<IReadOnlyList<Measured>> Run(Ground ground, BenchSize size, IProgress<string> progress, CancellationToken cancel)
    {
        await ground.Start(cancel);
        var clients = await SignIn(ground, size.Quick ? FewPeople : People, cancel);
        try
        {
            progress.Report(string.Create(CultureInfo.InvariantCulture, $"{clients.Count} people are signed in."));
            await Workday.Begin(ground, [.. clients.Select(client => client.By)], cancel);
            var sought = await ground.Ask<string>($"SELECT phone AS \"Value\" FROM customers WHERE phone IS NOT NULL ORDER BY id LIMIT {Sought}", cancel);
            var names = await ground.Ask<string>($"SELECT name AS \"Value\" FROM customers WHERE name IS NOT NULL ORDER BY id LIMIT {Sought}", cancel);
            // One round beforehand, so that a program that has just started is not what is measured.
            if (!size.Quick) await Work(clients, [.. sought, .. names], TimeSpan.FromSeconds(30), Pace.OfPeople, round: 0, cancel);

            var before = ground.Processor;
            var hands = await Work(clients, [.. sought, .. names], size.Quick ? ShortTime : Time, size.Quick ? Pace.Quick : Pace.OfPeople, round: 1, cancel);
            var after = ground.Processor;
            foreach (var error in hands.SelectMany(hand => hand.Errors).Distinct(StringComparer.Ordinal).Take(10)) progress.Report(error);
            return Figures(ground, hands, after.Program - before.Program, after.Database - before.Database);
        }
        finally
        {
            foreach (var client in clients) client.Dispose();
        }
    }

    private static List<Measured> Figures(Ground ground, List<Hand> hands, double program, double server)
    {
        var (database, deeds) = (ground.Database, hands.SelectMany(hand => hand.Deeds).ToList());
        var count = Math.Max(1, deeds.Count);
        List<Measured> measured =
        [
            Measured.Plain("people at work", database, hands.Count, "people"),
            Measured.Plain("things done", database, deeds.Count, "actions"),
            Measured.Plain("asked by what stood open", database, hands.Sum(hand => hand.Asked), "requests"),
            Measured.Plain("colleague was first", database, hands.Sum(hand => hand.Crossed), "actions"),
            Measured.AtMost(0, "errors", database, hands.Sum(hand => hand.Errors.Count), "errors"),
            Measured.Plain("processor time of the program per action", database, program * 1000 / count, "ms"),
            Measured.Plain("processor time of the database per action", database, server * 1000 / count, "ms"),
        ];
        foreach (var same in deeds.GroupBy(deed => deed.Doing).OrderBy(same => same.Key, StringComparer.Ordinal)) measured.Add(Measured.Plain($"{same.Key} p99", database, Waited(same).Percentile(0.99), "ms"));
        measured.Add(Measured.Plain("action p50", database, Waited(deeds).Percentile(0.5), "ms"));
        var slowest = Waited(deeds).Percentile(0.99);
        measured.Add(ground.Cluster is null ? Measured.AtMost(MostMilliseconds, "action p99", database, slowest, "ms") : Measured.Plain("action p99", database, slowest, "ms"));
        return measured;

        Load Waited(IEnumerable<Deed> done)
        {
            List<double> times = [.. done.Select(deed => deed.Milliseconds).Order()];
            return new Load(times.Count, 1, times);
        }
    }

    private static async Task<List<Hand>> Work(List<StaffClient> clients, IReadOnlyList<string> sought, TimeSpan time, Pace pace, int round, CancellationToken cancel)
    {
        List<Hand> hands = [.. clients.Select((client, number) => new Hand(client, new Dice(TownFounder.Seed, Dices, (ulong)((round * People) + number)), sought, pace))];
        await Task.WhenAll(hands.Select(hand => Task.Run(() => hand.Work(time, cancel), cancel)));
        return hands;
    }

    private static async Task<List<StaffClient>> SignIn(Ground ground, int most, CancellationToken cancel)
    {
        var clients = new List<StaffClient>();
        foreach (var person in StaffList.Invent(TownFounder.Seed).Where(person => Roles.Contains(person.Role)).Take(most)) clients.Add(await ground.SignIn(person.SignIn, cancel));
        return clients;
    }
}
