using System.CommandLine;

namespace Loket.Demo.Commands;

/// <summary>Names of stories and measurements on the command line.</summary>
internal static class Named
{
    /// <summary>Help that lists what there is.</summary>
    public static string List(string question, IEnumerable<(string Name, string Words)> known) =>
        $"{question}: {string.Join("; ", known.Select(one => $"{one.Name} ({one.Words})"))}";

    /// <summary>Refuses another name, with those that there are.</summary>
    public static void AcceptOnlyKnown(this Argument argument, IEnumerable<string> known, string kind)
    {
        string[] names = [.. known];
        argument.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => !names.Contains(token.Value)))
                result.AddError($"There is no {kind} '{token.Value}'; see --help for those that there are.");
        });
    }
}
