using System.Security.Cryptography;
using Loket.Storage;
using Loket.Storage.Tenancy;

namespace Loket.Documents.Storing;

/// <summary>Files by their content, in the tenant's folder: <c>files/ab/cdef…</c> by SHA-256. A file is on the disk, name and all, before any row speaks of it.</summary>
/// <remarks>A crash between file and row leaves a file that nobody speaks of; the sweep takes it away a day later. It is set aside first and for another day, and comes
/// back when a row turns out to speak of it after all (the same content stored at the same moment).</remarks>
internal sealed class FileStore(Tenant tenant)
{
    private readonly string files = Path.Combine(tenant.Folder, "files");
    private readonly string incoming = Path.Combine(tenant.Folder, "incoming");
    private readonly string setAside = Path.Combine(tenant.Folder, "set-aside");

    /// <summary>A file for what is coming in; gone when it is closed.</summary>
    public FileStream Receive()
    {
        Directory.CreateDirectory(incoming);
        return new FileStream(Path.Combine(incoming, Guid.NewGuid().ToString("N")), new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        });
    }

    /// <summary>Keeps a content and gives its name. On return it survives a power cut.</summary>
    public async Task<string> Keep(Stream content, CancellationToken cancel)
    {
        content.Position = 0;
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel));
        content.Position = 0;
        var path = PathOf(hash);
        if (File.Exists(path))
        {
            // Young again, so that the sweep leaves it alone until the row is there.
            File.SetLastWriteTimeUtc(path, TimeProvider.System.GetUtcNow().UtcDateTime);
            return hash;
        }

        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        Directory.CreateDirectory(incoming);
        var part = Path.Combine(incoming, Guid.NewGuid().ToString("N"));
        await using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write))
        {
            await content.CopyToAsync(file, cancel);
            file.Flush(flushToDisk: true);
        }

        File.Move(part, path, overwrite: true);
        foreach (var changed in (string[])[folder, files, tenant.Folder]) FolderFlush.ToDisk(changed);
        return hash;
    }

    /// <summary>Opens a content; null when it is not there.</summary>
    public FileStream? Open(string hash)
    {
        var path = PathOf(hash);
        if (!File.Exists(path)) Restore(hash);
        return File.Exists(path)
            ? new FileStream(path, new FileStreamOptions { Access = FileAccess.Read, Share = FileShare.Read | FileShare.Delete, Options = FileOptions.Asynchronous })
            : null;
    }

    /// <summary>Whether a content is there.</summary>
    public bool Has(string hash) => File.Exists(PathOf(hash)) || File.Exists(AsidePath(hash));

    /// <summary>The names of contents that have been there for longer than a time.</summary>
    public IEnumerable<string> OlderThan(DateTime moment) => Older(files, moment).Select(path => Path.GetFileName(Path.GetDirectoryName(path)) + Path.GetFileName(path));

    /// <summary>The names of contents that were set aside before a moment.</summary>
    public IEnumerable<string> SetAsideBefore(DateTime moment) => Older(setAside, moment).Select(path => Path.GetFileName(path));

    /// <summary>Sets a content aside, to be thrown away later.</summary>
    public void SetAside(string hash)
    {
        Directory.CreateDirectory(setAside);
        File.SetLastWriteTimeUtc(PathOf(hash), TimeProvider.System.GetUtcNow().UtcDateTime);
        File.Move(PathOf(hash), AsidePath(hash), overwrite: true);
    }

    /// <summary>Puts a content back that was set aside.</summary>
    public void Restore(string hash)
    {
        if (!File.Exists(AsidePath(hash))) return;
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(hash))!);
        File.Move(AsidePath(hash), PathOf(hash), overwrite: true);
        FolderFlush.ToDisk(Path.GetDirectoryName(PathOf(hash))!);
    }

    /// <summary>Throws a content away that was set aside.</summary>
    public void ThrowAway(string hash) => File.Delete(AsidePath(hash));

    /// <summary>Throws away what was coming in when the program stopped.</summary>
    public int ThrowAwayIncoming(DateTime before)
    {
        var left = Older(incoming, before).ToList();
        left.ForEach(File.Delete);
        return left.Count;
    }

    private static IEnumerable<string> Older(string folder, DateTime moment) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => File.GetLastWriteTimeUtc(path) < moment)
        : [];

    private string PathOf(string hash) => Path.Combine(files, hash[..2], hash[2..]);

    private string AsidePath(string hash) => Path.Combine(setAside, hash);
}
