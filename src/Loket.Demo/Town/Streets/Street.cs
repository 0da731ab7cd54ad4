namespace Loket.Demo.Town;

/// <summary>A street within one village. The name is public, the line is plausible, not measured.</summary>
/// <param name="Number">Three digits; the first half of the number on its lamp posts.</param>
/// <param name="Village">Key of the village.</param>
/// <param name="Line">From the first house to the last.</param>
public sealed record Street(int Number, string Village, int Postcode, StreetKind Kind, string Name, IReadOnlyList<Spot> Line);
