namespace Loket.Configuration;

/// <summary>A folder that only its owner can read.</summary>
internal static class PrivateFolder
{
    /// <summary>Makes it where it is missing; one that stands is left as it is.</summary>
    public static void Create(string folder)
    {
        if (!Directory.Exists(folder))
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
