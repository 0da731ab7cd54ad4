namespace Loket.Demo.Bulk;

/// <summary>Takes rows in great numbers.</summary>
internal interface IRowSink : IAsyncDisposable
{
    /// <summary>Takes rows; those that a row refers to come before it or with it.</summary>
    Task Write(IEnumerable<BulkRow> rows, CancellationToken cancel);

    /// <summary>Everything taken so far is in the database.</summary>
    Task Finish(CancellationToken cancel);
}
