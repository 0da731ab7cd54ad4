using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Loket.Demo.Bulk;
using Loket.Organisation.Settings;
using Loket.Storage;
using NodaTime;

namespace Loket.Demo.Measuring;

/// <summary>How many contacts a second come in over HTTP, beside a bare prepared batch that inserts the same rows, in turns so that both meet the same machine.</summary>
internal sealed class IntakeBench : IBench
{
    private const int Clients = 16;
    private const int Samples = 40;
    private const int Turns = 3;
    private const double LeastShare = 0.25;
    private const double WantedShare = 0.4;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(8);

    private readonly List<Sample> samples = [];

    public string Name => "intake";

    public string Measures => "contacts a second over HTTP, beside a bare batch of the same rows";

    /// <summary>What the program leaves behind for one contact is what the bare batch inserts.</summary>
    public async Task Prepare(Ground ground, CancellationToken cancel)
    {
        await ground.Start(cancel);
        using var http = await ground.SignIn(cancel);
        var contacts = Contacts(ground, http, cancel);
        var taker = await SampleTaker.On(ground.Services.GetRequiredService<Databases>(), ground.Tenant, cancel);
        for (var number = 0; number < Samples; number++) samples.Add(await taker.Take(contacts, cancel));
    }

    public async Task<IReadOnlyList<Measured>> Run(Ground ground, BenchSize size, IProgress<string> progress, CancellationToken cancel)
    {
        await ground.Start(cancel);
        using var http = await ground.SignIn(cancel);
        var contacts = Contacts(ground, http, cancel);
        await Load.WarmUp(Clients, size, Ask);
        progress.Report("The program is warm; measuring.");

        await using var bare = await BareBatch.Open(ground.Cluster is null, ground.Tenant.Connection, Clients, cancel);
        var (overHttp, batches, program, server) = (Load.None, Load.None, 0.0, 0.0);
        for (var turn = 1; turn <= Turns; turn++)
        {
            batches = batches.And(await Bare(bare));
            var before = ground.Processor;
            var one = await Load.Run(Clients, size.Of(Turn), Ask);
            var after = ground.Processor;
            overHttp = overHttp.And(one);
            (program, server) = (program + after.Program - before.Program, server + after.Database - before.Database);
            progress.Report(string.Create(CultureInfo.InvariantCulture, $"turn {turn}: {one.Rate:0} contacts a second, bare so far {batches.Rate:0}"));
        }

        var database = ground.Database;
        return
        [
            Measured.Plain("contacts over HTTP", database, overHttp.Rate, "/s"),
            Measured.Plain("bare batch of the same rows", database, batches.Rate, "/s"),
            Measured.AtLeast(LeastShare, "share of the bare batch", database, overHttp.Rate / batches.Rate, ""),
            Measured.AtLeast(WantedShare, "share of the bare batch, in the end", database, overHttp.Rate / batches.Rate, ""),
            Measured.Plain("rows per contact", database, samples.Average(sample => sample.Rows.Count), "rows"),
            Measured.Plain("processor time of the program per contact", database, program * 1000 / overHttp.Count, "ms"),
            Measured.Plain("processor time of the database per contact", database, server * 1000 / overHttp.Count, "ms"),
            Measured.Plain("contact p50", database, overHttp.Percentile(0.5), "ms"),
            Measured.Plain("contact p99", database, overHttp.Percentile(0.99), "ms"),
            Measured.Plain("bare batch p50", database, batches.Percentile(0.5), "ms"),
            Measured.Plain("bare batch p99", database, batches.Percentile(0.99), "ms"),
        ];

        async Task<bool> Ask(int client)
        {
            await contacts();
            return true;
        }

        // Pressed before the clock runs: only inserting is measured.
        async Task<Load> Bare(BareBatch batch)
        {
            Press press;
            await using (var db = ground.Services.GetRequiredService<Databases>().Open(ground.Tenant)) press = await Press.For(db, cancel);
            var now = ground.Tenant.Clock.Now();
            var copies = Enumerable.Range(0, 12_000).Select(number => press.Copy(samples[number % samples.Count], Duration.Zero, now, [])).ToList();
            var taken = -1;
            return await Load.Run(Clients, size.Of(Turn), async client =>
            {
                if (Interlocked.Increment(ref taken) is var mine && mine >= copies.Count) return false;
                await batch.Insert(client, copies[mine]);
                return true;
            });
        }
    }

    // Sends the next contact, again and again from the first.
    private static Func<Task> Contacts(Ground ground, HttpClient http, CancellationToken cancel)
    {
        var contacts = Questions.Contacts(ground.Tenant.Clock.Now());
        var next = -1;
        return async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/contacts") { Content = new ByteArrayContent(contacts[Interlocked.Increment(ref next) % contacts.Count]) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
            using var answer = await http.SendAsync(request, cancel);
            if (answer.StatusCode != HttpStatusCode.Created) throw new InvalidOperationException($"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancel)}");
        };
    }
}
