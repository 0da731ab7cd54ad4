namespace Loket.Demo.Town;

/// <summary>What residents say about one category, and how often.</summary>
/// <param name="Category">Key.</param>
/// <param name="Cases">How often it becomes a case, in proportion to the others.</param>
/// <param name="Direct">How often it is answered on the spot, in proportion to the others.</param>
internal sealed record Phrases(string Category, int Cases, int Direct)
{
    /// <summary>One sentence more that makes it urgent.</summary>
    public string? Danger { get; set; }

    /// <summary>What one may add, whatever the matter.</summary>
    public List<string> Details { get; } = [];

    public List<Matter> Matters { get; } = [];

    /// <summary>All, as the list has them.</summary>
    public static IReadOnlyList<Phrases> All { get; } = PhraseList.Read();
}

/// <summary>One thing that can be the matter: its words belong together, whoever of the street says them.</summary>
internal sealed class Matter
{
    public List<string> Subjects { get; } = [];

    public List<string> Texts { get; } = [];

    public List<string> Details { get; } = [];

    public List<string> Solved { get; } = [];

    public List<string> Unsolved { get; } = [];

    /// <summary>What the first line answered on the spot; none if that cannot be.</summary>
    public List<string> Answers { get; } = [];

    /// <summary>Subject and text in English.</summary>
    public List<(string Subject, string Text)> English { get; } = [];
}
