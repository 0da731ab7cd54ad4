using System.Globalization;
using Loket.Cases.Bounding;
using Loket.Cases.Reading;
using Loket.Demo.Town;
using Loket.Demo.Town.Loading;
using Loket.Kernel;
using Loket.Organisation.Bounding;
using Loket.Organisation.Rights;

namespace Loket.Demo.Measuring;

/// <summary>What each page costs on which staff look something up: the lists of work, a case, a person, the find box and "does it look like this?", asked by people with different rights at the moments of a clock.</summary>
internal sealed class ListsBench : IBench
{
    private const double PerSecond = 50;
    private const double MostProcessor = 5;
    private const double MostReadPerShown = 20;
    private const double MostMilliseconds = 50;
    private const int LeadsTeam = 1;
    private const string Row = "<th scope=\"row\"";
    private const string Number = "loket-reference\"";
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    /// <summary>The lists; that of callbacks is of another kind.</summary>
    public static IReadOnlyList<(string Name, string Path, WorklistKind? Kind)> Lists { get; } =
    [
        ("mine", "/werk", WorklistKind.Mine), ("team", "/werk/team", WorklistKind.Team), ("triage", "/werk/verdelen", WorklistKind.Triage),
        ("with a partner", "/werk/ketenpartner", WorklistKind.WithPartner), ("overdue", "/werk/te-laat", WorklistKind.Overdue), ("due today", "/werk/vandaag", WorklistKind.DueToday),
        ("asleep", "/werk/sluimert", WorklistKind.Snoozed), ("all", "/werk/alles", WorklistKind.All), ("callbacks", "/terugbellen", null),
    ];

    public string Name => "lists";

    public string Measures => "the work lists, a case, a person, finding and suggesting, at 50 requests a second";

    public async Task<IReadOnlyList<Measured>> Run(Ground ground, BenchSize size, IProgress<string> progress, CancellationToken cancel)
    {
        await ground.Start(cancel);
        var readers = await Readers(ground, cancel);
        try
        {
            await Workday.Begin(ground, [.. readers.Select(reader => reader.By)], cancel);
            var sampled = await Sampled.In(ground, readers, size.Quick ? 10 : 200, cancel);
            var pages = await Pages(readers, sampled, cancel);
            // In a quick run each page is asked for once beforehand.
            foreach (var page in pages) await Load.Open(PerSecond, size.Quick ? TimeSpan.FromSeconds(1 / PerSecond) : WarmUp, number => page.Ask(number % readers.Count, number));
            progress.Report(ground.Cluster is null ? "The program is warm; measuring. SQLite keeps no account of the rows that it reads." : "The program is warm; measuring.");

            List<Measured> measured =
            [
                Measured.Plain("cases", ground.Database, (await ground.Ask<long>("SELECT count(*) AS \"Value\" FROM cases", cancel))[0], "cases"),
                Measured.Plain("contacts", ground.Database, (await ground.Ask<long>("SELECT count(*) AS \"Value\" FROM contacts", cancel))[0], "contacts"),
            ];
            var read = await ground.RowsRead(cancel);
            foreach (var page in pages)
            {
                (var figures, read) = await Measure(ground, size, page, readers.Count, read, cancel);
                measured.AddRange(figures);
                progress.Report(string.Create(CultureInfo.InvariantCulture, $"{page.Name}: p99 {measured[^1].Value:0.0} ms"));
            }

            progress.Report("How often each page asks the database is counted apart from that.");
            return [.. measured, .. await ground.Here(() => Queries(ground, readers[LeadsTeam], sampled, cancel), cancel)];
        }
        finally
        {
            foreach (var reader in readers) reader.Dispose();
        }
    }

    private static async Task<IReadOnlyList<Measured>> Queries(Ground ground, StaffClient lead, Sampled sampled, CancellationToken cancel)
    {
        using var statements = StatementCount.Begin();
        // A context that was in use remembers for a second that nobody listened.
        await Task.Delay(TimeSpan.FromSeconds(1.5), cancel);
        return await new QueryCounts(ground, lead, statements, cancel).Of(sampled, LeadsTeam);
    }

    // What was read until then is known from the page before: nobody asked anything in between.
    private static async Task<(IReadOnlyList<Measured> Figures, long? Read)> Measure(Ground ground, BenchSize size, AskedPage page, int readers, long? read, CancellationToken cancel)
    {
        var (requests, shown) = (0, 0);
        var before = ground.Processor;
        var load = await Load.Open(PerSecond, size.Of(Time), async number =>
        {
            var answer = await page.Ask(number % readers, number);
            Interlocked.Add(ref requests, answer.Requests);
            Interlocked.Add(ref shown, page.Rows(answer));
        });
        var (after, readAfter) = (ground.Processor, await ground.RowsRead(cancel));

        var (database, server) = (ground.Database, (after.Database - before.Database) * 1000 / requests);
        List<Measured> measured = [Measured.AtMost(MostProcessor, $"{page.Name}: processor time per request", database, ((after.Program - before.Program) * 1000 / requests) + server, "ms")];
        if (ground.Cluster is not null) measured.Add(Measured.Plain($"{page.Name}: of which the database", database, server, "ms"));
        measured.Add(Measured.Plain($"{page.Name}: rows shown", database, (double)shown / load.Count, "rows"));
        if (read is { } first && readAfter is { } last)
            measured.Add(Measured.AtMost(MostReadPerShown, $"{page.Name}: rows read per row shown", database, (double)(last - first) / Math.Max(1, shown), "rows"));
        measured.Add(Measured.Plain($"{page.Name}: p50", database, load.Percentile(0.5), "ms"));
        var (p99, slowest) = ($"{page.Name}: p99", load.Percentile(0.99));
        measured.Add(ground.Cluster is null ? Measured.AtMost(MostMilliseconds, p99, database, slowest, "ms") : Measured.Plain(p99, database, slowest, "ms"));
        return (measured, readAfter);
    }

    // A handler, who leads a team, somebody who answers the telephone, and a handler who may know of one part of the municipality alone.
    private static async Task<IReadOnlyList<StaffClient>> Readers(Ground ground, CancellationToken cancel)
    {
        var staff = StaffList.Invent(TownFounder.Seed).Where(person => person.WorksFor is TeamKeys.PublicSpace or TeamKeys.ContactCentre).ToList();
        List<string> handlers = [.. staff.Where(person => person.Role == StaffRole.Handler).Select(person => person.SignIn).Take(2)];
        string[] names = [handlers[0], Named(StaffRole.TeamLead, TeamKeys.PublicSpace), Named(StaffRole.Agent, TeamKeys.ContactCentre), handlers[1]];
        var readers = new List<StaffClient>();
        foreach (var name in names)
        {
            if (name == handlers[1]) await Bind(ground, name, cancel);
            readers.Add(await ground.SignIn(name, cancel));
        }

        return readers;

        string Named(StaffRole role, string team) => staff.First(person => person.Role == role && person.WorksFor == team).SignIn;
    }

    private static async Task Bind(Ground ground, string name, CancellationToken cancel)
    {
        using var person = await ground.SignIn(name, cancel);
        var bound = new SetBounds.Request(RequestKey.None, new BoundOwner(null, person.By.Staff), ["north"], [], Actor.System);
        var set = await ground.Use<SetBounds, Result<Done>>(bounds => bounds.Handle(bound, cancel));
        if (!set.Succeeded) throw new InvalidOperationException($"{name} could not be bounded: {set.Failure.Code}.");
    }

    private static async Task<IReadOnlyList<AskedPage>> Pages(IReadOnlyList<StaffClient> readers, Sampled sampled, CancellationToken cancel)
    {
        var intake = new List<ShownForm>();
        foreach (var reader in readers) intake.Add(await Form(reader, "/intake"));
        var find = new List<ShownForm>();
        foreach (var reader in readers) find.Add(await Form(reader, "/zoeken"));

        return
        [
            .. Lists.Select(list => new AskedPage(list.Name, (reader, _) => Fine(readers[reader].Open(list.Path, cancel)), page => page.Count(Row))),
            new AskedPage("case page", (reader, number) => Fine(readers[reader].Open("/zaken/" + Nth(sampled.Cases[reader], number), cancel)), RowsOfCase),
            new AskedPage("customer view", (reader, number) => Fine(readers[reader].Open("/klanten/" + Nth(sampled.People[reader], number), cancel)), RowsOfPerson),
            Find("name", sampled.Names), Find("phone", sampled.Phones), Find("address", sampled.Addresses), Find("reference", sampled.References),
            new AskedPage(
                "suggestions",
                (reader, number) => Fine(readers[reader].Send("/intake?handler=Similar", intake[reader].Filled([KeyValuePair.Create("form-key", Guid.NewGuid().ToString("N")), .. Nth(sampled.Intakes, number)]), cancel)),
                RowsSuggested),
        ];

        AskedPage Find(string by, IReadOnlyList<string> sought) => new(
            "find by " + by, (reader, number) => Fine(readers[reader].Send("/zoeken", find[reader].Filled([KeyValuePair.Create("q", Nth(sought, number))]), cancel)), RowsFound);

        async Task<ShownForm> Form(StaffClient reader, string path) =>
            ShownForm.In((await Fine(reader.Open(path, cancel))).Text, path) ?? throw new InvalidOperationException($"{path} has no form.");
    }

    private static async Task<OpenedPage> Fine(Task<OpenedPage> asked)
    {
        var page = await asked;
        return page.IsFine ? page : throw new InvalidOperationException($"{(int)page.Status}: {page.Text}");
    }

    /// <summary>What a case shows: what happened, and who asked.</summary>
    public static int RowsOfCase(OpenedPage page) => page.Count("loket-timeline__when") + page.Count(Number);

    /// <summary>What a person shows: who they are, and about what they came.</summary>
    public static int RowsOfPerson(OpenedPage page) => 1 + page.Count(Number);

    /// <summary>Who was found.</summary>
    public static int RowsFound(OpenedPage page) => Math.Max(1, page.Count(Row));

    /// <summary>The cases that it may be about.</summary>
    public static int RowsSuggested(OpenedPage page) => page.Count("name=\"Form.Case\"");

    private static T Nth<T>(IReadOnlyList<T> all, int number) => all[number % all.Count];

    /// <summary>A page that is asked for.</summary>
    /// <param name="Name">What it is.</param>
    /// <param name="Ask">Asks for it: by which reader, and the how many-th time.</param>
    /// <param name="Rows">How many rows it shows.</param>
    private sealed record AskedPage(string Name, Func<int, int, Task<OpenedPage>> Ask, Func<OpenedPage, int> Rows);
}
