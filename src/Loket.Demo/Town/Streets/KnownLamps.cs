namespace Loket.Demo.Town;

/// <summary>The lamp posts of the story that all is about (row A3).</summary>
public static class KnownLamps
{
    /// <summary>On the Nieuwemeerdijk: eleven telephone calls in eight weeks.</summary>
    public const string Broken = "118-042";

    /// <summary>A different lamp, <see cref="MetresToNext"/> metres further.</summary>
    public const string Next = "118-043";

    /// <summary>Near enough to be taken for the same, far enough not to be.</summary>
    public const int MetresToNext = 25;
}
