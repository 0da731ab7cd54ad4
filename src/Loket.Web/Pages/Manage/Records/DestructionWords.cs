using Loket.Cases;
using Loket.Cases.Keeping;
using Loket.Web.Components;

namespace Loket.Web.Pages.Manage.Records;

/// <summary>What the pages about destroying cases share.</summary>
internal static class DestructionWords
{
    /// <summary>The page of all lists.</summary>
    public const string Home = "~/beheer/vernietigen";

    /// <summary>The page of one.</summary>
    public static string Href(DestructionListId id) => $"{Home}/{id.Value}";

    /// <summary>How the state of a list looks.</summary>
    public static Tone ToneOf(DestructionState state) => state switch
    {
        DestructionState.Drawn or DestructionState.Proposed => Tone.Info,
        DestructionState.Approved => Tone.Warning,
        DestructionState.Done => Tone.Good,
        _ => Tone.Neutral,
    };
}
