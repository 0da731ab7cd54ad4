namespace Loket.Storage.Jobs;

/// <summary>Between the workers of several processes on one database: they call each other for help, and each is seen to live as long as its line is open.</summary>
public interface IWorkerLine : IAsyncDisposable
{
    /// <summary>Calls back whenever another process asks for help; ends with an exception when the line breaks.</summary>
    Task Listen(Action called, CancellationToken cancel);

    /// <summary>Asks the others for help: there is more than this process can do at once.</summary>
    Task Call(CancellationToken cancel);

    /// <summary>Frees what processes had claimed that are gone; so a crash costs no waiting for their leases.</summary>
    /// <returns>How many jobs were freed.</returns>
    Task<int> FreeOfTheGone(CancellationToken cancel);
}
