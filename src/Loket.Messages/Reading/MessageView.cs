using Loket.Kernel;
using Loket.Messages.Templates;
using NodaTime;

namespace Loket.Messages;

/// <summary>A message as staff read it. Codes, PINs and signed links are dots.</summary>
/// <param name="Id">The message.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Channel">By which way.</param>
/// <param name="State">How it stands.</param>
/// <param name="StateAt">Since when.</param>
/// <param name="QueuedAt">When it was written.</param>
/// <param name="Language"><c>nl</c> or <c>en</c>.</param>
/// <param name="About">What it is about.</param>
/// <param name="Person">Who is told.</param>
/// <param name="Tries">How often it was sent or called.</param>
/// <param name="MaybeTwice">It may have arrived twice.</param>
/// <param name="StayedInside">It did not go out: this channel is not in use here.</param>
/// <param name="Failure">Why it failed or waits, with the field or reason as its argument; null when all is well.</param>
/// <param name="Content">Whom it goes to and what it says; null for who may not see personal data.</param>
public sealed record MessageView(
    MessageId Id, MessageKind Kind, MessageChannel Channel, MessageState State, Instant StateAt, Instant QueuedAt, string Language,
    MessageAbout About, Guid Person, int Tries, bool MaybeTwice, bool StayedInside, Failure? Failure, MessageContent? Content)
{
    internal static MessageView Of(Message message, bool withContent) => new(
        message.Id, message.Kind, message.Channel, message.State, message.StateAt, message.QueuedAt, message.Language,
        message.About, message.PersonId, message.Tries, message.MaybeTwice, message.StayedInside,
        message.FailureCode is { } code ? new Failure(code, Arguments: withContent && message.FailureText is { } said ? [said] : []) : null,
        withContent ? MessageContent.Of(message) : null);
}

/// <summary>Whom a message goes to and what it says.</summary>
/// <param name="Name">How the person is called.</param>
/// <param name="Address">Where it goes.</param>
/// <param name="Subject">One line.</param>
/// <param name="Short">What a text message or chat room gets.</param>
/// <param name="Text">The text.</param>
/// <param name="Html">The text as an HTML fragment of paragraphs, lists and links; everything that was filled in is encoded.</param>
public sealed record MessageContent(
    [property: Personal("telling people", "case")] string? Name,
    [property: Personal("telling people", "case")] string Address,
    [property: Personal("telling people", "case")] string Subject,
    [property: Personal("telling people", "case")] string Short,
    [property: Personal("telling people", "case")] string Text,
    [property: Personal("telling people", "case")] string Html)
{
    /// <summary>Whether the address is left out, as nobody may learn where this person lives.</summary>
    public bool AddressIsSecret { get; init; }

    internal static MessageContent Of(Message message) => new(
        message.Name, message.AddressIsSecret ? "" : message.Address, Secrets.Hide(message.Subject), Secrets.Hide(message.Short), Secrets.Hide(message.Text), Secrets.Hide(message.Html)) { AddressIsSecret = message.AddressIsSecret };

    /// <summary>With its secrets in it: for the printer, and for the page that shows what would have gone out.</summary>
    internal static MessageContent Revealed(Message message, Storage.Tenancy.TenantKeys keys)
    {
        var secrets = Secrets.Open(message.Secrets, keys);
        return new MessageContent(
            message.Name, message.Address, Secrets.Reveal(message.Subject, secrets), Secrets.Reveal(message.Short, secrets), Secrets.Reveal(message.Text, secrets),
            Secrets.Reveal(message.Html, secrets.ToDictionary(secret => secret.Key, secret => Markup.Encode(secret.Value))));
    }
}
