namespace Loket.Organisation.Accounts;

/// <summary>Which browser somebody uses, as coarsely as is enough to know one's own apart: no versions, no address.</summary>
/// <param name="Name">For example Firefox; null when it is none that we know.</param>
/// <param name="Platform">For example Windows; null when it is none that we know.</param>
public sealed record Browser(string? Name, string? Platform)
{
    /// <summary>Longest name of either.</summary>
    internal const int Longest = 30;

    // In this order: most browsers say that they are others as well.
    private static readonly (string Sign, string Name)[] Names =
    [
        ("Edg/", "Edge"), ("EdgA/", "Edge"), ("EdgiOS/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Vivaldi/", "Vivaldi"),
        ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Chromium/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Platforms =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"), ("Macintosh", "macOS"), ("Linux", "Linux"),
    ];

    /// <summary>One of which nothing is known.</summary>
    public static Browser Unknown { get; } = new(null, null);

    /// <summary>Reads what a browser says of itself (RFC 9110, section 10.1.5); what is not in our lists is forgotten.</summary>
    public static Browser Of(string? userAgent) => new(First(Names, userAgent), First(Platforms, userAgent));

    private static string? First((string Sign, string Name)[] known, string? userAgent) =>
        userAgent is null ? null : known.FirstOrDefault(one => userAgent.Contains(one.Sign, StringComparison.Ordinal)).Name;
}
