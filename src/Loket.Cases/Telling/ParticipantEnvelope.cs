using Loket.Cases.Participants;
using Loket.Cases.Types;
using Loket.Contacts;
using Loket.Messages;
using Loket.Organisation.Settings;

namespace Loket.Cases.Telling;

/// <summary>Addresses news to a participant.</summary>
internal static class ParticipantEnvelope
{
    /// <summary>The news in an envelope, by the way that this person wants.</summary>
    /// <param name="news">What is told.</param>
    /// <param name="found">Of which case.</param>
    /// <param name="type">Its type, in the version that it keeps.</param>
    /// <param name="participant">As whom they are told.</param>
    /// <param name="subject">The words that they used; another's may hold a name.</param>
    /// <param name="recipient">How they are reached.</param>
    /// <param name="profile">Of the municipality.</param>
    /// <param name="happened">The event of which they are told.</param>
    public static Envelope Of(News news, Case found, CaseTypeDetails type, Participant participant, string subject, Recipient recipient, Profile profile, Guid happened)
    {
        var values = new Dictionary<string, string>(news.Values, StringComparer.Ordinal)
        {
            ["reference"] = participant.Reference,
            ["subject"] = subject,
            ["matter"] = MatterNames.Of(found, recipient.Language),
        };
        if (CanFollow(found)) values["follow_link"] = profile.AddressOf("/volgen", recipient.Language);
        return new Envelope
        {
            Kind = news.Kind,
            To = recipient.Ways[0],
            Template = news.Template,
            Text = TypeTexts.Find(type, news.Template, recipient.Language),
            Values = values,
            Event = happened,
            Person = participant.Id.Value,
            Language = recipient.Language,
            About = new MessageAbout(found.Id.Value, participant.Contact.Value, participant.Id.Value),
            SensitiveGroup = found.SensitiveGroup,
        };
    }

    /// <summary>Whether it is of a kind that is followed on the website.</summary>
    public static bool CanFollow(Case found) => found.Confidentiality == Confidentiality.Low && found.SensitiveGroup is null;
}
