namespace Loket.Demo.Town;

/// <summary>Slips of the pen as residents make them.</summary>
internal static class Slips
{
    private static readonly (string Right, string Wrong)[] Common =
    [
        ("lantaarnpaal", "lantarenpaal"), ("lantaarnpaal", "lantaarn paal"), ("Lantaarnpaal", "Lantarenpaal"), ("stoeptegels", "stoep tegels"), ("wordt", "word"), ("gebeurt", "gebeurd"),
        ("onmiddellijk", "onmiddelijk"), ("container", "kontainer"), ("speeltuin", "speel tuin"), ("parkeerplaats", "parkeer plaats"), ("ernaast", "er naast"), ("onkruid", "onkruit"),
        ("verstopt", "verstopd"), ("kapot", "kappot"), ("niet meer", "nietmeer"), ("fietspad", "fiets pad"), ("vuilniszakken", "vuilnis zakken"), ("misschien", "mischien"), ("zo snel", "zosnel"),
    ];

    /// <summary>The text with one or two slips.</summary>
    public static string Make(string text, Dice dice)
    {
        text = Once(text, dice);
        return dice.Percent(35) ? Once(text, dice) : text;
    }

    private static string Once(string text, Dice dice)
    {
        switch (dice.Below(4))
        {
            case 0:
                return Swap(text, dice.Below(text.Length));
            case 1:
                return char.ToLowerInvariant(text[0]) + text[1..];
            case 2 when text.EndsWith('.'):
                return text[..^1] + "!!";
            default:
                var (right, wrong) = dice.Pick(Common);
                var at = text.IndexOf(right, StringComparison.Ordinal);
                return at < 0 ? Swap(text, dice.Below(text.Length)) : string.Concat(text.AsSpan(0, at), wrong, text.AsSpan(at + right.Length));
        }
    }

    // Two letters within a word change places, at or after the position; never in a number that somebody must read.
    private static string Swap(string text, int from)
    {
        for (var i = from; i < text.Length - 2; i++)
        {
            if (!char.IsAsciiLetterLower(text[i]) || !char.IsAsciiLetterLower(text[i + 1]) || text[i] == text[i + 1] || i == 0 || !char.IsLetter(text[i - 1])) continue;
            return string.Concat(text.AsSpan(0, i), [text[i + 1], text[i]], text.AsSpan(i + 2));
        }

        return text;
    }
}
