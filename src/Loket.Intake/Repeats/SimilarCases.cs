namespace Loket.Intake.Repeats;

/// <summary>The cases that a contact may be about.</summary>
/// <param name="Matches">Those that are shown, best first.</param>
/// <param name="More">How many more look like it.</param>
public sealed record SimilarCases(IReadOnlyList<Match> Matches, int More);
