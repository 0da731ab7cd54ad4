namespace Loket.Browser.Windows;

/// <summary>Where the sources are, and where pictures go.</summary>
internal static class Folders
{
    /// <summary>The root of the checkout.</summary>
    public static string Root { get; } = Find();

    /// <summary>Pictures for people to look at; not in version control.</summary>
    public static string Screenshots => Path.Combine(Root, "artifacts", "screenshots");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Loket.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run from a checkout of Loket.");
    }
}
