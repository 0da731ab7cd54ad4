namespace Loket.Demo.Town;

/// <summary>Names that go together, with the share of residents who have them.</summary>
internal sealed record NameOrigin(int Percent, string Women, string Men, string Families)
{
    /// <summary>So many of a hundred would rather be answered in English.</summary>
    public int PercentInEnglish { get; init; }

    public string[] WomenList { get; } = Women.Split(", ");
    public string[] MenList { get; } = Men.Split(", ");
    public string[] FamilyList { get; } = Families.Split(", ");
}
