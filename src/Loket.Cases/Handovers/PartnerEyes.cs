using Loket.Places;

namespace Loket.Cases.Handovers;

/// <summary>What a partner reads of a case: never a national number, and of a sensitive case neither what it is about nor where.</summary>
internal static class PartnerEyes
{
    /// <summary>The subject line; null where it is not for partners.</summary>
    public static string? SubjectOf(string subject, string? sensitiveGroup) => sensitiveGroup is null ? NationalNumbers.Hide(subject) : null;

    /// <inheritdoc cref="SubjectOf(string, string?)" />
    public static string? SubjectOf(Case found) => SubjectOf(found.Subject, found.SensitiveGroup);

    /// <summary>The place; unknown where it is not for partners.</summary>
    public static Place PlaceOf(Case found) => found.SensitiveGroup is not null
        ? Place.Unknown
        : found.Place with { Text = NationalNumbers.Hide(found.Place.Text), Address = NationalNumbers.Hide(found.Place.Address) };
}
