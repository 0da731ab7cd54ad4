namespace Loket.Storage.Jobs;

/// <summary>Wakes the workers of this process when a commit queued something; other processes find it at their next poll.</summary>
public sealed class JobSignal : IDisposable
{
    private readonly SemaphoreSlim signal = new(0, 1);

    /// <summary>There is something to do.</summary>
    public void Wake()
    {
        try
        {
            signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // Awake already.
        }
    }

    internal Task<bool> Wait(TimeSpan atMost, CancellationToken cancel) => signal.WaitAsync(atMost, cancel);

    /// <inheritdoc />
    public void Dispose() => signal.Dispose();
}
