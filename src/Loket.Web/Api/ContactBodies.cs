using Loket.Contacts;
using Loket.Intake.Repeats;
using Loket.Kernel;
using Loket.Kernel.Text;
using Loket.Messages;
using Loket.Places;
using NodaTime;

namespace Loket.Web.Api;

/// <summary>A contact to register.</summary>
/// <param name="Channel">How they reached the municipality.</param>
/// <param name="Matters">What it is about; one to ten.</param>
/// <param name="Person">What they said of themselves; nothing for who stays anonymous.</param>
/// <param name="SameCustomerAs">The reference of an earlier contact of the same person, which they gave; needs the right to see personal data.</param>
/// <param name="ReplyBy">How they want to be told.</param>
/// <param name="ReceivedOn">The day on which a letter or e-mail came in, at most a year ago; without it today. Terms count from it.</param>
/// <param name="Assisted">That it came through somebody else than the person whom it is about.</param>
internal sealed record ContactBody(
    Channel Channel, IReadOnlyList<MatterBody> Matters, PersonBody? Person = null, string? SameCustomerAs = null, MessageChannel? ReplyBy = null,
    LocalDate? ReceivedOn = null, Assisted? Assisted = null);

/// <summary>Who it is.</summary>
/// <param name="Name">As they say it.</param>
/// <param name="Phone">Telephone number, as it is typed.</param>
/// <param name="Email">E-mail address.</param>
/// <param name="Address">Postal address, in lines.</param>
/// <param name="Language"><c>nl</c> or <c>en</c>.</param>
/// <param name="Kind">Person or company; without it a known customer stays what they are, and who is new is a person.</param>
internal sealed record PersonBody(
    string? Name = null, string? Phone = null, string? Email = null, string? Address = null, string Language = "nl", CustomerKind? Kind = null)
{
    public CustomerTyped ToTyped() => new(Name, Phone, Email, Address, Language, Kind);
}

/// <summary>Where it is, as far as the caller knows; all may be missing.</summary>
/// <param name="Text">In words: "bij de brug"; at most 300 characters.</param>
/// <param name="Address">Street and house number; at most 200 characters.</param>
/// <param name="Asset">The number of the object: "118-042"; at most 40 characters.</param>
/// <param name="Village">Key or name of the village.</param>
internal sealed record PlaceBody(string? Text = null, string? Address = null, string? Asset = null, string? Village = null)
{
    private const int LongestText = 300;
    private const int LongestAddress = 200;
    private const int LongestAsset = 40;

    public static Result<PlaceTyped> ToTyped(PlaceBody? body, string? subject)
    {
        var (text, address, asset) = (
            CleanText.Line(body?.Text, LongestText), CleanText.Line(body?.Address, LongestAddress), CleanText.Line(body?.Asset, LongestAsset));
        return (text.Failure?.At("Place.Text") ?? address.Failure?.At("Place.Address") ?? asset.Failure?.At("Place.Asset")) is { } failure
            ? failure : new PlaceTyped(text.Value, address.Value, asset.Value, body?.Village, subject);
    }
}

/// <summary>One of the things that a contact is about.</summary>
/// <param name="Subject">One line, at most 200 characters.</param>
/// <param name="Ending">How it ends; without it: joined when that is certain, else a case.</param>
/// <param name="Text">At most 20,000 characters.</param>
/// <param name="Category">Key of the subject. Without it and without an ending it is proposed from the words; where none stands out, a person chooses.</param>
/// <param name="Place">Where.</param>
/// <param name="FormalPaper">The formal paper that it is.</param>
/// <param name="Kind">What the resident called it.</param>
internal sealed record MatterBody(
    string Subject, EndingBody? Ending = null, string? Text = null, string? Category = null, PlaceBody? Place = null, FormalPaper? FormalPaper = null,
    ResidentKind? Kind = null);

/// <summary>How a matter ends.</summary>
internal enum EndingKind
{
    ByItself,
    Answered,
    Join,
    NewCase,
    Forward,
}

/// <summary>How a matter ends.</summary>
/// <param name="Kind">In which way.</param>
/// <param name="Case">The number of the case that it joins.</param>
/// <param name="Answer">What was answered; at most 20,000 characters.</param>
/// <param name="Body">To which public body it is forwarded: key or name of one of the partners; at most 200 characters.</param>
/// <param name="Danger">It cannot wait: a new case, or the one that is joined; what is answered or forwarded at once is refused with it.</param>
internal sealed record EndingBody(EndingKind Kind, string? Case = null, string? Answer = null, string? Body = null, bool Danger = false);

/// <summary>A contact as it was registered.</summary>
internal sealed record ContactAnswer(IReadOnlyList<MatterAnswer> Matters);

/// <summary>What became of a matter.</summary>
/// <param name="Reference">What the resident says on the phone.</param>
/// <param name="Outcome">How it ended: a new case whatever was asked, where its words say that it may be a formal paper; a person decides that first.</param>
/// <param name="Case">The number of the case that it joined or became, for who may see cases.</param>
/// <param name="Contacts">How many contacts are on that case.</param>
/// <param name="Reopened">Whether the case was opened again for it.</param>
/// <param name="LooksKnown">Whether it became a case of its own but may be about another one, which a person looks at.</param>
internal sealed record MatterAnswer(string Reference, Outcome Outcome, string? Case, int Contacts, bool Reopened, bool LooksKnown);

/// <summary>What is known so far of a contact.</summary>
/// <param name="Subject">The subject line.</param>
/// <param name="Category">Key of its subject.</param>
/// <param name="Place">Where it is.</param>
/// <param name="SameCustomerAs">A reference that the person gave.</param>
/// <param name="Danger">Whether they tell of danger.</param>
/// <param name="Size">How many suggestions at most, 1 to 100; as many as asked for may mean that there are more.</param>
internal sealed record SuggestionQuestion(
    string? Subject = null, string? Category = null, PlaceBody? Place = null, string? SameCustomerAs = null, bool Danger = false, int Size = FindSimilar.Few);

/// <summary>A case that a contact may be about.</summary>
/// <param name="Case">Its number.</param>
/// <param name="Subject">Its subject line.</param>
/// <param name="Category">Key of its subject.</param>
/// <param name="Status">How it stands.</param>
/// <param name="OpenedAt">Since when.</param>
/// <param name="Contacts">How many contacts are on it.</param>
/// <param name="Reason">Why it may be the same.</param>
/// <param name="Score">How likely, 0 to 1.</param>
/// <param name="Metres">How far away, where both places are known.</param>
/// <param name="Certain">Whether it would be joined by itself.</param>
internal sealed record SuggestionAnswer(
    string Case, string Subject, string? Category, Cases.CaseStatus Status, NodaTime.Instant OpenedAt, int Contacts, RepeatReason Reason, double Score,
    double? Metres, bool Certain);

/// <summary>An address, or a whole street when it has no number.</summary>
/// <param name="Written">As on an envelope; good for <c>place.address</c>.</param>
/// <param name="Street">The street.</param>
/// <param name="Number">The house number.</param>
/// <param name="Letter">One letter behind it.</param>
/// <param name="Addition">What comes behind that.</param>
/// <param name="Postcode">Four digits and two letters.</param>
/// <param name="Town">The town.</param>
/// <param name="Area">Key of the smallest area that holds it.</param>
internal sealed record AddressAnswer(string Written, string Street, int? Number, string? Letter, string? Addition, string? Postcode, string Town, string? Area);
