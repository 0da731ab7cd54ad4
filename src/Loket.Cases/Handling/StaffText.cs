using Loket.Cases.Modules;
using Loket.Kernel;
using Loket.Kernel.Text;

namespace Loket.Cases.Handling;

/// <summary>What staff write about a case, for colleagues or for residents: cleaned, and of a length that somebody reads, through whichever door it came.</summary>
public static class StaffText
{
    /// <summary>In characters.</summary>
    public const int Longest = 10_000;

    /// <summary>A text that must say something; <paramref name="missing"/> when it says nothing.</summary>
    internal static Result<string> Required(string? typed, Failure missing)
    {
        var text = Optional(typed, missing.Field!);
        return text.Succeeded && text.Value.Length == 0 ? missing : text;
    }

    /// <summary>A text that may say nothing; one that is too long, or in which something is still to be filled in, is refused at the field.</summary>
    public static Result<string> Optional(string? typed, string field)
    {
        var text = CleanText.Lines(typed, Longest);
        if (!text.Succeeded) return text.At(field);
        return GapIn(text.Value) is { } gap ? gap.At(field) : text;
    }

    /// <summary>What a text module left to be filled in, and nobody did; null for nothing.</summary>
    internal static Failure? GapIn(string text) => ModuleText.Gaps(text) is { Count: > 0 } gaps ? CaseFailures.GapLeft.With(string.Join(", ", gaps)) : null;
}
