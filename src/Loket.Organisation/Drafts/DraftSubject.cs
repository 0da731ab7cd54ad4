namespace Loket.Organisation.Drafts;

/// <summary>On what kind of page somebody is writing.</summary>
public enum DraftPlace
{
    /// <summary>The page of a case: a note, a question, a change.</summary>
    Case,

    /// <summary>An answer to the people of a case.</summary>
    Answer,

    /// <summary>A new contact.</summary>
    Contact,

    /// <summary>A callback request.</summary>
    Callback,
}

/// <summary>What a draft is about.</summary>
/// <param name="Place">The kind of page.</param>
/// <param name="Thing">The case or callback request; of a new contact an identity of its own, as two may be taken at a time.</param>
/// <param name="Form">Name of the form on that page.</param>
public sealed record DraftSubject(DraftPlace Place, Guid Thing, string Form)
{
    internal const int LongestForm = 40;

    /// <summary>Reads what a form says of itself; null for anything else.</summary>
    public static DraftSubject? Read(string? text) =>
        text?.Split('/') is [var place, var thing, { Length: > 0 and <= LongestForm } form] && Enum.TryParse<DraftPlace>(place, out var known) && Enum.IsDefined(known)
        && Guid.TryParseExact(thing, "N", out var id) && form.All(char.IsAsciiLetter)
            ? new DraftSubject(known, id, form)
            : null;

    /// <summary>The same as text, for in a form.</summary>
    public override string ToString() => $"{Place}/{Thing:N}/{Form}";
}
