using Loket.Kernel;
using Loket.Storage;

namespace Loket.Documents;

/// <summary>Takes a file in and puts it with something, in one go.</summary>
public sealed class StoreDocument(ReceiveFile receive, UnitOfWork unit)
{
    /// <summary>The file and what it belongs to. The caller has checked that <paramref name="By"/> may add to it.</summary>
    public sealed record Request(RequestKey Key, Stream Content, string? Name, Guid Subject, DocumentConfidentiality Confidentiality, Who By);

    /// <summary>Stores it. First the file, then the row: a crash between them leaves no row without file.</summary>
    public async Task<Result<DocumentView>> Handle(Request request, CancellationToken cancel)
    {
        var received = await receive.Handle(request.Content, request.Name, cancel);
        if (!received.Succeeded) return received.Failure;
        return await unit.Run(request.Key, new { received.Value.Hash, request.Subject, request.Confidentiality },
            work => AttachFile.To(work, received.Value, request.Subject, request.Confidentiality, request.By, cancel), cancel);
    }
}
