using Loket.Kernel;
using Loket.Kernel.Text;

namespace Loket.Cases.Handovers;

/// <summary>What is written between us and a partner: cleaned, and of a length that somebody reads, through whichever door it came.</summary>
public static class PartnerText
{
    /// <summary>In characters.</summary>
    public const int Longest = 4_000;

    /// <summary>In characters.</summary>
    public const int LongestJobNumber = 60;

    /// <summary>A text that must say something; <paramref name="missing"/> when it says nothing.</summary>
    internal static Result<string> Required(string? typed, Failure missing)
    {
        var text = CleanText.Lines(typed, Longest);
        if (!text.Succeeded) return text.Failure.At(missing.Field!);
        return text.Value.Length == 0 ? missing : text.Value;
    }

    /// <summary>What was reported of the work; each part null where nothing was said.</summary>
    internal static Result<(string? JobNumber, string? Text)> Report(string? jobNumber, string? typed)
    {
        var (number, text) = (CleanText.Line(jobNumber, LongestJobNumber), CleanText.Lines(typed, Longest));
        if ((number.Failure?.At("JobNumber") ?? text.Failure?.At("Text")) is { } failure) return failure;
        return (OrNull(number.Value), OrNull(text.Value));
    }

    private static string? OrNull(string text) => text.Length > 0 ? text : null;
}
