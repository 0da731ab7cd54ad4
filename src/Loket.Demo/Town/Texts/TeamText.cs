namespace Loket.Demo.Town;

/// <summary>A text that is written often.</summary>
/// <param name="Code">Its short code.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Text">The text, with its fields.</param>
/// <param name="Teams">Keys of the teams that have it; none for everybody.</param>
internal sealed record TeamText(string Code, string Name, Words Text, IReadOnlyList<string> Teams);
