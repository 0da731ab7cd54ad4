namespace Loket.Demo.Town;

/// <summary>Telephone numbers that are well formed and meant to be nobody's.</summary>
/// <remarks>The Dutch number plan reserves no range for fiction. Landlines here begin with 0 after the area code, which is never given out;
/// mobile numbers of residents all begin with 06 80, those of staff with 06 81. The demo dials nothing and keeps every message in its own outbox.</remarks>
internal static class PhoneNumbers
{
    private static readonly string[] AreaCodes = ["020", "023"];

    public static string Landline(Dice dice) => $"{dice.Pick(AreaCodes)} 0{dice.Below(1_000_000):000000}";

    /// <summary>The n-th mobile number; a million different ones, then again from the first.</summary>
    public static string Mobile(int n) => $"06 80{((n * 7_919L) + 123_457) % 1_000_000:000000}";

    /// <summary>The n-th telephone that a colleague on duty has with them.</summary>
    public static string MobileOfStaff(int n) => $"06 81{n:000000}";
}
