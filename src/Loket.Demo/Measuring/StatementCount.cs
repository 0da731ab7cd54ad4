using System.Collections.Concurrent;
using System.Diagnostics;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Loket.Demo.Measuring;

/// <summary>Counts the commands that this process sends to its databases, by EF Core and past it.</summary>
internal sealed class StatementCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentBag<IDisposable> subscriptions = [];
    private int heard;

    private StatementCount()
    {
    }

    /// <summary>Counts from now on.</summary>
    public static StatementCount Begin()
    {
        var count = new StatementCount();
        count.subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(count));
        return count;
    }

    /// <summary>How many there are during something once it is the same each time: what is seen for the first time on a day is written down.</summary>
    public async Task<int> Settled(Func<Task> asked)
    {
        for (var (last, now) = (-1, 0); ; last = now)
        {
            var before = Volatile.Read(ref heard);
            await asked();
            now = Volatile.Read(ref heard) - before;
            if (now > 0 && now == last) return now;
        }
    }

    /// <inheritdoc />
    public void OnNext(DiagnosticListener value)
    {
        if (value.Name is DbLoggerCategory.Name or RawCommands.Source) subscriptions.Add(value.Subscribe(this));
    }

    /// <inheritdoc />
    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RawCommands.Executed || value.Key == RelationalEventId.CommandExecuted.Name) Interlocked.Increment(ref heard);
    }

    /// <inheritdoc />
    public void OnCompleted()
    {
    }

    /// <inheritdoc />
    public void OnError(Exception error)
    {
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var subscription in subscriptions) subscription.Dispose();
    }
}
