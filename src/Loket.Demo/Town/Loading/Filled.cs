namespace Loket.Demo.Town.Loading;

/// <summary>What came of a filling.</summary>
/// <param name="Contacts">Contacts registered.</param>
/// <param name="Cases">Cases opened.</param>
/// <param name="Steps">Steps of stories that were carried out.</param>
/// <param name="Refused">Steps that the program refused, by what and why: where a story and the program think differently.</param>
public sealed record Filled(int Contacts, int Cases, int Steps, IReadOnlyDictionary<string, int> Refused);
