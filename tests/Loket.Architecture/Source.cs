namespace Loket.Architecture;

/// <summary>The source of the house, for tests that read it.</summary>
internal static class Source
{
    private static readonly string Root = FindRoot();

    /// <summary>A path in the repository.</summary>
    public static string At(string path) => Path.Combine(Root, path);

    /// <summary>The files below a folder that people wrote.</summary>
    public static IEnumerable<string> Files(string folder, params string[] patterns) =>
        patterns.SelectMany(pattern => Directory.EnumerateFiles(At(folder), pattern, SearchOption.AllDirectories))
            .Where(file => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules" or "wwwroot"));

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Loket.slnx")))
        {
            folder = Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar)) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder;
    }
}
