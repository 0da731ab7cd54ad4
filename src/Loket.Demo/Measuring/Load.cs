using System.Diagnostics;

namespace Loket.Demo.Measuring;

/// <summary>What came of a load.</summary>
/// <param name="Count">How many were answered.</param>
/// <param name="Seconds">In how long.</param>
/// <param name="Milliseconds">How long each took, shortest first.</param>
internal sealed record Load(int Count, double Seconds, IReadOnlyList<double> Milliseconds)
{
    /// <summary>How many a second.</summary>
    public double Rate => Count / Seconds;

    /// <summary>The time within which this share of all was answered.</summary>
    public double Percentile(double share) => Milliseconds.Count == 0 ? 0 : Milliseconds[Math.Min(Milliseconds.Count - 1, (int)(Milliseconds.Count * share))];

    /// <summary>Two loads as one.</summary>
    public Load And(Load other) => new(Count + other.Count, Seconds + other.Seconds, [.. Milliseconds.Concat(other.Milliseconds).Order()]);

    /// <summary>Nothing yet.</summary>
    public static Load None { get; } = new(0, 0, []);

    /// <summary>Lets clients ask until it goes no faster: a program that has just started is busy compiling itself, and what runs for weeks is measured.</summary>
    public static async Task WarmUp(int clients, BenchSize size, Func<int, Task<bool>> ask)
    {
        const int MostRounds = 20;
        const double Faster = 1.03;
        var (best, since) = (0.0, 0);
        for (var round = 0; round < (size.Quick ? 1 : MostRounds) && since < 3; round++)
        {
            var rate = (await Run(clients, size.Of(TimeSpan.FromSeconds(10)), ask)).Rate;
            (best, since) = rate > best * Faster ? (rate, 0) : (best, since + 1);
        }
    }

    /// <summary>Asks at the moments of a clock, whether or not the answers have come. How long each took counts from its moment, so that a program that falls behind can't hide it by being asked less.</summary>
    /// <param name="perSecond">How many are asked a second.</param>
    /// <param name="time">For how long.</param>
    /// <param name="ask">One question, by its number from 0.</param>
    public static async Task<Load> Open(double perSecond, TimeSpan time, Func<int, Task> ask)
    {
        var count = Math.Max(1, (int)Math.Round(perSecond * time.TotalSeconds));
        var (times, asked) = (new double[count], new Task[count]);
        var begun = Stopwatch.GetTimestamp();
        for (var next = 0; next < count; next++)
        {
            var (number, moment) = (next, TimeSpan.FromSeconds(next / perSecond));
            var wait = moment - Stopwatch.GetElapsedTime(begun);
            if (wait > TimeSpan.Zero) await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)));
            asked[number] = Task.Run(async () =>
            {
                await ask(number);
                times[number] = (Stopwatch.GetElapsedTime(begun) - moment).TotalMilliseconds;
            });
        }

        await Task.WhenAll(asked);
        return new Load(count, Stopwatch.GetElapsedTime(begun).TotalSeconds, [.. times.Order()]);
    }

    /// <summary>Lets clients ask, each as soon as it has its answer, for a while or until one says that there is nothing more.</summary>
    /// <param name="clients">How many at once.</param>
    /// <param name="time">For how long.</param>
    /// <param name="ask">One question of a client; false when there is nothing more to ask.</param>
    public static async Task<Load> Run(int clients, TimeSpan time, Func<int, Task<bool>> ask)
    {
        var begun = Stopwatch.GetTimestamp();
        var answers = await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            var times = new List<double>();
            while (Stopwatch.GetElapsedTime(begun) < time)
            {
                var asked = Stopwatch.GetTimestamp();
                if (!await ask(client)) break;
                times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }

            return times;
        })));
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        return new Load(answers.Sum(times => times.Count), seconds, [.. answers.SelectMany(times => times).Order()]);
    }
}
