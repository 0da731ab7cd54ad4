using System.Security.Cryptography;
using Loket.Commands;

namespace Loket.Configuration;

/// <summary>The file with the master secret of one municipality: a line that says what it is, and 32 random bytes in base64.</summary>
/// <remarks>Who loses it can't check the journal's chain any more, and all keys derived from it are gone; who copies it can forge both.</remarks>
public static class SecretFile
{
    private const string Real = "loket secret 1";
    private const string Demo = "loket demo secret 1";
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a secret, readable by its owner only; never replaces one.</summary>
    /// <param name="file">The file, which may not exist.</param>
    /// <param name="demo">Marks it as one that production refuses.</param>
    public static void Create(string file, bool demo)
    {
        PrivateFolder.Create(Path.GetDirectoryName(file)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = Private };
        using var stream = new FileStream(file, options);
        using (var writer = new StreamWriter(stream, leaveOpen: true))
        {
            writer.Write($"{(demo ? Demo : Real)}\n{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}\n");
        }

        stream.Flush(flushToDisk: true);
    }

    /// <summary>Reads a secret.</summary>
    /// <param name="file">The file.</param>
    /// <param name="demoAllowed">Whether a secret of the demo will do.</param>
    /// <param name="problem">Why it can't be used; null when it can.</param>
    /// <returns>The secret; empty when it can't be used.</returns>
    public static byte[] Read(string file, bool demoAllowed, out Problem? problem)
    {
        problem = null;
        if (!File.Exists(file))
        {
            problem = Refuse($"The secret {file} is missing. For a new municipality type: loket migrate --create. Otherwise put it back from your backup.");
            return [];
        }

        if (IsOpenToOthers(file))
        {
            problem = Refuse($"The secret {file} can be read by others. Type: chmod 600 {file}");
            return [];
        }

        string[] lines;
        try
        {
            lines = File.ReadAllLines(file);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            problem = Refuse($"The secret {file} can't be read by the user {Environment.UserName}. {exception.Message}");
            return [];
        }

        var secret = new byte[64];
        if (lines is not [Real or Demo, var text] || !Convert.TryFromBase64String(text, secret, out var length) || length < 32)
            problem = Refuse($"The file {file} is not a secret of Loket. Put it back from your backup.");
        else if (lines[0] == Demo && !demoAllowed)
            problem = Refuse($"The secret {file} was made by the demo and is not fit for real people's data. Begin with an empty folder and type: loket migrate --create");
        else
            return secret[..length];
        return [];
    }

    /// <summary>Whether the file is a secret made by the demo.</summary>
    public static bool IsDemo(string file) => File.Exists(file) && File.ReadLines(file).FirstOrDefault() == Demo;

    internal static bool IsOpenToOthers(string file) =>
        (File.GetUnixFileMode(file) & ~(Private | UnixFileMode.UserExecute)) != UnixFileMode.None;

    private static Problem Refuse(string words) => new(ExitCode.Settings, words);
}
