namespace Loket.Web.Components;

/// <summary>One of the answers to choose from.</summary>
/// <param name="Value">What is posted.</param>
/// <param name="Text">What is shown.</param>
/// <param name="Hint">Help below the text; not in a drop-down.</param>
/// <param name="Group">Heading under which it stands; only in a drop-down.</param>
public sealed record Choice(string Value, string Text, string? Hint = null, string? Group = null);
