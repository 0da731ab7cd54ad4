using System.CommandLine;

namespace Loket.Demo.Commands;

/// <summary>On which database.</summary>
internal static class DatabaseOption
{
    public const string Both = "both";

    public static Option<string> One() => Make("sqlite", "sqlite (embedded) or postgres (a private server of its own).", "sqlite", "postgres");

    public static Option<string> OneOrBoth(string usual) => Make(usual, $"sqlite, postgres or both; without it {usual}.", "sqlite", "postgres", Both);

    public static IReadOnlyList<string> Named(string choice) => choice == Both ? ["sqlite", "postgres"] : [choice];

    private static Option<string> Make(string usual, string words, params string[] choices)
    {
        var option = new Option<string>("--database") { Description = words, DefaultValueFactory = _ => usual, HelpName = "DATABASE" };
        option.AcceptOnlyFromAmong(choices);
        return option;
    }
}
