using System.Globalization;
using Loket.Cases;
using Loket.Cases.Bounding;
using Loket.Cases.Reading;
using Loket.Contacts;
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
    private const string Row = "<th scope=\"row\"";
    private const string Number = "loket-reference\"";
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    private static readonly (string Name, string Path)[] Lists =
    [
        ("mine", "/werk"), ("team", "/werk/team"), ("triage", "/werk/verdelen"), ("with a partner", "/werk/ketenpartner"), ("overdue", "/werk/te-laat"), ("due today", "/werk/vandaag"),
        ("asleep", "/werk/sluimert"), ("all", "/werk/alles"), ("callbacks", "/terugbellen"),
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
            var pages = await Pages(ground, readers, size.Quick ? 10 : 200, cancel);
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

            return measured;
        }
        finally
        {
            foreach (var reader in readers) reader.Dispose();
        }
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

    private static async Task<IReadOnlyList<AskedPage>> Pages(Ground ground, IReadOnlyList<StaffClient> readers, int samples, CancellationToken cancel)
    {
        var intake = new List<ShownForm>();
        foreach (var reader in readers) intake.Add(await Form(reader, "/intake"));
        var find = new List<ShownForm>();
        foreach (var reader in readers) find.Add(await Form(reader, "/zoeken"));
        var (cases, people) = (await KnownCases(ground, readers, samples, cancel), await KnownPeople(ground, readers, samples, cancel));
        var questions = Questions.Intakes(ground.Tenant.Clock.Now());
        var (names, phones, addresses) = (await Known("name"), await Known("phone"), await Known("address"));
        var references = await ground.Ask<string>($"SELECT reference AS \"Value\" FROM matters ORDER BY reference LIMIT {samples}", cancel);

        return
        [
            .. Lists.Select(list => new AskedPage(list.Name, (reader, _) => Fine(readers[reader].Open(list.Path, cancel)), page => page.Count(Row))),
            new AskedPage("case page", (reader, number) => Fine(readers[reader].Open("/zaken/" + Nth(cases[reader], number), cancel)), page => page.Count("loket-timeline__when") + page.Count(Number)),
            new AskedPage("customer view", (reader, number) => Fine(readers[reader].Open("/klanten/" + Nth(people[reader], number), cancel)), page => 1 + page.Count(Number)),
            Find("name", names), Find("phone", phones), Find("address", [.. addresses.Select(one => one.Split('\n')[0])]), Find("reference", references),
            new AskedPage(
                "suggestions",
                (reader, number) => Fine(readers[reader].Send("/intake?handler=Similar", intake[reader].Filled([KeyValuePair.Create("form-key", Guid.NewGuid().ToString("N")), .. Nth(questions, number)]), cancel)),
                page => page.Count("name=\"Form.Case\"")),
        ];

        AskedPage Find(string by, IReadOnlyList<string> sought) => new(
            "find by " + by, (reader, number) => Fine(readers[reader].Send("/zoeken", find[reader].Filled([KeyValuePair.Create("q", Nth(sought, number))]), cancel)), page => Math.Max(1, page.Count(Row)));

        async Task<IReadOnlyList<string>> Known(string column) =>
            await ground.Ask<string>($"SELECT {column} AS \"Value\" FROM customers WHERE {column} IS NOT NULL AND {column} <> '' ORDER BY id LIMIT {samples}", cancel);

        async Task<ShownForm> Form(StaffClient reader, string path) =>
            ShownForm.In((await Fine(reader.Open(path, cancel))).Text, path) ?? throw new InvalidOperationException($"{path} has no form.");
    }

    // Of each reader such as they may know of.
    private static async Task<IReadOnlyList<IReadOnlyList<string>>> KnownCases(Ground ground, IReadOnlyList<StaffClient> readers, int samples, CancellationToken cancel)
    {
        var some = await ground.Ask<string>($"SELECT reference AS \"Value\" FROM cases ORDER BY reference LIMIT {samples * 10}", cancel);
        var all = new List<IReadOnlyList<string>>();
        foreach (var reader in readers)
        {
            var known = new List<string>();
            foreach (var reference in some.TakeWhile(_ => known.Count < samples))
            {
                if (await ground.Use<FindCase, CaseId?>(find => find.Handle(reference, reader.By, cancel)) is not null) known.Add(reference);
            }

            all.Add(known);
        }

        return all;
    }

    private static async Task<IReadOnlyList<IReadOnlyList<string>>> KnownPeople(Ground ground, IReadOnlyList<StaffClient> readers, int samples, CancellationToken cancel)
    {
        var some = await ground.Ask<string>($"SELECT phone AS \"Value\" FROM customers WHERE phone IS NOT NULL ORDER BY phone LIMIT {samples * 10}", cancel);
        var all = new List<IReadOnlyList<string>>();
        foreach (var reader in readers)
        {
            var known = new List<string>();
            foreach (var phone in some.Distinct(StringComparer.Ordinal).TakeWhile(_ => known.Count < samples))
            {
                var found = await ground.Use<SearchCustomers, FoundCustomers>(search => search.Handle(phone, reader.By, cancel));
                known.AddRange(found.People.Take(1).Select(one => one.Id.Value.ToString()));
            }

            all.Add(known);
        }

        return all;
    }

    private static async Task<OpenedPage> Fine(Task<OpenedPage> asked)
    {
        var page = await asked;
        return page.IsFine ? page : throw new InvalidOperationException($"{(int)page.Status}: {page.Text}");
    }

    private static T Nth<T>(IReadOnlyList<T> all, int number) => all[number % all.Count];

    /// <summary>A page that is asked for.</summary>
    /// <param name="Name">What it is.</param>
    /// <param name="Ask">Asks for it: by which reader, and the how many-th time.</param>
    /// <param name="Rows">How many rows it shows.</param>
    private sealed record AskedPage(string Name, Func<int, int, Task<OpenedPage>> Ask, Func<OpenedPage, int> Rows);
}
