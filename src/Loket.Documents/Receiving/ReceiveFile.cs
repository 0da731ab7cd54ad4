using Loket.Documents.Receiving;
using Loket.Documents.Storing;
using Loket.Kernel;
using Loket.Storage.Tenancy;

namespace Loket.Documents;

/// <summary>Takes a file in: looks what it is, refuses what could do harm, takes hidden data out of pictures, and keeps it. Outside any transaction.</summary>
public sealed class ReceiveFile(TenantContext context, DocumentLimits limits)
{
    /// <summary>Takes it in. The stream is read once, to its end or to just over the limit.</summary>
    public async Task<Result<ReceivedFile>> Handle(Stream content, string? name, CancellationToken cancel)
    {
        var store = new FileStore(context.Tenant);
        await using var incoming = store.Receive();
        if (!await CopyAtMost(content, incoming, limits.LargestBytes, cancel)) return DocumentFailures.TooLarge.With(limits.LargestBytes / (1024 * 1024));

        var recognised = await FileRecogniser.Recognise(incoming, name ?? "", cancel);
        if (!recognised.Succeeded) return recognised.Failure;
        var kind = recognised.Value;
        var clean = FileName.Clean(name, kind);
        if (!kind.IsPicture()) return new ReceivedFile(clean, kind, incoming.Length, await store.Keep(incoming, cancel), null);

        incoming.Position = 0;
        var drawn = Picture.Redraw(incoming, kind, limits.MostPixels);
        if (!drawn.Succeeded) return drawn.Failure;
        using var picture = new MemoryStream(drawn.Value.Picture);
        using var small = new MemoryStream(drawn.Value.Thumbnail);
        return new ReceivedFile(clean, kind, picture.Length, await store.Keep(picture, cancel), await store.Keep(small, cancel));
    }

    private static async Task<bool> CopyAtMost(Stream from, Stream to, long most, CancellationToken cancel)
    {
        var buffer = new byte[81920];
        for (var total = 0L; ;)
        {
            var read = await from.ReadAsync(buffer, cancel);
            if (read == 0) return true;
            total += read;
            if (total > most) return false;
            await to.WriteAsync(buffer.AsMemory(0, read), cancel);
        }
    }
}
