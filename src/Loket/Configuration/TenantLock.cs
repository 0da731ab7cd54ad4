using Loket.Commands;

namespace Loket.Configuration;

/// <summary>Keeps two processes from writing to one SQLite database: the program while it runs, or a command that changes the schema.</summary>
/// <remarks>A lock of the operating system on a file beside the database, so that it is gone when its process is killed.
/// PostgreSQL keeps its own order and needs none.</remarks>
public sealed class TenantLock : IDisposable
{
    private readonly FileStream? held;

    private TenantLock(FileStream? held) => this.held = held;

    /// <summary>Takes the lock.</summary>
    /// <param name="databaseFile">The database file; null on PostgreSQL.</param>
    /// <param name="problem">Why not; null when it is ours.</param>
    public static TenantLock Take(string? databaseFile, out Problem? problem)
    {
        problem = null;
        if (databaseFile is null) return new TenantLock(null);
        try
        {
            return new TenantLock(new FileStream(databaseFile + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException exception)
        {
            problem = new Problem(ExitCode.Settings, $"The user {Environment.UserName} may not write beside {databaseFile}. {exception.Message}");
        }
        catch (DirectoryNotFoundException)
        {
            problem = new Problem(ExitCode.Database, $"The folder of {databaseFile} does not exist. For a new municipality type: loket migrate --create");
        }
        catch (IOException)
        {
            problem = new Problem(ExitCode.InUse, $"Another process of Loket is using {databaseFile}. Stop it first, then try again.");
        }

        return new TenantLock(null);
    }

    /// <inheritdoc />
    public void Dispose() => held?.Dispose();
}
