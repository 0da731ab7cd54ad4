using System.Collections.Concurrent;
using System.Diagnostics;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Loket.Integration.Storage;

/// <summary>Listens in on the commands that go to one database, by EF Core and past it.</summary>
internal sealed class Statements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string connection;
    private readonly ConcurrentQueue<string> heard = new();
    private readonly ConcurrentBag<IDisposable> subscriptions = [];

    private Statements(string connection) => this.connection = connection;

    /// <summary>Listens from now on.</summary>
    public static Statements To(DbContext db)
    {
        var one = new Statements(db.Database.GetDbConnection().ConnectionString);
        one.subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(one));
        return one;
    }

    /// <summary>What was heard, in order.</summary>
    public IReadOnlyList<string> Heard => [.. heard];

    /// <summary>How many there were during something; listened to before with <see cref="Settle"/>.</summary>
    public async Task<int> During(Func<Task> asked)
    {
        var before = heard.Count;
        await asked();
        return heard.Count - before;
    }

    /// <summary>Does something until all of it is heard, and gives how many that are: a context that was in use remembers for a second that nobody listened, and what is seen for the first time is written down.</summary>
    public async Task<int> Settle(Func<Task> asked)
    {
        var (last, now) = (-1, 0);
        while (now == 0 || now != last) (last, now) = (now, await During(asked));
        return now;
    }

    /// <summary>Does something again and again until all contexts that were in use before are listened to: each remembers for a second that nobody listened.</summary>
    public static async Task Attend(Func<Task> asked)
    {
        for (var since = Stopwatch.StartNew(); since.Elapsed < TimeSpan.FromSeconds(1.5);) await asked();
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name is DbLoggerCategory.Name or RawCommands.Source) subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value is { Key: var key, Value: CommandExecutedEventData said } && key == RelationalEventId.CommandExecuted.Name
            && said.Command.Connection?.ConnectionString == connection) heard.Enqueue(said.Command.CommandText);
        if (value is { Key: RawCommands.Executed, Value: RawCommand raw } && raw.Connection == connection) heard.Enqueue(raw.Text);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in subscriptions) subscription.Dispose();
    }
}
