using System.Globalization;
using System.Security.Cryptography;
using Loket.Commands;
using Loket.Storage;
using Loket.Storage.Tenancy;

namespace Loket.Configuration;

/// <summary>The file with the keys of national numbers that came after the first, which follows from the master secret: a line that says what it is, and for each key its number and 32 random bytes in base64.</summary>
/// <remarks>Where no key was renewed there is no such file. Who loses it can't read what they sealed; a key may go when no number and no backup is under it any more.</remarks>
public static class NumberKeyFile
{
    private const string Header = "loket number keys 1";
    private const int KeyBytes = 32;
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Reads the keys.</summary>
    /// <param name="file">The file; that it is not there is no problem.</param>
    /// <param name="problem">Why it can't be used; null when it can.</param>
    /// <returns>The keys by number, the oldest first; none when it can't be used.</returns>
    public static IReadOnlyList<(int Number, byte[] Secret)> Read(string file, out Problem? problem)
    {
        problem = null;
        if (!File.Exists(file)) return [];
        if (SecretFile.IsOpenToOthers(file))
        {
            problem = Refuse($"The number keys {file} can be read by others. Type: chmod 600 {file}");
            return [];
        }

        string[] lines;
        try
        {
            lines = File.ReadAllLines(file);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            problem = Refuse($"The number keys {file} can't be read by the user {Environment.UserName}. {exception.Message}");
            return [];
        }

        var keys = new List<(int Number, byte[] Secret)>();
        foreach (var line in lines.Skip(1).Where(line => line.Length > 0))
        {
            var secret = new byte[KeyBytes];
            if (line.Split(' ') is not [var number, var text] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read) || read <= (keys.Count == 0 ? 0 : keys[^1].Number)
                || !Convert.TryFromBase64String(text, secret, out var length) || length != KeyBytes)
            {
                problem = NoKeys(file);
                return [];
            }

            keys.Add((read, secret));
        }

        if (keys.Count > 0 && lines[0] == Header) return keys;
        problem = NoKeys(file);
        return [];
    }

    /// <summary>Adds a key, readable by its owner only; those that stand stay.</summary>
    /// <param name="file">The file, which <see cref="Read"/> can use or is not there yet.</param>
    /// <param name="above">The number is higher than this, whatever stands in the file.</param>
    /// <returns>The number of the new key.</returns>
    public static int Renew(string file, int above)
    {
        var keys = Read(file, out var problem);
        if (problem is not null) throw new InvalidOperationException(problem.Words);
        var number = Math.Max(above, keys.Count == 0 ? 0 : keys[^1].Number) + 1;
        // Beside it first: a stop in between leaves the one that stands.
        var fresh = file + ".new";
        File.Delete(fresh);
        using (var stream = new FileStream(fresh, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = Private }))
        {
            using (var writer = new StreamWriter(stream, leaveOpen: true))
            {
                writer.Write(Header + "\n");
                foreach (var (each, secret) in keys.Append((number, RandomNumberGenerator.GetBytes(KeyBytes))))
                    writer.Write(string.Create(CultureInfo.InvariantCulture, $"{each} {Convert.ToBase64String(secret)}\n"));
            }

            stream.Flush(flushToDisk: true);
        }

        File.Move(fresh, file, overwrite: true);
        FolderFlush.ToDisk(Path.GetDirectoryName(file)!);
        return number;
    }

    /// <summary>Adds the keys of the file to those of a municipality.</summary>
    internal static void AddTo(KeyRing ring, IReadOnlyList<(int Number, byte[] Secret)> keys)
    {
        foreach (var (number, secret) in keys) ring.Add(number, secret);
    }

    private static Problem NoKeys(string file) => Refuse($"The file {file} holds no number keys of Loket. Put it back from your backup.");

    private static Problem Refuse(string words) => new(ExitCode.Settings, words);
}
