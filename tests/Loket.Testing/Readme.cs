using System.Text.RegularExpressions;

namespace Loket.Testing;

/// <summary>The walk of README.md: what a test presses, types and opens is what a newcomer reads there.</summary>
public static partial class Readme
{
    private static readonly string Walk = Read();

    /// <summary>A button, link or label, as the walk names it.</summary>
    public static string Named(string label) => Says("*" + label + "*", label);

    /// <summary>What the walk says to type or press, or a name to sign in with.</summary>
    public static string Typed(string text) => Says("`" + text + "`", text);

    /// <summary>A page that the walk says to open; its path.</summary>
    public static string Opened(string path) => Says("http://127.0.0.1:5080" + path, path);

    private static string Says(string words, string what) =>
        Walk.Contains(words, StringComparison.Ordinal) ? what : throw new InvalidOperationException($"The walk of README.md does not say {words}.");

    private static string Read()
    {
        var text = File.ReadAllText(Path.Combine(Checkout.Root, "README.md"));
        return Spaces().Replace(TheWalk().Match(text).Value, " ");
    }

    [GeneratedRegex(@"^## A walk.*?(?=^## )", RegexOptions.Singleline | RegexOptions.Multiline, 1000)]
    private static partial Regex TheWalk();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
