namespace Loket.Web.Components;

/// <summary>What a colour means; always with an icon and a word beside it.</summary>
public enum Tone
{
    /// <summary>Nothing in particular.</summary>
    Neutral,

    /// <summary>Good to know, under way.</summary>
    Info,

    /// <summary>Done, right.</summary>
    Good,

    /// <summary>Needs attention soon.</summary>
    Warning,

    /// <summary>Wrong, late or dangerous.</summary>
    Danger,

    /// <summary>Somebody outside the municipality has it.</summary>
    Partner,
}

/// <summary>How tones look.</summary>
internal static class Tones
{
    /// <summary>The end of class names.</summary>
    public static string ClassName(this Tone tone) => tone switch
    {
        Tone.Info => "info",
        Tone.Good => "good",
        Tone.Warning => "warning",
        Tone.Danger => "danger",
        Tone.Partner => "partner",
        _ => "neutral",
    };

    /// <summary>The icon of a tone.</summary>
    public static string IconName(this Tone tone) => tone switch
    {
        Tone.Info => "info",
        Tone.Good => "check-circle",
        Tone.Warning => "warning",
        Tone.Danger => "cross-circle",
        Tone.Partner => "handover",
        _ => "circle",
    };
}
