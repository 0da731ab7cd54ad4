using System.Runtime.InteropServices;

namespace Loket.Storage;

/// <summary>Puts the names in a folder on the disk; flushing a file alone can leave it nameless after a power cut (fsync(2)). .NET has no call for it.</summary>
public static partial class FolderFlush
{
    private const int ReadOnly = 0;

    /// <summary>Does nothing where folders can't be flushed.</summary>
    public static void ToDisk(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        var handle = Open(folder, ReadOnly);
        if (handle < 0) throw new IOException($"Folder {folder} could not be opened: error {Marshal.GetLastPInvokeError()}.");
        try
        {
            if (Flush(handle) != 0) throw new IOException($"Folder {folder} could not be flushed: error {Marshal.GetLastPInvokeError()}.");
        }
        finally
        {
            _ = Close(handle);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Flush(int handle);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int handle);
}
