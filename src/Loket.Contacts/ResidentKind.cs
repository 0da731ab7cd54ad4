namespace Loket.Contacts;

/// <summary>With what a resident comes.</summary>
public enum ResidentKind
{
    /// <summary>A question.</summary>
    Question,

    /// <summary>An idea.</summary>
    Idea,

    /// <summary>Something outside or nearby that must be mended or looked at.</summary>
    Report,

    /// <summary>Discontent with how the municipality behaved (Awb 9:1); a formal paper with a term of its own.</summary>
    Complaint,
}
