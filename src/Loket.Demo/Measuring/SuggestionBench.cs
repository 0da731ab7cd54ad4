using System.Net.Http.Headers;

namespace Loket.Demo.Measuring;

/// <summary>How long "does it look like this?" takes while a contact is taken, and how many rows the database reads for it.</summary>
internal sealed class SuggestionBench : IBench
{
    private const int Clients = 16;
    private const double MostMilliseconds = 200;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(15);

    public string Name => "suggestions";

    public string Measures => "how fast the cases are found that a contact may be about";

    public async Task<IReadOnlyList<Measured>> Run(Ground ground, BenchSize size, IProgress<string> progress, CancellationToken cancel)
    {
        await ground.Start(cancel);
        using var http = await ground.SignIn(cancel);
        var questions = Questions.Suggestions(ground.Tenant.Clock.Now());
        var (next, shown) = (-1, 0);
        await Load.WarmUp(Clients, size, _ => Ask());

        shown = 0;
        var (before, read) = (ground.Processor, await ground.RowsRead(cancel));
        var load = await Load.Run(Clients, size.Of(Time), _ => Ask());
        var (after, readAfter) = (ground.Processor, await ground.RowsRead(cancel));
        // One at a time: how long somebody waits who does not share the machine with fifteen others.
        var alone = await Load.Run(1, size.Of(Time / 3), _ => Ask());

        var present = size.Cases.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
        var database = ground.Database;
        List<Measured> measured =
        [
            Measured.Plain($"suggestions at {present} cases", database, load.Rate, "/s"),
            Measured.Plain("suggestions p50, one client", database, alone.Percentile(0.5), "ms"),
            Measured.Plain("suggestions p99, one client", database, alone.Percentile(0.99), "ms"),
            Measured.Plain("suggestions p50, 16 clients", database, load.Percentile(0.5), "ms"),
            Measured.AtMost(MostMilliseconds, "suggestions p99, 16 clients", database, load.Percentile(0.99), "ms"),
            Measured.Plain("processor time of the program per question", database, (after.Program - before.Program) * 1000 / load.Count, "ms"),
            Measured.Plain("processor time of the database per question", database, (after.Database - before.Database) * 1000 / load.Count, "ms"),
            Measured.Plain("cases shown per question", database, (double)shown / (load.Count + alone.Count), "cases"),
        ];
        if (read is { } first && readAfter is { } last) measured.Add(Measured.Plain("rows read per question", database, (double)(last - first) / load.Count, "rows"));
        return measured;

        async Task<bool> Ask()
        {
            using var content = new ByteArrayContent(questions[Interlocked.Increment(ref next) % questions.Count]);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var answer = await http.PostAsync(new Uri("/api/v1/suggestions", UriKind.Relative), content, cancel);
            var text = await answer.Content.ReadAsStringAsync(cancel);
            if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{(int)answer.StatusCode}: {text}");
            Interlocked.Add(ref shown, Count(text));
            return true;
        }
    }

    private static int Count(string answer)
    {
        using var json = System.Text.Json.JsonDocument.Parse(answer);
        return json.RootElement.GetArrayLength();
    }
}
