using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;

namespace Loket.Faults;

/// <summary>Programs and residents who keep asking while the program lives, and remember what it acknowledged.</summary>
internal sealed class Crowd(FaultyTown town, ApiClient client)
{
    private const int Programs = 6;
    private const int Residents = 2;

    private readonly ConcurrentBag<Wish> wishes = [];
    private TaskCompletionSource underWay = new();
    private int last;

    /// <summary>Everything that was ever asked.</summary>
    public IReadOnlyCollection<Wish> Wishes => wishes;

    /// <summary>Asks until no answer comes any more; then, when <paramref name="restarted"/> says that the program is back, asks again for what got none.</summary>
    /// <returns>A task that ends at the first answer, and one that ends when everybody has done with it.</returns>
    public (Task UnderWay, Task Done) Keep(Task restarted, CancellationToken cancel)
    {
        underWay = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return (underWay.Task, Task.WhenAll(
            Enumerable.Range(0, Programs).Select(_ => Program(restarted, cancel)).Concat(Enumerable.Range(0, Residents).Select(_ => Resident(restarted, cancel)))));
    }

    private async Task Program(Task restarted, CancellationToken cancel)
    {
        while (true)
        {
            var wish = New();
            try
            {
                await client.Ask(wish, cancel);
                underWay.TrySetResult();
            }
            catch (Exception exception) when (IsNoAnswer(exception))
            {
                await restarted;
                // Some give up: what they asked may or may not have been done.
                if (wish.Number % 3 != 0) await client.Ask(wish, cancel);
                return;
            }
        }
    }

    private async Task Resident(Task restarted, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            using var resident = new WebResident(town);
            try
            {
                await resident.Report(New(byMail: true));
            }
            catch (Exception exception) when (IsNoAnswer(exception))
            {
                await restarted;
                if (resident.Waiting is not null) await resident.SendAgain();
                return;
            }
        }
    }

    // A connection that is cut while it is made surfaces as it is.
    private static bool IsNoAnswer(Exception exception) => exception is HttpRequestException or IOException or SocketException;

    private Wish New(bool byMail = false)
    {
        var number = Interlocked.Increment(ref last);
        var wish = byMail || number % 4 != 0
            ? new Wish(number, string.Create(CultureInfo.InvariantCulture, $"wens-{number}@voorbeeld.example"), null)
            : new Wish(number, null, string.Create(CultureInfo.InvariantCulture, $"+316{10_000_000 + number}"));
        wishes.Add(wish);
        return wish;
    }
}
