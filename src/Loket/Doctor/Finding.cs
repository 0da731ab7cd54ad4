namespace Loket.Doctor;

/// <summary>How a check came out.</summary>
public enum FindingState
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Fit to know, nothing to mend.</summary>
    Note,

    /// <summary>To be mended.</summary>
    Wrong,
}

/// <summary>The outcome of one check.</summary>
/// <param name="Tenant">Which municipality; null for the installation as a whole.</param>
/// <param name="Check">What was looked at.</param>
/// <param name="State">How it came out.</param>
/// <param name="Says">What was found.</param>
/// <param name="Do">What to do about it.</param>
public sealed record Finding(string? Tenant, string Check, FindingState State, string Says, string? Do = null)
{
    /// <summary>As it should be.</summary>
    public static Finding Ok(string? tenant, string check, string says) => new(tenant, check, FindingState.Ok, says);

    /// <summary>Fit to know.</summary>
    public static Finding Note(string? tenant, string check, string says) => new(tenant, check, FindingState.Note, says);

    /// <summary>To be mended.</summary>
    public static Finding Wrong(string? tenant, string check, string says, string @do) => new(tenant, check, FindingState.Wrong, says, @do);
}
