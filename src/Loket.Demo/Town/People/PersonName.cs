namespace Loket.Demo.Town;

/// <summary>An invented name.</summary>
/// <param name="Prefix">"van de", or empty.</param>
public sealed record PersonName(string Given, string Prefix, string Family, bool IsWoman)
{
    /// <summary>"Joke van der Veen".</summary>
    public string Full => Prefix.Length == 0 ? $"{Given} {Family}" : $"{Given} {Prefix} {Family}";

    /// <summary>"mevrouw Van der Veen": how an employee writes it down.</summary>
    public string Addressed => $"{(IsWoman ? "mevrouw" : "meneer")} {(Prefix.Length == 0 ? Family : $"{char.ToUpperInvariant(Prefix[0])}{Prefix[1..]} {Family}")}";
}
