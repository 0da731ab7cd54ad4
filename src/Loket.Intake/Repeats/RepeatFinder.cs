using Loket.Cases.Reading;
using Loket.Kernel.Text;
using Loket.Places;
using NodaTime;

namespace Loket.Intake.Repeats;

/// <summary>Why a case may be what this contact is about.</summary>
public enum RepeatReason
{
    /// <summary>The same object, the same subject.</summary>
    SameObject,

    /// <summary>The same object, but another or an unknown subject.</summary>
    SameObjectOtherSubject,

    /// <summary>The same object and subject, ended a short while ago.</summary>
    SameObjectJustClosed,

    /// <summary>The same person.</summary>
    SamePerson,

    /// <summary>The same address.</summary>
    SameAddress,

    /// <summary>Close by, the same subject.</summary>
    Nearby,

    /// <summary>The same street or area, and words alike.</summary>
    SameWords,
}

/// <summary>What is known of a contact while it is taken; all may be missing.</summary>
/// <param name="Subject">The subject line.</param>
/// <param name="Category">Key of the subject.</param>
/// <param name="Asset">Number of the object.</param>
/// <param name="Address">Street and number.</param>
/// <param name="Area">Key of the area.</param>
/// <param name="X">Metres east (RD).</param>
/// <param name="Y">Metres north (RD).</param>
/// <param name="Danger">Whether there is danger.</param>
/// <param name="Now">The moment.</param>
public sealed record ContactSketch(
    string? Subject, string? Category, string? Asset, string? Address, string? Area, double? X, double? Y, bool Danger, Instant Now);

/// <summary>A case that this contact may be about.</summary>
/// <param name="Case">The case.</param>
/// <param name="Reason">The strongest reason.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Metres">How far away, where both are known.</param>
/// <param name="Certain">Whether it may be joined without asking.</param>
public sealed record Match(CaseSketch Case, RepeatReason Reason, double Score, double? Metres, bool Certain);

/// <summary>Which open cases may this contact be about? Best first, each with its reason.</summary>
/// <remarks>Same object, same subject, no danger: certain, without age limit (16 of 21 real repeats on one lamp post came after more than ten days).
/// The same, closed less than its window ago: reopens. Otherwise suggested at most: within the subject's radius, same subject; at the same house, any subject. Two different
/// object numbers are two objects, however near (25 m away is not the same lamp post). Distances in metres (RD), scores 0 to 1.</remarks>
public static class RepeatFinder
{
    private const double LeastScore = 0.3;
    private const double LeastLikeness = 0.34;

    /// <summary>Ranks the candidates.</summary>
    public static IReadOnlyList<Match> Rank(ContactSketch contact, IEnumerable<CaseSketch> candidates)
    {
        var words = SubjectWords.Of(contact.Subject);
        return [.. candidates.Select(candidate => Judge(contact, words, candidate)).OfType<Match>()
            .Where(match => match.Score >= LeastScore)
            .OrderByDescending(match => match.Score).ThenByDescending(match => match.Case.LastContactAt).ThenByDescending(match => match.Case.Id.Value)];
    }

    private static Match? Judge(ContactSketch contact, SubjectWords words, CaseSketch candidate)
    {
        var likeness = words.SimilarityTo(SubjectWords.Of(candidate.Subject));
        var sameSubject = contact.Category is not null && contact.Category == candidate.Category;
        var subjectUnknown = contact.Category is null || candidate.Category is null;
        var metres = Distance(contact, candidate);

        if (contact.Asset is not null && candidate.Asset is not null)
        {
            if (contact.Asset != candidate.Asset) return candidate.SamePerson && (candidate.ClosedAt is null || candidate.MayReopen) ? Person(candidate, likeness * 0.5, metres) : null;
            if (candidate.ClosedAt is not null)
            {
                return candidate.MayReopen && sameSubject
                    ? new Match(candidate, RepeatReason.SameObjectJustClosed, 0.9, 0, Certain: !contact.Danger && !candidate.Danger)
                    : null;
            }

            if (sameSubject) return new Match(candidate, RepeatReason.SameObject, contact.Danger == candidate.Danger ? 1 : 0.6, 0, Certain: !contact.Danger && !candidate.Danger);
            return new Match(candidate, RepeatReason.SameObjectOtherSubject, subjectUnknown ? 0.85 : 0.45, 0, Certain: false);
        }

        if (candidate.ClosedAt is not null) return candidate.SamePerson && candidate.MayReopen ? Person(candidate, likeness * 0.8, metres) : null;

        Match?[] matches =
        [
            candidate.SamePerson ? Person(candidate, likeness, metres) : null,
            contact.Address is not null && contact.Address == candidate.Address ? Address(candidate, sameSubject, likeness, metres) : null,
            metres <= candidate.RepeatRadius && (sameSubject || (subjectUnknown && likeness >= LeastLikeness))
                ? new Match(candidate, RepeatReason.Nearby, 0.5 + 0.25 * (1 - metres.Value / candidate.RepeatRadius) + 0.15 * likeness, metres, Certain: false) : null,
            contact.Area is not null && contact.Area == candidate.Area && (sameSubject || likeness >= LeastLikeness)
                ? new Match(candidate, RepeatReason.SameWords, (sameSubject ? 0.3 : 0.1) + (SameStreet(contact, candidate) ? 0.1 : 0) + 0.5 * likeness, metres, Certain: false) : null,
        ];
        return matches.OfType<Match>().MaxBy(match => match.Score);
    }

    private static Match Person(CaseSketch candidate, double likeness, double? metres) =>
        new(candidate, RepeatReason.SamePerson, 0.4 + 0.5 * likeness, metres, Certain: false);

    // What stands open at the door is shown whatever it is about: "weer niet gekomen" says no more, and neither does an address that is typed first.
    // A street without a number is too long for that.
    private static Match? Address(CaseSketch candidate, bool sameSubject, double likeness, double? metres) =>
        sameSubject || likeness >= LeastLikeness ? new Match(candidate, RepeatReason.SameAddress, 0.7 + 0.2 * likeness, metres, Certain: false)
        : Place.StreetOf(candidate.Address) != candidate.Address ? new Match(candidate, RepeatReason.SameAddress, 0.4 + 0.2 * likeness, metres, Certain: false)
        : null;

    private static bool SameStreet(ContactSketch contact, CaseSketch candidate) =>
        Place.StreetOf(contact.Address) is { } street && street == Place.StreetOf(candidate.Address);

    private static double? Distance(ContactSketch contact, CaseSketch candidate) =>
        contact is { X: { } x, Y: { } y } && candidate is { X: { } cx, Y: { } cy } ? Math.Sqrt((x - cx) * (x - cx) + (y - cy) * (y - cy)) : null;
}
