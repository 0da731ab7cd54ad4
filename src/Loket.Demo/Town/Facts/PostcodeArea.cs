namespace Loket.Demo.Town;

/// <summary>One four-digit postcode: inhabitants on 1 January 2021 (rounded to 5, as published) and a position in its middle.</summary>
public sealed record PostcodeArea(int Digits, string Village, int Inhabitants, int SixtyFiveAndOver, Spot Middle);
