using Loket.Kernel;
using NodaTime;

namespace Loket.Contacts.OnFile;

/// <summary>All that is kept here of one person, whichever of those under whom they stand has it, for who answers their request to see it (AVG, article 15).</summary>
/// <remarks>Without what is another's: whom they acted for, who acted for them, on what a warning rests.</remarks>
/// <param name="Details">Who they are, as often as they are known.</param>
/// <param name="Ways">How they want to be told.</param>
/// <param name="Warnings">Of what our people are warned, or were.</param>
/// <param name="Mandates">That they act for another, or another for them.</param>
/// <param name="Matters">About what they reached us, newest first.</param>
public sealed record PersonOnFile(
    IReadOnlyList<DetailsOnFile> Details, IReadOnlyList<PreferredWay> Ways, IReadOnlyList<WarningOnFile> Warnings, IReadOnlyList<MandateOnFile> Mandates, IReadOnlyList<MatterOnFile> Matters)
{
    /// <summary>Their national number, where one is kept.</summary>
    [Personal("identifying", "as long as a case needs it")]
    public string? NationalNumber { get; init; }
}

/// <summary>Who somebody is.</summary>
public sealed record DetailsOnFile(
    CustomerKind Kind, [property: Personal("answering", "case")] string? Name, [property: Personal("answering", "case")] string? Phone, [property: Personal("answering", "case")] string? Email,
    [property: Personal("answering", "case")] string? Address, string Language);

/// <summary>A warning on somebody, without on what it rests.</summary>
public sealed record WarningOnFile(WarningKind Kind, Instant PlacedAt, Instant? PassesAt, Instant? EndedAt);

/// <summary>That somebody acts for another, or another for them.</summary>
public sealed record MandateOnFile(RepresentationKind Kind, bool ForAnother, Instant NamedAt, Instant? PassesAt, Instant? EndedAt);

/// <summary>One thing about which somebody reached us; where they came for another, only that they did.</summary>
/// <param name="Matter">The matter.</param>
/// <param name="Contact">The contact that it belongs to.</param>
/// <param name="Reference">What they say on the phone.</param>
/// <param name="Channel">How they reached us.</param>
/// <param name="At">When.</param>
/// <param name="ForAnother">Whether they acted for somebody else.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Text">What they said.</param>
/// <param name="Place">Where it is, in their words.</param>
/// <param name="Outcome">How it ended; null while it is open.</param>
/// <param name="Said">What was answered, or to whom it was forwarded.</param>
public sealed record MatterOnFile(
    MatterId Matter, ContactId Contact, string Reference, Channel Channel, Instant At, bool ForAnother, [property: Personal("answering", "case")] string? Subject,
    [property: Personal("answering", "case")] string? Text, [property: Personal("answering", "case")] string? Place, Outcome? Outcome, [property: Personal("answering", "case")] string? Said);
