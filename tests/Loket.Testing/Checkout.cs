namespace Loket.Testing;

/// <summary>The checkout from which the tests run.</summary>
public static class Checkout
{
    /// <summary>Its root.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Loket.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run from a checkout of Loket.");
    }
}
