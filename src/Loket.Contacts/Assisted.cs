using Loket.Kernel;

namespace Loket.Contacts;

/// <summary>What somebody else did for the person whom a contact is about (row A11).</summary>
public enum Assistance
{
    /// <summary>They filled it in together: at a public computer, or at the kitchen table.</summary>
    FilledInTogether,

    /// <summary>Somebody else asked, for them: a daughter calls for her mother.</summary>
    AskedForAnother,
}

/// <summary>That a contact came through somebody else than the person whom it is about.</summary>
/// <param name="How">What that person did.</param>
/// <param name="By">Who that was, as they say it: "haar zoon", "vrijwilliger van de bibliotheek"; null when they did not say.</param>
public sealed record Assisted(Assistance How, [property: Personal("answering", "case")] string? By = null)
{
    /// <summary>The longest description of who helped, in characters.</summary>
    public const int LongestBy = 100;
}
